package io.outflow.vendors.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.vendors.compare.DataFlow.House;
import io.outflow.vendors.compare.DataFlow.Place;
import io.outflow.vendors.compare.DataFlow.Presence;
import io.outflow.vendors.compare.DataFlow.Step;
import io.outflow.vendors.content.Application;
import io.outflow.vendors.content.Category;
import io.outflow.vendors.content.Control;
import io.outflow.vendors.content.ControlState;
import io.outflow.vendors.content.ControlType;
import io.outflow.vendors.content.Residency;
import io.outflow.vendors.content.YesNo;
import java.io.StringReader;
import java.util.List;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

/** The drawn way of data: from live facts, and honest about what is not known. */
class DataFlowTest {

    private final Shelf shelf = new Shelf();

    @Test
    void theDirectApiAndBedrockTellDifferentStories() {
        var api = shelf.product("Anthropic", "Claude API", Category.API);
        shelf.claimed(api, residency(List.of(), List.of("US", "global")));
        shelf.claimed(api, control(ControlType.PRIVATE_NETWORKING, ControlState.NOT_AVAILABLE, ""));
        shelf.claimed(api, control(ControlType.HUMAN_ACCESS, ControlState.AVAILABLE, "safety review"));
        var bedrock = shelf.product("Amazon Web Services", "Claude on Bedrock", Category.CLOUD_HOSTED_MODEL);
        shelf.confirmed(bedrock, residency(List.of("eu-central-1", "eu-west-1"), List.of()));
        shelf.confirmed(bedrock, control(ControlType.PRIVATE_NETWORKING, ControlState.CONFIGURED, "vpce-1"));
        shelf.confirmed(bedrock, control(ControlType.HUMAN_ACCESS, ControlState.NOT_AVAILABLE, "AWS has no access"));

        var direct = flow(api);
        var hosted = flow(bedrock);

        assertThat(direct.house()).isEqualTo(House.VENDORS);
        assertThat(direct.frame()).isEqualTo("Anthropic, Region not agreed");
        assertThat(direct.steps().get(Place.MODEL.ordinal()))
                .isEqualTo(new Step(Place.MODEL, "The model", "may run in US, global", true));
        assertThat(direct.points().getFirst().presence()).isEqualTo(Presence.ABSENT);
        assertThat(direct.points().getFirst().detail()).isEqualTo("public internet");
        assertThat(hosted.house()).isEqualTo(House.ONE_CLOUD);
        assertThat(hosted.frame()).isEqualTo("Amazon Web Services, agreed: eu-central-1, eu-west-1");
        assertThat(hosted.steps().get(Place.MODEL.ordinal()))
                .isEqualTo(new Step(Place.MODEL, "The model", "runs in eu-central-1, eu-west-1", false));
        assertThat(hosted.steps().get(Place.READERS.ordinal()).title()).isEqualTo("No person by default");
        assertThat(hosted.points().getFirst().presence()).isEqualTo(Presence.CONFIGURED);
    }

    @Test
    void whatNobodyRecordedIsNotKnownAndNeverAbsent() {
        var flow = flow(shelf.product("Anthropic", "Claude Free", Category.CONSUMER_CHAT));

        assertThat(flow.points()).allMatch(point -> point.presence() == Presence.UNKNOWN && point.claimed());
        assertThat(flow.steps().get(Place.READERS.ordinal()).title()).isEqualTo("Not known who can read");
        assertThat(flow.sentence()).contains("PrivateLink not known").contains("not known where it runs");
    }

    @Test
    void aRejectedFactIsNotDrawn() {
        var product = shelf.product("Anthropic", "Claude API", Category.API);
        shelf.rejected(product, control(ControlType.AUDIT_LOGGING, ControlState.CONFIGURED, "wrong"));

        assertThat(flow(product).points())
                .filteredOn(point -> point.name().equals("CloudTrail"))
                .allMatch(point -> point.presence() == Presence.UNKNOWN);
    }

    @Test
    void linkedApplicationsStandAtTheFirstStep() {
        var product = shelf.product("Anthropic", "Claude API", Category.API);
        for (var name : List.of("Claims desk", "Underwriting", "Search")) {
            shelf.confirmed(null, new Application(name, "", "", List.of(), List.of(product), ""));
        }

        assertThat(flow(product).steps().getFirst().detail()).isEqualTo("Claims desk and 2 more");
    }

    @Test
    void theDrawingIsWellFormedAndEscapesWhatPeopleWrote() throws Exception {
        var product = shelf.product("Evil & <script>", "\"Quoted\" <b>product</b>", Category.API);
        shelf.confirmed(
                product, control(ControlType.HUMAN_ACCESS, ControlState.AVAILABLE, "</svg><script>alert(1)</script>"));

        var svg = DataFlowDrawing.of(flow(product));

        assertThat(svg).doesNotContain("<script").doesNotContain("<b>");
        var document = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg.replaceAll("&(?!amp|lt|gt|quot|#39)\\w+;", " "))));
        assertThat(document.getElementsByTagName("rect").getLength()).isEqualTo(6);
        assertThat(document.getDocumentElement().getAttribute("role")).isEqualTo("img");
    }

    private DataFlow flow(UUID product) {
        return DataFlow.of(shelf.snapshot(), shelf.find(product), Shelf.NOW);
    }

    static Control control(ControlType type, ControlState state, String detail) {
        return new Control(type, state, detail);
    }

    static Residency residency(List<String> chosen, List<String> offered) {
        return new Residency(List.of(), List.of(), offered, chosen, YesNo.UNKNOWN, List.of(), YesNo.UNKNOWN, "");
    }
}
