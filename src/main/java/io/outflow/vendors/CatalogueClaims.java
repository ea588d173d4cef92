package io.outflow.vendors;

import io.outflow.access.Action;
import io.outflow.access.Permission;
import io.outflow.access.Requires;
import io.outflow.vendors.content.Content;
import io.outflow.vendors.content.Control;
import io.outflow.vendors.content.ControlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the catalogue has to say beside a product or application that came from it. */
@Requires(value = Action.REGISTER, level = Permission.READ)
public interface CatalogueClaims {

    /** The statements that are often repeated about it, held against the documents; empty when it is not in the catalogue. */
    List<Check> checks(Entry<?> entry);

    /** How many fields the catalogue says otherwise today than the register does; nothing is changed by that. */
    int differences(Entry<?> entry, Snapshot snapshot);

    /** The address of its page in the catalogue, where differences are taken over; empty when it is not in the catalogue. */
    String address(Entry<?> entry);

    /**
     * A statement and what the documents say of it.
     *
     * @param kind the kind of fact beside which it is to be shown
     * @param control the control that it concerns, for a {@link Kind#CONTROL}
     * @param verdict in words, such as "partly right"
     * @param sources what the catalogue names on this topic, a line each, an address first; empty when it names nothing
     */
    record Check(
            Kind kind, @Nullable ControlType control, String claim, String verdict, String note, List<String> sources) {

        public Check {
            sources = List.copyOf(sources);
        }

        /** Whether it belongs beside a fact. */
        public boolean concerns(Content fact) {
            return Kind.of(fact) == kind
                    && (control == null || fact instanceof Control found && found.type() == control);
        }
    }
}
