package io.outflow.classification.internal.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.outflow.classification.Detector;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Month;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

/**
 * The scanner against a slow twin that looks at every place of a text by rules as they are written down, on texts that are made of
 * pieces of values; and against texts made to keep it busy.
 */
class LinearProperties {
    private static final int MEGABYTE = 1 << 20;
    private static final Set<Detector> TWINNED =
            Set.of(Detector.CARD, Detector.AWS_KEY, Detector.ES_DNI, Detector.US_SSN, Detector.IBAN, Detector.PL_PESEL);

    /** Not behind or before what makes a number longer: letters, digits, or a sign that another of them follows. */
    private static final String OPEN = "(?<![A-Za-z0-9_\\u00c0-\\u07ff])(?<![A-Za-z0-9_\\u00c0-\\u07ff][-./+])";

    private static final String CLOSED = "(?![A-Za-z0-9_\\u00c0-\\u07ff])(?![-./][A-Za-z0-9_\\u00c0-\\u07ff])";
    private static final Pattern CARDS = Pattern.compile(OPEN
            + "(?=(\\d{14,16}|\\d{19}|\\d{4}([-./+ ])(?:\\d{4}\\2\\d{4}\\2\\d{4}|\\d{6}\\2\\d{4,5}))" + CLOSED + ")");
    private static final Pattern SSNS = Pattern.compile(OPEN + "(?=(\\d{3}-\\d{2}-\\d{4})" + CLOSED + ")");
    private static final Pattern PESELS = Pattern.compile(OPEN + "(?=(\\d{11})" + CLOSED + ")");
    private static final Pattern DNIS = Pattern.compile(
            "(?<![A-Za-z0-9_\\u00c0-\\u07ff])(?=((?:\\d{8}|[XYZ]\\d{7})[A-Z])(?![A-Za-z0-9_\\u00c0-\\u07ff]))");
    private static final Pattern AWS =
            Pattern.compile("(?<![A-Za-z0-9_\\u00c0-\\u07ff])(?=(A[KS]IA[A-Z0-9]{16})(?![A-Za-z0-9_\\u00c0-\\u07ff]))");
    private static final Pattern GERMAN_IBANS = Pattern.compile(
            "(?<![A-Za-z0-9_\\u00c0-\\u07ff])(?=(DE\\d{2}(?: ?\\d{4}){4} ?\\d{2})(?![A-Za-z0-9_\\u00c0-\\u07ff]))");

    @Property(tries = 2_000)
    void itFindsWhatASlowTwinFinds(@ForAll("texts") String text) {
        var found = Looking.at(text);
        found.keySet().retainAll(TWINNED);

        assertThat(found).isEqualTo(twin(text));
    }

    @Test
    void aTextMadeToKeepItBusyTakesNoLongerThanItsLengthAllows() {
        var busy = List.of(
                "1",
                "1 ",
                "1-",
                "1.",
                "4111 ",
                "4111-1111-1111-1111-",
                "41111111111111112",
                "+",
                "+1 ",
                "+44207946012 ",
                "(202) ",
                "(555",
                "@",
                "a@",
                "a@b.c",
                "a.",
                "aaaaaaaaaaaaaaaaaaaaaaaa@a.de",
                "eyJ",
                "eyJaaaaaaaa.",
                "-----BEGIN ",
                "BEGIN",
                "sk-",
                "sk-ant-",
                "password:",
                "password: a1",
                "aws_secret_access_key=",
                "DE89",
                "DE89 3704 ",
                "Mr A",
                "Mr ",
                "Dear Anna ",
                "name: A. ",
                "patient epilepsy ",
                "born 12 March 19",
                "tel ",
                "tel 1 ",
                "tel 030123456 ",
                "for\n",
                "for (a; b;",
                " ",
                "\n",
                "{",
                "SELECT FROM ",
                "#",
                "\u00a0",
                "1\u00a0",
                "é",
                "É",
                "漢",
                "_",
                "a1");
        for (var piece : busy) {
            var text = piece.repeat(MEGABYTE / piece.getBytes(StandardCharsets.UTF_8).length)
                    .getBytes(StandardCharsets.UTF_8);
            var scan = Looking.everything();
            assertTimeoutPreemptively(
                    Duration.ofSeconds(10),
                    () -> {
                        scan.text(text, 0, text.length);
                        scan.found();
                    },
                    piece);
        }
    }

