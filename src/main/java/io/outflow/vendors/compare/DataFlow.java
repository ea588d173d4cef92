package io.outflow.vendors.compare;

import io.outflow.vendors.Entry;
import io.outflow.vendors.Snapshot;
import io.outflow.vendors.content.Category;
import io.outflow.vendors.content.Control;
import io.outflow.vendors.content.ControlState;
import io.outflow.vendors.content.ControlType;
import io.outflow.vendors.content.Product;
import io.outflow.vendors.content.Residency;
import io.outflow.vendors.content.Vendor;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The way of data through a product, made from the register's facts: our application, who operates, where the model runs, who
 * can read, and the controls at the step where they act. What is only claimed is marked so, and what is not known says so.
 *
 * @param house how the frames are drawn
 * @param frame what the frame around the operator is called: the vendor and the Regions agreed
 */
public record DataFlow(String product, House house, String frame, List<Step> steps, List<Point> points) {

    /** Whose walls the data is in. */
    public enum House {
        /** Everything runs in our own house. */
        OURS,
        /** The application runs beside the model in one cloud. */
        ONE_CLOUD,
        /** Data leaves our house for the vendor's. */
        VENDORS
    }

    /** The four steps, in order. */
    public enum Place {
        APPLICATION("Your application"),
        OPERATOR("Who operates"),
        MODEL("Where it runs"),
        READERS("Who can read");

        private final String label;

