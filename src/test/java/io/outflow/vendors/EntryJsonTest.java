package io.outflow.vendors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

class EntryJsonTest {

    private final EntryJson json = new EntryJson();

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everyKindComesBackAsItWasWritten(Kind kind) {
        var content = SampleContents.filled(kind);
        var basis = new Basis(
                Origin.CATALOGUE,
                "https://example.com/dpa",
                LocalDate.of(2026, 8, 22),
                "Legal",
                Instant.parse("2026-11-01T09:00:00.123456Z"),
                LocalDate.of(2027, 8, 22),
                true,
                "example/dpa");

        var read = json.read(kind, json.write(content, basis));

        assertThat(read).isEqualTo(new EntryJson.Body(content, basis));
        for (var field : kind.fields()) {
            assertThat(field.in(read.content())).as(field.name()).isEqualTo(field.in(content));
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void whatSaysNothingIsReadAsUnknownAndNotAsNo(Kind kind) {
        var content = json.content(kind, JsonMapper.shared().readTree("{}"));

        assertThat(json.read(kind, json.write(content, Basis.ours("", null, null)))
                        .content())
                .isEqualTo(content);
    }

    @Test
    void aZoneIsKeptWithItsName() {
        var agreement = Agreements.inForce("2026-10-14T00:00+02:00[Europe/Berlin]", null);

        assertThat(json.write(agreement, Basis.ours("", null, null)))
                .contains("2026-10-14T00:00:00+02:00[Europe/Berlin]");
    }

    @Test
    void anUnknownFieldIsRefusedByName() {
        assertThatThrownBy(() ->
                        json.content(Kind.VENDOR, JsonMapper.shared().readTree("{\"name\":\"A\",\"colour\":\"red\"}")))
                .isInstanceOfSatisfying(EntryRefused.class, refused -> assertThat(
                                refused.problems().getFirst().field())
                        .isEqualTo("colour"));
    }
}
