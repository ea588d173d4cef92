package io.outflow.trail;

import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.trail.OriginalRecord.Field;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class OriginalRecordTest {

    @Test
    void takesARecordApartInItsOrder() {
        assertThat(OriginalRecord.of(bytes(
                                "{\"b\":{\"y\":1.50,\"x\":null},\"a\":[{\"k\":\"v\\u00e9\"},true],\"e\":{},\"f\":[]}"))
                        .fields())
                .containsExactly(
                        new Field("b.y", "1.50"),
                        new Field("b.x", "null"),
                        new Field("a[0].k", "vé"),
                        new Field("a[1]", "true"),
                        new Field("e", "{}"),
                        new Field("f", "[]"));
    }

    @Test
    void showsOnlyWhatReallyDiffers() {
        byte[] stored = bytes(
                "{\"eventTime\":\"2026-05-04T08:15:30Z\",\"eventID\":\"e \",\"n\":1.0,\"ip\":\"10.0.0.1\",\"gone\":\"x\",\"s\":\"\\u003c\"}");
        byte[] here = bytes(
                "{\"s\":\"<\",\"n\":1,\"eventID\":\"e\",\"eventTime\":\"2026-05-04T10:15:30+02:00\",\"ip\":\"10.0.0.2\",\"new\":{\"a\":\"1\"}}");

        assertThat(OriginalRecord.difference(stored, here))
                .containsExactly(
                        new FieldDifference("ip", "10.0.0.1", "10.0.0.2"),
                        new FieldDifference("gone", "x", null),
                        new FieldDifference("new.a", null, "1"));
        assertThat(OriginalRecord.difference(stored, stored)).isEmpty();
    }

    @Test
    void hasNoFieldsWhereItIsNoJson() {
        assertThat(OriginalRecord.of(bytes("{\"a\":")).fields()).isEmpty();
        assertThat(OriginalRecord.difference(bytes("x"), bytes("{\"a\":1}")))
                .containsExactly(new FieldDifference("a", null, "1"));
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