    @Provide
    Arbitrary<String> texts() {
        var piece = Arbitraries.frequencyOf(
                Tuple.of(
                        4,
                        Arbitraries.of(
                                "4111",
                                "1111",
                                "4111111111111111",
                                "5555555555554444",
                                "123-45-6789",
                                "666-45-6789",
                                "12345678Z",
                                "X1234567L",
                                "AKIAIOSFODNN7EXAMPLE",
                                "DE89",
                                "3704",
                                "0044",
                                "0532",
                                "0130",
                                "00",
                                "DE89370400440532013000",
                                "44051401359")),
                Tuple.of(
                        3,
                        Arbitraries.of(
                                " ", "-", ".", "/", ",", "\n", ":", "_", "\u00e9", "\u6f22", "A", "z", "=", "(")),
                Tuple.of(1, Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(20)));
        return piece.list().ofMaxSize(14).map(pieces -> String.join("", pieces));
    }

    private static Map<Detector, Integer> twin(String text) {
        var found = new TreeMap<Detector, Integer>();
        count(found, Detector.CARD, CARDS, text, LinearProperties::isCard);
        count(found, Detector.US_SSN, SSNS, text, LinearProperties::isSsn);
        count(found, Detector.PL_PESEL, PESELS, text, LinearProperties::isPesel);
        count(found, Detector.ES_DNI, DNIS, text, LinearProperties::isDni);
        count(found, Detector.AWS_KEY, AWS, text, value -> true);
        count(found, Detector.IBAN, GERMAN_IBANS, text, LinearProperties::isIban);
        return found;
    }

    private static void count(
            Map<Detector, Integer> found, Detector detector, Pattern pattern, String text, Predicate<String> rule) {
        var values = new HashSet<String>();
        var matcher = pattern.matcher(text);
        while (matcher.find()) {
            var value = matcher.group(1).replaceAll("[-./+ ]", "");
            if (rule.test(value)) {
                values.add(value);
            }
        }
        if (!values.isEmpty()) {
            found.put(detector, values.size());
        }
    }

    private static boolean isCard(String digits) {
        var sum = 0;
        for (var i = 0; i < digits.length(); i++) {
            var value = (digits.charAt(digits.length() - 1 - i) - '0') * (i % 2 + 1);
            sum += value / 10 + value % 10;
        }
        var ranges =
                switch (digits.length()) {
                    case 14 -> "(3[689]|30[0-5]).*";
                    case 15 -> "3[47].*";
                    default -> "(4|5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720|6011|65|64[4-9]|352[89]|35[3-8]|62).*";
                };
        return sum % 10 == 0 && digits.matches(ranges);
    }

    private static boolean isSsn(String digits) {
        return !digits.matches("(000|666|9..).*|...00.*|.....0000|078051120|219099999")
                && digits.chars().distinct().count() > 1;
    }

    private static boolean isPesel(String digits) {
        var weights = "1379137913";
        var sum = 0;
        for (var i = 0; i < 10; i++) {
            sum += (digits.charAt(i) - '0') * (weights.charAt(i) - '0');
        }
        var month = Integer.parseInt(digits.substring(2, 4)) % 20;
        var day = Integer.parseInt(digits.substring(4, 6));
        return month >= 1
                && month <= 12
                && day >= 1
                && day <= Month.of(month).maxLength()
                && (10 - sum % 10) % 10 == digits.charAt(10) - '0';
    }

    private static boolean isDni(String value) {
        var number = value.replace('X', '0').replace('Y', '1').replace('Z', '2').substring(0, 8);
        return "TRWAGMYFPDXBNJZSQVHLCKE".charAt(Integer.parseInt(number) % 23) == value.charAt(8);
    }

    private static boolean isIban(String value) {
        var number = new StringBuilder();
        (value.substring(4) + value.substring(0, 4)).chars().forEach(c -> number.append(Character.getNumericValue(c)));
        return new BigInteger(number.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
    }
}
