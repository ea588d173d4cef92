package io.outflow.vendors;

import io.outflow.vendors.content.Agreement;
import io.outflow.vendors.content.Application;
import io.outflow.vendors.content.Approval;
import io.outflow.vendors.content.Attachment;
import io.outflow.vendors.content.Certification;
import io.outflow.vendors.content.Comment;
import io.outflow.vendors.content.Commercials;
import io.outflow.vendors.content.Content;
import io.outflow.vendors.content.Control;
import io.outflow.vendors.content.Incident;
import io.outflow.vendors.content.Obligation;
import io.outflow.vendors.content.Product;
import io.outflow.vendors.content.Proposal;
import io.outflow.vendors.content.Residency;
import io.outflow.vendors.content.RetentionWindow;
import io.outflow.vendors.content.Review;
import io.outflow.vendors.content.Statement;
import io.outflow.vendors.content.SubProcessor;
import io.outflow.vendors.content.Training;
import io.outflow.vendors.content.UsageLink;
import io.outflow.vendors.content.Vendor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The kinds of entries: what each is called, where it hangs, and how often it may be there. */
public enum Kind {
    VENDOR(Vendor.class, "vendors", "Vendor", "Vendors"),
    PRODUCT(Product.class, "products", "Product", "Products"),
    APPLICATION(Application.class, "applications", "Application", "Applications"),
    AGREEMENT(Agreement.class, "agreements", "Agreement", "Agreements"),
    RETENTION(RetentionWindow.class, "retention", "Retention window", "Retention"),
    TRAINING(Training.class, "training", "Training", "Training"),
    RESIDENCY(Residency.class, "residency", "Residency", "Residency"),
    CONTROL(Control.class, "controls", "Control", "Controls"),
    CERTIFICATION(Certification.class, "certifications", "Certification", "Certifications"),
    SUBPROCESSOR(SubProcessor.class, "subprocessors", "Sub-processor", "Sub-processors"),
    OBLIGATION(Obligation.class, "obligations", "Obligation", "Obligations"),
    REVIEW(Review.class, "reviews", "Review", "Reviews"),
    INCIDENT(Incident.class, "incidents", "Incident", "Incidents"),
    COMMERCIALS(Commercials.class, "commercials", "Commercials", "Commercials"),
    FACT(Statement.class, "facts", "Fact", "Other facts"),
    DOCUMENT(Attachment.class, "documents", "Document", "Documents"),
    COMMENT(Comment.class, "comments", "Comment", "Comments"),
    PROPOSAL(Proposal.class, "proposals", "Proposal", "Proposals"),
    APPROVAL(Approval.class, "approvals", "Approval", "Approvals"),
    USAGE_LINK(UsageLink.class, "links", "Link to usage", "Links to usage");

    private static final Map<Class<?>, Kind> BY_CONTENT =
            Arrays.stream(values()).collect(Collectors.toMap(Kind::content, Function.identity()));
    private static final List<Kind> OF_A_PRODUCT = Arrays.stream(values())
            .filter(kind -> kind.ordinal() > APPLICATION.ordinal())
            .toList();

    private final Class<? extends Content> content;
    private final String path;
    private final String label;
    private final String plural;
    private final List<Field> fields;

    Kind(Class<? extends Content> content, String path, String label, String plural) {
        this.content = content;
        this.path = path;
        this.label = label;
        this.plural = plural;
        this.fields = Field.of(content);
    }

    public Class<? extends Content> content() {
        return content;
    }

    /** Its name in addresses, such as {@code agreements}. */
    public String path() {
        return path;
    }

    public String label() {
        return label;
    }

    public String plural() {
        return plural;
    }

    /** The fields of its content, in the order of forms and files. */
    public List<Field> fields() {
        return fields;
    }

    /** A content of this kind out of values of its fields; nothing for a field where nothing is known. */
    public Content make(Function<Field, @Nullable Object> values) {
        return Field.make(content, values);
    }

    /** Vendors and applications stand alone; everything else hangs on something. */
    public boolean hangsOn(Kind owner) {
        return switch (this) {
            case VENDOR, APPLICATION -> false;
            case PRODUCT -> owner == VENDOR;
            case DOCUMENT, COMMENT, FACT, INCIDENT -> true;
            case AGREEMENT, SUBPROCESSOR, CERTIFICATION, REVIEW, COMMERCIALS -> owner == PRODUCT || owner == VENDOR;
            case RETENTION, TRAINING, RESIDENCY, CONTROL, OBLIGATION, PROPOSAL, APPROVAL -> owner == PRODUCT;
            case USAGE_LINK -> owner == PRODUCT || owner == APPLICATION;
        };
    }

    public boolean standsAlone() {
        return this == VENDOR || this == APPLICATION;
    }

    /** Whether an owner has at most one of it. */
    public boolean single() {
        return this == TRAINING || this == RESIDENCY;
    }

    /** Whether it is a statement with a source that somebody confirms, and not a thing or a note. */
    public boolean isFact() {
        return switch (this) {
            case VENDOR, PRODUCT, APPLICATION, DOCUMENT, COMMENT, PROPOSAL, REVIEW, APPROVAL, USAGE_LINK -> false;
            default -> true;
        };
    }

    public static Kind of(Content content) {
        return Objects.requireNonNull(BY_CONTENT.get(content.getClass()));
    }

    public static Optional<Kind> ofPath(String path) {
        return Arrays.stream(values()).filter(kind -> kind.path.equals(path)).findFirst();
    }

    /** The kinds that hang on a product. */
    public static List<Kind> ofAProduct() {
        return OF_A_PRODUCT;
    }
}
