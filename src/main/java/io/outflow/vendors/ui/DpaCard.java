package io.outflow.vendors.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.outflow.base.Formats;
import io.outflow.base.ui.Glyph;
import io.outflow.base.ui.Mark;
import io.outflow.vendors.AgreedTerm;
import io.outflow.vendors.Entry;
import io.outflow.vendors.Validity;
import io.outflow.vendors.content.Agreement;
import io.outflow.vendors.content.AgreementType;
import io.outflow.vendors.content.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Where the data processing agreement stands: a line in words, its times as a bar, and what was agreed about its end and about breaches. */
final class DpaCard extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    DpaCard(UUID product, PageState state) {
        var all = agreements(product, state);
        var decisive = Optional.ofNullable(
                AgreedTerm.of(AgreementType.DPA, all, state.at()).agreement());
        var title = new Div("Data processing agreement");
        title.addClassNames("xs", "q");
        var line = new Div(decisive.map(entry -> mark(entry, state)).orElseGet(DpaCard::none));
        line.addClassNames("b", "state");
        var under = new Div(decisive.map(entry -> entry.title() + from(entry, product, state))
                .orElse("Whether there is one is unknown."));
        under.addClassNames("s", "q");
        var card = getContent();
        card.addClassName("dpa");
        card.add(new Div(title, line, under));
        var validity = Validity.of(all, state.at());
        decisive.ifPresent(entry -> {
            if (!validity.stretches().isEmpty()) {
                card.add(new ValidityBar(validity, left(entry.content(), state.at())));
            }
            card.add(terms(entry.content()));
        });
    }

    /** The state line: what is recorded, where it stands, and whether anybody confirmed it. */
    static String words(Entry<Agreement> entry, Instant at) {
        var agreement = entry.content();
        var state = agreement.state().label();
        var standing = agreement.standingAt(at);
        var words =
                switch (standing) {
                    case IN_FORCE -> state.startsWith("In force") ? state : state + ", in force";
                    case NOT_YET, UNDATED, LAPSED -> state + ", " + lower(standing.label());
                    case NOT_NEEDED, NONE, PENDING, TERMINATED -> state;
                };
        return entry.basis().confirmedAt() == null ? words + ", not confirmed" : words;
    }

    private static Mark mark(Entry<Agreement> entry, PageState state) {
        var words = words(entry, state.at());
        var claimed = entry.basis().confirmedAt() == null;
        return switch (entry.content().standingAt(state.at())) {
            case LAPSED, TERMINATED -> new Mark(Glyph.HIGH, words).asGap();
            case IN_FORCE, NOT_NEEDED -> new Mark(claimed ? Glyph.CLAIMED : Glyph.CONFIRMED, words);
            case NOT_YET, UNDATED, PENDING, NONE -> new Mark(Glyph.WATCH, words).asWatch();
        };
    }

    private static Mark none() {
        return new Mark(Glyph.UNKNOWN_CLASS, "None recorded").asWatch();
    }

    private static String from(Entry<Agreement> entry, UUID product, PageState state) {
        return product.equals(entry.owner())
                ? ""
                : state.register()
                        .owner(entry)
                        .map(owner -> ", with " + owner.title())
                        .orElse("");
    }

    private static String left(Agreement agreement, Instant at) {
        var left = agreement.daysLeft(at);
        if (agreement.standingAt(at) != Standing.IN_FORCE || left.isEmpty()) {
            return "";
        }
        return left.getAsLong() == 1 ? "1 day left" : Formats.count(left.getAsLong()) + " days left";
    }

    private static DescriptionList terms(Agreement agreement) {
        var list = new DescriptionList();
        list.addClassNames("kv", "xs");
        var from = agreement.inForceFrom();
        var until = agreement.inForceUntil();
        var notice = agreement.noticeDays();
        add(list, "Effective", from == null ? "unknown" : FieldText.moment(from));
        add(
                list,
                "Notice",
                notice == null
                        ? "unknown"
                        : notice + " days"
                                + (until == null
                                        ? ""
                                        : ", by "
                                                + Formats.day(
                                                        until.toLocalDate().minusDays(notice))));
        add(
                list,
                "Breach notice",
                agreement.breachHours() == null
                        ? "no hours agreed"
                        : agreement.breachHours() + " h" + clause(agreement));
        return list;
    }

    private static String clause(Agreement agreement) {
        return agreement.clauses().stream()
                .filter(clause -> lower(clause).startsWith("breach"))
                .findFirst()
                .map(clause -> clause.replaceFirst("^[^:]*:\\s*", ", "))
                .orElse("");
    }

    private static void add(DescriptionList list, String term, String description) {
        list.add(new DescriptionList.Term(term), new DescriptionList.Description(new Span(description)));
    }

    private static List<Entry<Agreement>> agreements(UUID product, PageState state) {
        var register = state.register();
        var vendor = register.find(product).flatMap(register::vendorOf).map(Entry::id);
        return Stream.concat(Stream.of(product), vendor.stream())
                .flatMap(owner -> register.counting(owner, Agreement.class).stream())
                .filter(entry -> entry.content().type() == AgreementType.DPA)
                .toList();
    }

    private static String lower(String text) {
        return text.toLowerCase(java.util.Locale.ROOT);
    }
}
