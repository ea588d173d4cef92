package io.outflow.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the catalogue says of one product. Nothing means that nothing is known, never "no".
 *
 * @param id its name in the catalogue, the same in every edition
 * @param category the catalogue's own word, such as {@code cloud_hosted_model}
 * @param urls pages of the vendor by what they are
 * @param certifications by scheme: {@code yes}, or what was found in words; {@code note} speaks of all
 * @param gaps what is not known, or not settled
 * @param unsourcedFields fields that no source backs: to be confirmed before anybody relies on them
 * @param factsAsOf the day of most facts, or what is known of it
 * @param steps for an application, the parts that data passes
 */
public record CatalogueEntry(
        String id,
        String systemName,
        String vendor,
        String plan,
        String category,
        @Nullable String legalEntity,
        @Nullable String contractingEntityEeaUkCh,
        @Nullable String hqCountry,
        Map<String, @Nullable String> urls,
        @Nullable String dpaStatus,
        @Nullable String dpaVersion,
        @Nullable String contractualRole,
        TrainingTerms training,
        List<Window> retention,
        ZeroRetention zeroRetention,
        Places residency,
        CrossBorder crossBorder,
        Encryption encryption,
        Feature privateNetworking,
        Feature auditLogging,
        @Nullable String humanReview,
        GovernmentRequests governmentRequests,
        BreachNotice breachNotification,
        Map<String, @Nullable String> certifications,
        @Nullable String indemnity,
        SubProcessors subprocessors,
        List<Change> changeHistory,
        List<String> gaps,
        List<String> unsourcedFields,
        Confidence confidence,
        @Nullable String factsAsOf,
        List<Source> sources,
        List<ClaimCheck> commonClaimChecks,
        List<String> steps) {

    private static final String APPLICATION = "internal_workload";
    private static final String EVERYTHING = "all";

    public CatalogueEntry {
        retention = list(retention);
        changeHistory = list(changeHistory);
        gaps = list(gaps);
        unsourcedFields = list(unsourcedFields);
        sources = list(sources);
        commonClaimChecks = list(commonClaimChecks);
        steps = list(steps);
    }

    /** Whether it describes something that our own people build, and not a product of a vendor. */
    public boolean isApplication() {
        return category.equals(APPLICATION);
    }

    /** The sources of a field, the best founded first. */
    public List<Source> sourcesOf(String field) {
        return sources.stream()
                .filter(source -> source.field().equals(field))
                .sorted(Comparator.comparing(Source::evidenceKind))
                .toList();
    }

    /** Whether the catalogue itself says that nothing backs a field. */
    public boolean unsourced(String field) {
        return unsourcedFields.contains(field) || unsourcedFields.contains(EVERYTHING);
    }

    /** Whether all words occur in it, in any case. */
    public boolean matches(String words) {
        var text = text();
        return Stream.of(lower(words).split("\\s+")).allMatch(text::contains);
    }

    private String text() {
        var parts = new ArrayList<>(List.of(id, systemName, vendor, plan, category.replace('_', ' ')));
        Stream.of(legalEntity, dpaStatus, contractualRole, humanReview, indemnity)
                .filter(Objects::nonNull)
                .forEach(parts::add);
        parts.addAll(gaps);
        retention.forEach(window -> parts.add(window.dataKind() + " " + window.note()));
        sources.forEach(source -> parts.add(source.url() + " " + source.note()));
        commonClaimChecks.forEach(check -> parts.add(check.claim() + " " + check.note()));
        return lower(String.join(" ", parts));
    }

    private static String lower(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    private static <T> List<T> list(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    /**
     * @param defaultUse {@code yes}, {@code no}, {@code user_choice}, or in words on what it depends
     */
    public record TrainingTerms(
            @Nullable String defaultUse,
            @Nullable String optOutMechanism,
            @Nullable String exceptions) {}

    /**
     * @param dataKind what is kept, in the catalogue's own word
     * @param days how long; nothing means that no number is known
     */
    public record Window(
            String dataKind,
            @Nullable Integer days,
            @Nullable String qualifier,
            @Nullable String note,
            List<OtherValue> alternativeValues) {

        public Window {
            alternativeValues = list(alternativeValues);
        }
    }

    /** A number of days that another source gives. */
    public record OtherValue(int value, String basis) {}

    /**
     * @param available {@code yes}, {@code no}, or in words for whom
     */
    public record ZeroRetention(
            @Nullable String available,
            @Nullable String how,
            @Nullable String exclusions) {}

    /**
     * @param customerSelectable {@code yes}, {@code no}, or in words for whom
     */
    public record Places(
            List<String> storageRegions,
            List<String> processingRegions,
            @Nullable String customerSelectable,
            @Nullable String note) {

        public Places {
            storageRegions = list(storageRegions);
            processingRegions = list(processingRegions);
        }
    }

    public record CrossBorder(
            List<String> mechanisms, @Nullable String note) {

        public CrossBorder {
            mechanisms = list(mechanisms);
        }
    }

    public record Encryption(
            @Nullable String atRest,
            @Nullable String inTransit,
            @Nullable Boolean customerManagedKeys,
            @Nullable String note) {}

    public record Feature(
            @Nullable Boolean available, @Nullable String note) {}

    public record GovernmentRequests(
            @Nullable Boolean usJurisdiction, @Nullable String note) {}

    public record BreachNotice(
            @Nullable Integer termHours,
            @Nullable String termText,
            @Nullable String note) {}

    public record SubProcessors(
            @Nullable String url,
            @Nullable Integer count,
            @Nullable String countAsOf,
            @Nullable Integer objectionDays,
            @Nullable String note) {}

    /** A change of the terms, with its day or month. */
    public record Change(String date, String change) {}

    /**
     * Where a field was read.
     *
     * @param asOf the day of the page or its copy, or what is known of it
     */
    public record Source(String field, @Nullable String url, String asOf, Evidence evidenceKind, String note) {

        /** The day, when {@link #asOf} begins with one. */
        public Optional<LocalDate> day() {
            return asOf.matches("\\d{4}-\\d{2}-\\d{2}(\\D.*)?")
                    ? Optional.of(LocalDate.parse(asOf.substring(0, 10)))
                    : Optional.empty();
        }

        /** The source in one line. */
        public String inWords() {
            return "%s (%s, %s): %s"
                    .formatted(
                            url == null ? "No address" : url,
                            evidenceKind.label(),
                            asOf.startsWith("undated") ? asOf : "as of " + asOf,
                            note);
        }
    }

    /**
     * A statement that is often repeated, held against the documents.
     *
     * @param topic the field that it concerns, or {@code product} or {@code incidents}
     */
    public record ClaimCheck(String topic, String claim, String verdict, String note) {

        /** {@code partly right}. */
        public String verdictInWords() {
            return verdict.replace('_', ' ');
        }
    }
}
