package io.outflow.vendors.content;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is used under one set of terms: Claude Free, Claude API, Claude on Amazon Bedrock. It hangs on its vendor.
 *
 * @param inUse whether we use it; ours to say, never the catalogue's
 * @param usedFor who uses it for what, one a line
 * @param contractualRole processor or controller, in the words of the agreement
 * @param nextReview the day of the next review when it is not the last one plus the cycle
 * @param reviewMonths how often it is reviewed, in months, 1 to 60
 * @param links pages of the vendor, one a line, led by what they are: "dpa: https://..."
 */
public record Product(
        @Label("Name") String name,
        @Label("Plan") String plan,
        @Label("Category") Category category,
        @Label("Status") ProductStatus status,
        @Label("In use") YesNo inUse,

        @Label(value = "Used for", help = "Who uses it for what, one a line")
        List<String> usedFor,

        @Label(value = "Owner", help = "Who looks after it in our house")
        String owner,

        @Label("Role under the agreement") String contractualRole,

        @Label(value = "Review every", help = "In months, 1 to 60") @Nullable
        Integer reviewMonths,

        @Label(value = "Next review", help = "Leave empty to follow the cycle") @Nullable
        LocalDate nextReview,

        @Label(value = "Links", help = "One a line, led by what it is")
        List<String> links,

        @Label(value = "Notes", lines = true) String notes)
        implements Content {

    public Product {
        name = Texts.of(name);
        plan = Texts.of(plan);
        category = Texts.or(category, Category.UNKNOWN);
        status = Texts.or(status, ProductStatus.PROPOSED);
        inUse = Texts.or(inUse, YesNo.UNKNOWN);
        usedFor = Texts.of(usedFor);
        owner = Texts.of(owner);
        contractualRole = Texts.of(contractualRole);
        links = Texts.of(links);
        notes = Texts.of(notes);
    }

    public static Product named(String name) {
        return new Product(
                name,
                "",
                Category.UNKNOWN,
                ProductStatus.PROPOSED,
                YesNo.UNKNOWN,
                List.of(),
                "",
                "",
                null,
                null,
                List.of(),
                "");
    }

    /** The same product in another status. */
    public Product in(ProductStatus changed) {
        return new Product(
                name,
                plan,
                category,
                changed,
                inUse,
                usedFor,
                owner,
                contractualRole,
                reviewMonths,
                nextReview,
                links,
                notes);
    }

    /** The same product, looked after by somebody else. */
    public Product ownedBy(String other) {
        return new Product(
                name,
                plan,
                category,
                status,
                inUse,
                usedFor,
                other,
                contractualRole,
                reviewMonths,
                nextReview,
                links,
                notes);
    }

    /** The same product with another cycle of reviews. */
    public Product reviewedEvery(@Nullable Integer months) {
        return new Product(
                name, plan, category, status, inUse, usedFor, owner, contractualRole, months, nextReview, links, notes);
    }

    @Override
    public String heading() {
        return name;
    }

    @Override
    public List<Problem> problems() {
        return Problem.all(
                Problem.missing("name", name, "Give the product a name."),
                Problem.when(
                        reviewMonths != null && (reviewMonths < 1 || reviewMonths > 60),
                        "reviewMonths",
                        "Give a cycle of 1 to 60 months."));
    }

    /**
     * When it is to be reviewed next: the day set by hand until a review was done after it, else the last review plus the
     * cycle; nothing when neither tells.
     *
     * @param lastReview the day of the last review; nothing when there was none
     */
    public @Nullable LocalDate reviewDue(@Nullable LocalDate lastReview) {
        if (nextReview != null && (lastReview == null || lastReview.isBefore(nextReview))) {
            return nextReview;
        }
        return lastReview == null || reviewMonths == null ? null : lastReview.plusMonths(reviewMonths);
    }
}