        Place(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** @param claimed whether nobody confirmed what it says */
    public record Step(Place place, String title, String detail, boolean claimed) {}

    /** How far a control is there. */
    public enum Presence {
        CONFIGURED("configured"),
        POSSIBLE("possible"),
        ABSENT("absent"),
        UNKNOWN("not known");

        private final String word;

        Presence(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** A control, drawn at the step where it acts. */
    public record Point(Place at, String name, Presence presence, String detail, boolean claimed) {}

    public DataFlow {
        steps = List.copyOf(steps);
        points = List.copyOf(points);
    }

    public static DataFlow of(Snapshot register, Entry<Product> product, Instant at) {
        var facts = new ProductFacts(register, product, at);
        return new DataFlow(
                product.title(),
                house(product.content().category()),
                frame(facts),
                List.of(application(facts), operator(facts), model(facts), readers(facts)),
                List.of(
                        point(
                                facts,
                                Place.APPLICATION,
                                ControlType.PRIVATE_NETWORKING,
                                "PrivateLink",
                                "public internet"),
                        point(facts, Place.OPERATOR, ControlType.ACCESS_CONTROL, "IAM", "keys or passwords instead"),
                        point(facts, Place.OPERATOR, ControlType.AUDIT_LOGGING, "CloudTrail", "no record for us"),
                        point(facts, Place.MODEL, ControlType.ENCRYPTION, "KMS, own key", "the vendor's keys"),
                        point(
                                facts,
                                Place.READERS,
                                ControlType.GOVERNMENT_REQUESTS,
                                "Government requests",
                                "none can reach it")));
    }

    /** The whole flow in one sentence, for whoever cannot see the drawing. */
    public String sentence() {
        return "Data flow of %s. %s. Controls: %s."
                .formatted(
                        product,
                        steps.stream()
                                .map(step -> "%s: %s, %s%s"
                                        .formatted(
                                                step.place().label(),
                                                step.title(),
                                                step.detail(),
                                                step.claimed() ? " (claimed)" : ""))
                                .collect(Collectors.joining("; ")),
                        points.stream()
                                .map(point ->
                                        point.name() + " " + point.presence().word())
                                .collect(Collectors.joining(", ")));
    }

    private static House house(Category category) {
        return switch (category) {
            case SELF_HOSTED, INTERNAL -> House.OURS;
            case CLOUD_HOSTED_MODEL, SUPPORTING_CONTROL -> House.ONE_CLOUD;
            default -> House.VENDORS;
        };
    }

    private static String frame(ProductFacts facts) {
        var chosen = facts.residency()
                .map(entry -> entry.content().processingChosen())
                .orElse(List.of());
        var regions = chosen.isEmpty()
                ? "Region not agreed"
                : "agreed: " + (chosen.size() <= 2 ? String.join(", ", chosen) : "%d Regions".formatted(chosen.size()));
        return facts.vendorName() + ", " + regions;
    }

    private static Step application(ProductFacts facts) {
        var names = facts.applications().stream().map(Entry::title).toList();
        var detail = names.isEmpty()
                ? "none linked in the register"
                : names.size() <= 2
                        ? String.join(", ", names)
                        : "%s and %d more".formatted(names.getFirst(), names.size() - 1);
        return new Step(Place.APPLICATION, "Your application", detail, false);
    }

    private static Step operator(ProductFacts facts) {
        var legal = facts.vendor()
                .map(entry -> entry.content())
                .map(Vendor::legalEntity)
                .filter(text -> !text.isEmpty())
                .orElseGet(facts::vendorName);
        // A product or vendor that came from the catalogue is a claim until somebody says otherwise.
        var claimed = facts.vendor()
                .map(entry ->
                        !facts.confirmed(entry) && !entry.basis().catalogueKey().isEmpty())
                .orElse(true);
        return new Step(Place.OPERATOR, facts.product().title(), "operated by " + legal, claimed);
    }

    private static Step model(ProductFacts facts) {
        return facts.residency()
                .map(entry -> new Step(Place.MODEL, "The model", where(entry.content()), !facts.confirmed(entry)))
                .orElseGet(() -> new Step(Place.MODEL, "The model", "not known where it runs", true));
    }

    private static String where(Residency residency) {
        if (!residency.processingChosen().isEmpty()) {
            return "runs in " + shorten(residency.processingChosen());
        }
        if (!residency.processingOffered().isEmpty()) {
            return "may run in " + shorten(residency.processingOffered());
        }
        return residency.storageOffered().isEmpty()
                ? "not known where it runs"
                : "stored in " + shorten(residency.storageOffered()) + ", runs unknown";
    }

    private static Step readers(ProductFacts facts) {
        return facts.control(ControlType.HUMAN_ACCESS)
                .map(entry -> new Step(
                        Place.READERS,
                        readers(entry.content()),
                        entry.content().detail().isEmpty()
                                ? "no detail recorded"
                                : entry.content().detail(),
                        !facts.confirmed(entry)))
                .orElseGet(() -> new Step(Place.READERS, "Not known who can read", "nobody recorded it", true));
    }

    private static String readers(Control control) {
        return switch (control.state()) {
            case NOT_AVAILABLE -> "No person by default";
            case UNKNOWN -> control.detail().isEmpty() ? "Not known who can read" : "In the vendor's words";
            case AVAILABLE -> "People, for stated reasons";
            case CONFIGURED, VERIFIED -> "People, as agreed";
        };
    }

    private static Point point(ProductFacts facts, Place at, ControlType type, String name, String without) {
        return facts.control(type)
                .map(entry -> new Point(
                        at,
                        name,
                        presence(entry.content().state()),
                        entry.content().detail().isEmpty()
                                ? entry.content().state() == ControlState.NOT_AVAILABLE ? without : ""
                                : entry.content().detail(),
                        !facts.confirmed(entry)))
                .orElseGet(() -> new Point(at, name, Presence.UNKNOWN, "nobody recorded it", true));
    }

    private static Presence presence(ControlState state) {
        return switch (state) {
            case CONFIGURED, VERIFIED -> Presence.CONFIGURED;
            case AVAILABLE -> Presence.POSSIBLE;
            case NOT_AVAILABLE -> Presence.ABSENT;
            case UNKNOWN -> Presence.UNKNOWN;
        };
    }

    private static String shorten(List<String> places) {
        return Stream.concat(
                        places.stream().limit(3),
                        places.size() > 3 ? Stream.of("%d more".formatted(places.size() - 3)) : Stream.of())
                .collect(Collectors.joining(", "));
    }
}
