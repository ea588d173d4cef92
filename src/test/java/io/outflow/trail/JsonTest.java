package io.outflow.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outflow.trail.BadRecord.Reason;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @Test
    void readsEveryKindOfValue() throws JsonFault {
        Json.Obj object = (Json.Obj) parse(" {\"a\": [1, -0.5e+3, true, false, null, {}, []], \"b\":\"x\"}\n");

        assertThat(object.elements("a")).hasSize(7).element(2).isEqualTo(Json.Word.TRUE);
        assertThat(object.text("b")).isEqualTo("x");
        assertThat(object.get("c")).isNull();
    }

    @Test
    void decodesEscapesAndKeepsCharactersBeyondThem() throws JsonFault {
        Json.Obj object = (Json.Obj) parse("{\"a\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude00 é😀\"}");

        assertThat(object.text("a")).isEqualTo("\"\\/\b\f\n\r\té😀 é😀");
    }

    @Test
    void replacesHalfOfASurrogatePairBecauseCutTextsEndInOne() throws JsonFault {
        Json.Obj object = (Json.Obj) parse("{\"a\":\"cut \\ud83d\",\"b\":\"\\ude00\\ud83d x\"}");

        assertThat(object.text("a")).isEqualTo("cut \uFFFD");
        assertThat(object.text("b")).isEqualTo("\uFFFD\uFFFD x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1}x",
                "{\"a\":1}{\"b\":2}",
                "{\"a\" 1}",
                "{a:1}",
                "{\"a\":1,}",
                "[1,]",
                "[1 2]",
                "{\"a\":01}",
                "{\"a\":+1}",
                "{\"a\":.5}",
                "{\"a\":5.x}",
                "{\"a\":NaN}",
                "{\"a\":tru0}",
                "{\"a\":'b'}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u12g4\"}",
                "{\"a\":\"line\nbreak\"}",
                "{\"a\":\"\u0000\"}",
                "{,}",
                "//x",
                "\uFEFF{}",
                "{\"a\":1\u00a0}"
            })
    void refusesWhatIsNotJson(String text) {
        assertThat(faultOf(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(Reason.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{\"a",
                "{\"a\"",
                "{\"a\":",
                "{\"a\":1",
                "{\"a\":1,",
                "[",
                "[1",
                "[\"\\u00",
                "-",
                "{\"a\":tr"
            })
    void saysThatItEndsTooEarly(String text) {
        assertThat(faultOf(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(Reason.TRUNCATED);
    }

    @ParameterizedTest
    @CsvSource({
        "C0 80",
        "C1 BF",
        "80",
        "E0 80 80",
        "ED A0 80",
        "F0 80 80 80",
        "F4 90 80 80",
        "F5 80 80 80",
        "FF",
        "C3",
        "E2 82",
        "C3 28"
    })
    void refusesTextThatIsNotUtf8(String hex) {
        byte[] middle = java.util.HexFormat.ofDelimiter(" ").parseHex(hex);
        byte[] bytes = new byte[middle.length + 8];
        System.arraycopy("{\"a\":\"".getBytes(StandardCharsets.UTF_8), 0, bytes, 0, 6);
        System.arraycopy(middle, 0, bytes, 6, middle.length);
        System.arraycopy("\"}".getBytes(StandardCharsets.UTF_8), 0, bytes, 6 + middle.length, 2);

        assertThat(faultOf(bytes)).isEqualTo(Reason.BAD_TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":1,\"a\":2}", "{\"a\":1,\"b\":0,\"\\u0061\":2}", "{\"x\":[{\"k\":{},\"k\":{}}]}"})
    void refusesAnObjectThatNamesAFieldTwice(String text) {
        assertThat(faultOf(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(Reason.DUPLICATE_KEY);
    }

    @Test
    void findsAFieldNamedTwiceAmongThousands() {
        var text = new StringBuilder("{");
        for (int i = 0; i < 5000; i++) {
            text.append("\"k").append(i).append("\":1,");
        }
        text.append("\"k2500\":2}");

        assertThat(faultOf(text.toString().getBytes(StandardCharsets.UTF_8))).isEqualTo(Reason.DUPLICATE_KEY);
    }

    @Test
    void readsAHundredLevelsAndRefusesMore() throws JsonFault {
        assertThat(parse("[".repeat(100) + "]".repeat(100))).isInstanceOf(Json.Arr.class);
        assertThat(faultOf("[".repeat(101).getBytes(StandardCharsets.UTF_8))).isEqualTo(Reason.TOO_DEEP);
        assertThat(faultOf("{\"a\":".repeat(10_000).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Reason.TOO_DEEP);
    }

    @Test
    void readsOnlyItsSlice() throws JsonFault {
        byte[] bytes = "xx{\"a\":12}34".getBytes(StandardCharsets.UTF_8);

        Json.Obj object = (Json.Obj) new JsonParser(100).parse(bytes, 2, 8);

        assertThat(object.text("a")).isEqualTo("12");
        assertThatThrownBy(() -> new JsonParser(100).parse(bytes, 2, 7)).isInstanceOf(JsonFault.class);
    }

    @Test
    void takesOnlyWholeCountsInReach() throws JsonFault {
        Json.Obj object = (Json.Obj) parse(
                "{\"a\":12,\"b\":\"7\",\"c\":3.0,\"d\":-1,\"e\":1.5,\"f\":1e400,\"g\":\"x\",\"h\":9e15,\"i\":true}");

        assertThat(object.count("a")).isEqualTo(12);
        assertThat(object.count("b")).isEqualTo(7);
        assertThat(object.count("c")).isEqualTo(3);
        for (String name : new String[] {"d", "e", "f", "g", "h", "i", "missing"}) {
            assertThat(object.count(name)).as(name).isNull();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1.0",
        "1, 10e-1",
        "0, -0",
        "0, 0.000e99",
        "100, 1e2",
        "1.50, 15e-1",
        "-2, -2.00",
        "12345678901234567890123, 1.2345678901234567890123e22",
        "1e400, 10E399",
        "1e1000000000000, 10e999999999999"
    })
    void writesEqualNumbersEqually(String one, String other) throws JsonFault {
        assertThat(canonical(one)).isEqualTo(canonical(other));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2",
        "1, -1",
        "10, 1",
        "1e400, 1e401",
        "0.1, 0.10000000000000000001",
        "12345678901234567890, 12345678901234567891"
    })
    void writesOtherNumbersOtherwise(String one, String other) throws JsonFault {
        assertThat(canonical(one)).isNotEqualTo(canonical(other));
    }

    @Test
    void writesTheSameContentTheSameWay() throws JsonFault {
        String one = canonical("{\"b\":[1,{\"y\":\"\\u003cé\\u00e9\\n\",\"x\":null}],\"a\":\"\\/\"}");
        String other = canonical(" {\"a\" : \"/\", \"b\":[ 1.0, {\"x\":null,\"y\":\"<\\u00e9é\\u000a\"} ] }");

        assertThat(one).isEqualTo(other).isEqualTo("{\"a\":\"/\",\"b\":[1,{\"x\":null,\"y\":\"<éé\\u000a\"}]}");
    }

    @Test
    void writesCompactWithEveryCharacterAsItWas() throws JsonFault {
        String text = "{\"z\":\"\\u003c\\ud83d x\",\"n\\\"\\u0001\":1.50e+2,\"é\":[true,null]}";

        byte[] compact = new JsonWriter().compact(parse(text.replace(",", " ,\n")));

        assertThat(new String(compact, StandardCharsets.UTF_8)).isEqualTo(text);
    }

    private static Json parse(String text) throws JsonFault {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new JsonParser(100).parse(bytes, 0, bytes.length);
    }

    private static String canonical(String text) throws JsonFault {
        JsonWriter writer = new JsonWriter();
        writer.canonical(parse(text));
        return new String(writer.buffer(), 0, writer.size(), StandardCharsets.UTF_8);
    }

    private static Reason faultOf(byte[] bytes) {
        try {
            Json value = new JsonParser(100).parse(bytes, 0, bytes.length);
            throw new AssertionError("was read as " + value);
        } catch (JsonFault fault) {
            assertThat(fault.sentence()).endsWith(".");
            return fault.reason();
        }
    }
}
