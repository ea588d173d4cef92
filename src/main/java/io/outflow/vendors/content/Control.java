package io.outflow.vendors.content;

/**
 * One protection, or one way in, and how far it is there. What nobody looked at is unknown, not absent.
 *
 * @param detail how it works, or for whom
 */
public record Control(
        @Label("Control") ControlType type,
        @Label("State") ControlState state,
        @Label(value = "Detail", lines = true) String detail)
        implements Content {

    public Control {
        type = Texts.or(type, ControlType.METADATA);
        state = Texts.or(state, ControlState.UNKNOWN);
        detail = Texts.of(detail);
    }

    @Override
    public String heading() {
        return type.label();
    }
}
