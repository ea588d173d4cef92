package io.outflow.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Html;

/** The drawings of {@code icons.svg}. A glyph stands beside its word and is hidden from screen readers. */
public enum Glyph {
    VERIFIED("p-ver"),
    PARTLY_VERIFIED("p-mix"),
    UNREFERENCED("p-unr"),
    NO_DIGEST("p-nod"),
    UNCHAINED("p-unc"),
    NOT_COVERED("p-not"),
    INVALID("p-inv"),

    NAMED("g-named"),
    CLAIMED_NAME("g-claimed"),
    ROLE_ONLY("g-role"),
    SHARED_KEY("g-key"),
    SERVICE("g-svc"),
    UNKNOWN_CALLER("g-unk"),

    DECLARED("v-dec"),
    TAGGED("v-tag"),
    DETECTED("v-det"),
    UNKNOWN_CLASS("v-unk"),

    CONFIRMED("f-conf"),
    CLAIMED("f-claim"),
    STALE("f-stale"),

    CONTRADICTED("x-neq"),
    NO_CONTRADICTION("x-eq"),
    CANNOT_TELL("x-cant"),

    HIGH("s-high"),
    WATCH("s-mid"),
    NOTE("s-low"),

    LOGGING_OFF("c-log"),
    LOGGING_ON("c-logon"),
    RETENTION("c-ret"),
    GUARDRAIL("c-guard"),
    TRAIL("c-trail"),

    CONFIGURED("k-on"),
    POSSIBLE("k-half"),
    ABSENT("k-off"),

    OVERVIEW("u-over"),
    USAGE("u-use"),
    VENDORS("u-ven"),
    GAPS("u-gap"),
    EVIDENCE("u-evi"),
    IMPORTS("u-imp"),
    SETTINGS("u-set"),

    DOWN("u-dn"),
    CLOSE("u-x"),
    DOCUMENT("u-doc"),
    PLUS("u-plus"),
    MINUS("u-min"),
    COPY("u-copy"),
    MENU("u-menu"),
    PRINT("u-print"),
    CALENDAR("u-cal"),
    LOCK("u-lock");

    private final String symbol;

    Glyph(String symbol) {
        this.symbol = symbol;
    }

    /** The symbol's id in {@code icons.svg}, which {@code @Menu(icon = ...)} names. */
    public String symbol() {
        return symbol;
    }

    /** A new drawing of it, as high as the text around. */
    public Component icon() {
        return draw(symbol);
    }

    static Component draw(String symbol) {
        return new Html(
                "<span class=\"ic\" aria-hidden=\"true\"><svg class=\"i\"><use href=\"icons.svg#%s\"></use></svg></span>"
                        .formatted(symbol.replaceAll("[^a-z-]", "")));
    }
}
