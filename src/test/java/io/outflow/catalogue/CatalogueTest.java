package io.outflow.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.catalogue.internal.CatalogueFields;
import io.outflow.catalogue.internal.EntryDrafts;
import io.outflow.vendors.Assurance;
import io.outflow.vendors.Draft;
import io.outflow.vendors.Kind;
import io.outflow.vendors.Origin;
import io.outflow.vendors.content.Agreement;
import io.outflow.vendors.content.AgreementState;
import io.outflow.vendors.content.Application;
import io.outflow.vendors.content.Category;
import io.outflow.vendors.content.Certification;
import io.outflow.vendors.content.Control;
import io.outflow.vendors.content.ControlType;
import io.outflow.vendors.content.DataKind;
import io.outflow.vendors.content.Product;
import io.outflow.vendors.content.ProductStatus;
import io.outflow.vendors.content.RetentionWindow;
import io.outflow.vendors.content.Scheme;
import io.outflow.vendors.content.Standing;
import io.outflow.vendors.content.Statement;
import io.outflow.vendors.content.SubProcessor;
import io.outflow.vendors.content.Training;
import io.outflow.vendors.content.TrainingChoice;
import io.outflow.vendors.content.TrainingUse;
import io.outflow.vendors.content.Vendor;
import io.outflow.vendors.content.YesNo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What ships, and how it is said in the words of the register. */
class CatalogueTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-26");

    /** Words that speak of how a fact was found instead of what it says. */
    private static final Pattern HOW_IT_WAS_FOUND = Pattern.compile(
            "(?i)seen_via|\\bseed\\b|\\bmirror|MirrorBI|web index|public GitHub|this search|not opened|re-read|\\bhere\\b"
                    + "|\\bseen\\b|\\bprobe\\b|\\bdigests\\b|\\barchive\\b|readable|\\bcrawl");

    /** What is ours alone to say, with the value that says nothing yet. */
    private static final Set<String> UNSAID = Set.of("Proposed", "Not decided", "Not applicable");

    static Stream<CatalogueEntry> entries() {
        return TestCatalogue.shipped().entries().stream();
    }

    @Test
    void thirtyNineEntriesShipWithTheDayOfTheEdition() {
        var edition = TestCatalogue.shipped();

        assertThat(edition.edition()).isEqualTo(LocalDate.parse("2026-11-22"));
        assertThat(edition.entries()).hasSize(39).extracting(CatalogueEntry::id).doesNotHaveDuplicates();
    }

    @Test
    void theTextSpeaksOfFactsAndNotOfHowTheyWereFound() {
        var text = TestCatalogue.json()
                .lines()
                .filter(line -> !line.contains("\"url\": \"http"))
                .map(line -> line.replaceAll("https?://\\S+", ""))
                .filter(line -> HOW_IT_WAS_FOUND
                        .matcher(line.replaceAll("\"evidence_kind\": \"\\w+\"", ""))
                        .find());

        assertThat(text).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void everyDraftMayBeSavedAndIsAClaimThatNobodyConfirmed(CatalogueEntry entry) {
        assertThat(drafts(entry)).isNotEmpty().allSatisfy(draft -> {
            assertThat(draft.content().problems()).isEmpty();
            assertThat(draft.basis().origin()).isEqualTo(Origin.CATALOGUE);
            assertThat(draft.basis().assurance(TODAY)).isEqualTo(Assurance.CLAIMED);
            assertThat(draft.basis().catalogueKey()).startsWith(entry.id() + "/");
        });
        assertThat(drafts(entry))
                .extracting(draft -> draft.basis().catalogueKey())
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void whatIsOursToSayIsLeftOpen(CatalogueEntry entry) {
        for (var draft : drafts(entry)) {
            var said = CatalogueFields.of(Kind.of(draft.content()));
            assertThat(Kind.of(draft.content()).fields().stream()
                            .filter(field -> !said.contains(field))
                            .filter(field -> !field.name().equals("name"))
                            .map(field -> FactLine.text(field, draft.content()))
                            .filter(text -> !text.isEmpty() && !UNSAID.contains(text)))
                    .as(draft.basis().catalogueKey())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("entries")
    void aDataProcessingAgreementIsNeverTakenForOneInForce(CatalogueEntry entry) {
        contents(entry, Agreement.class).forEach(agreement -> {
            assertThat(agreement.inForceFrom()).isNull();
            assertThat(agreement.standingAt(Instant.parse("2026-11-26T12:00:00Z")))
                    .isIn(Standing.UNDATED, Standing.NONE, Standing.NOT_NEEDED, Standing.PENDING);
        });
    }

    @Test
    void theClaudeApiReadsAsItsTermsSay() {
        var agreement = contents("anthropic_claude_api", Agreement.class).getFirst();
        assertThat(agreement.state()).isEqualTo(AgreementState.BY_REFERENCE);
        assertThat(agreement.version()).startsWith("Effective 2025-02-24");
        assertThat(agreement.acceptedTerms()).contains("anthropic.com/legal/commercial-terms");
        assertThat(agreement.breachHours()).isEqualTo(48);

        var prompts = contents("anthropic_claude_api", RetentionWindow.class).getFirst();
        assertThat(prompts.data()).isEqualTo(DataKind.PROMPTS_AND_OUTPUTS);
        assertThat(prompts.days()).isEqualTo(30);
        assertThat(prompts.otherDays()).containsExactly(0, 7);
        assertThat(prompts.zeroRetention()).isEqualTo(YesNo.YES);

        var training = contents("anthropic_claude_api", Training.class).getFirst();
        assertThat(training.byDefault()).isEqualTo(TrainingUse.NOT_USED);
        assertThat(training.choice()).isEqualTo(TrainingChoice.NOT_DECIDED);

        var list = contents("anthropic_claude_api", SubProcessor.class).getFirst();
        assertThat(list.name()).isEqualTo("14 sub-processors of Anthropic");
        assertThat(list.objectionDays()).isEqualTo(15);

        var product = contents("anthropic_claude_api", Product.class).getFirst();
        assertThat(product.inUse()).isEqualTo(YesNo.UNKNOWN);
        assertThat(product.status()).isEqualTo(ProductStatus.PROPOSED);
    }

    @Test
    void aSchemeOfWhichNothingIsKnownIsNotRecordedAndAMentionIsNoYes() {
        assertThat(contents("anthropic_claude_api", Certification.class))
                .extracting(Certification::scheme)
                .containsExactlyInAnyOrder(Scheme.SOC2_TYPE2, Scheme.ISO_27001, Scheme.ISO_42001, Scheme.HIPAA_BAA);
        assertThat(contents("salesforce_einstein_agentforce", Certification.class))
                .filteredOn(certification -> certification.scheme() == Scheme.ISO_27017)
                .singleElement()
                .satisfies(mentioned -> {
                    assertThat(mentioned.held()).isEqualTo(YesNo.UNKNOWN);
                    assertThat(mentioned.scope()).isEqualTo("listed on portal");
                });
    }

    @Test
    void retentionOnBedrockDependsOnTheModel() {
        assertThat(contents("aws_bedrock_claude", RetentionWindow.class))
                .filteredOn(window -> window.data() == DataKind.PROMPTS_AND_OUTPUTS)
                .extracting(RetentionWindow::model, RetentionWindow::days)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("", 0),
                        org.assertj.core.groups.Tuple.tuple("Claude Fable 5 and 5.1", 30));
    }

    @Test
    void theControlsOfAwsAreASheetOfControls() {
        assertThat(contents("aws_supporting_services", Product.class).getFirst().category())
                .isEqualTo(Category.SUPPORTING_CONTROL);
        assertThat(contents("aws_supporting_services", Control.class))
                .extracting(Control::type)
                .contains(
                        ControlType.ENCRYPTION,
                        ControlType.PRIVATE_NETWORKING,
                        ControlType.AUDIT_LOGGING,
                        ControlType.ACCESS_CONTROL);
    }

    @Test
    void theExampleIsAnApplicationWithoutAVendor() {
        assertThat(contents("example_pipeline", Vendor.class)).isEmpty();
        assertThat(contents("example_pipeline", Application.class).getFirst().steps())
                .containsExactly("Web UI", "AWS Lambda", "Amazon Bedrock", "Amazon S3");
        assertThat(contents("example_pipeline", Statement.class))
                .extracting(Statement::field)
                .contains("Retention window: Other, s3 results", "Residency", "Agreement: DPA");
    }

    @Test
    void aSearchFindsAllWordsInAnyPartOfAnEntry() {
        var entry = TestCatalogue.shipped().find("mistral_vibe_api").orElseThrow();

        assertThat(entry.matches("MISTRAL api")).isTrue();
        assertThat(entry.matches("mistral bedrock-mantle")).isFalse();
        assertThat(entries().filter(one -> one.matches("dangerousrobot.org"))).isNotEmpty();
    }

    private static List<Draft> drafts(CatalogueEntry entry) {
        var drafts = new EntryDrafts(entry, TestCatalogue.shipped().edition());
        return Stream.of(drafts.vendor(), Stream.of(drafts.itself(null)), drafts.facts(null).stream())
                .flatMap(part -> part)
                .toList();
    }

    private static <C> List<C> contents(String id, Class<C> type) {
        return contents(TestCatalogue.shipped().find(id).orElseThrow(), type);
    }

    private static <C> List<C> contents(CatalogueEntry entry, Class<C> type) {
        return drafts(entry).stream()
                .map(Draft::content)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
