package io.outflow.classification.internal.detect;

import static io.outflow.classification.Detector.AWS_KEY;
import static io.outflow.classification.Detector.CARD;
import static io.outflow.classification.Detector.EMAIL;
import static io.outflow.classification.Detector.ES_DNI;
import static io.outflow.classification.Detector.IBAN;
import static io.outflow.classification.Detector.PHONE;
import static io.outflow.classification.Detector.SOURCE_CODE;
import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.classification.Detector;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What detectors promise, by example. All values are made up or reserved for documentation. */
class TextScanTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            EMAIL | Write to anna.muster@example.com, please.
            EMAIL | <jürgen@example.org>
            PHONE | Ring +44 20 7946 0123 after six.
            PHONE | Tel. 030 23125 014
            PHONE | call (202) 555-0143
            PHONE | It is 202-555-0143.
            PHONE | 0049 30 23125014 is mine
            PERSON_NAME | Dear Mr Miller, thank you
            PERSON_NAME | Patient: Erika Mustermann, ward 3
            PERSON_NAME | Sehr geehrte Frau Dr. Müller-Lüdenscheidt,
            PERSON_NAME | my name is Joana Bloggs and I
            PERSON_NAME | Dear Anna, see below
            BIRTH_DATE | Date of birth: 12/03/1985
            BIRTH_DATE | geb. am 3.7.1979 in Bonn
            BIRTH_DATE | She was born on 12 March 1985.
            BIRTH_DATE | DOB March 12, 1985
            DE_TAX_ID | Steuer-ID 86 095 742 719
            DE_TAX_ID | idnr=86095742719;
            FR_NIR | NIR 2 55 08 14 168 025 38
            ES_DNI | DNI 12345678Z
            ES_DNI | NIE X1234567L
            IT_CODICE_FISCALE | CF RSSMRA85T10A562S
            NL_BSN | BSN: 111222333
            PL_PESEL | PESEL 44051401359
            SE_PERSONNUMMER | personnummer 811218-9876
            UK_NHS | NHS number 943 476 5919
            US_SSN | SSN 123-45-6789
            US_SSN | social security no. 123456789
            CA_SIN | SIN 130 692 544
            AU_TFN | TFN 123 456 782
            SG_NRIC | NRIC S1234567D
            IBAN | DE89 3704 0044 0532 0130 00
            IBAN | to GB29NWBK60161331926819.
            CARD | 4111 1111 1111 1111
            CARD | card=5555555555554444&
            CARD | 3782-822463-10005
            HEALTH | The patient was diagnosed with epilepsy.
            HEALTH | my diabetes got worse
            AWS_KEY | AKIAIOSFODNN7EXAMPLE
            AWS_KEY | 密钥AKIAIOSFODNN7EXAMPLE。
            AWS_KEY | “AKIAIOSFODNN7EXAMPLE”
            AWS_KEY | aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
            GITHUB_TOKEN | ghp_0123456789abcdefghijABCDEFGHIJ012345
            SLACK_TOKEN | xoxb-000000000000-000000000000-aaaaaaaaaaaaaaaaaaaaaaaa
            GOOGLE_KEY | AIzaSy000000000000000000000000000000000
            STRIPE_KEY | sk_test_0000000000000000aaaaaaaa
            MODEL_KEY | sk-ant-api03-0000000000000000000000000000
            MODEL_KEY | sk-000000000000000000000000000000000000000000000000
            PRIVATE_KEY | -----BEGIN RSA PRIVATE KEY-----
            PRIVATE_KEY | -----BEGIN PRIVATE KEY-----
            JWT | eyJhbGciOiJub25lIn0.eyJzdWIiOiJub2JvZHkifQ.c2lnbmF0dXJl
            PASSWORD | password: Tr0ub4dor
            SOURCE_CODE | What does SELECT name FROM customers WHERE id = 1 do?
            """)
    void eachKindOfDataIsFoundInItsForms(Detector detector, String text) {
        assertThat(Looking.at(text)).containsKey(detector);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "git@github.com:acme/app.git and info@example.com",
                "postgres://app:secret@db.example.com/app",
                "@media (min-width: 600px) a@b",
                "Order 4111111111111112 of 2026-11-22",
                "550e8400-e29b-41d4-a716-446655440000",
                "version 1.22.333.4444 of 10.0.0.255",
                "4111111111111111.5 is a number, 0.4111111111111111 too",
                "What is diabetes, and is chemotherapy painful?",
                "In March 1985 the company was founded.",
                "Dear Sir or Madam, Dear Customer, Dear Team,",
                "Name: Quarterly report",
                "DE00 3704 0044 0532 0130 00",
                "The password is never written down.",
                "-----BEGIN CERTIFICATE-----",
                "for (example) we select from the list; if you want, return it.",
                "eyJhbGciOiJub25lIn0 alone",
                "1700000000 1700000000123 100000000"
            })
    void whatOnlyLooksLikeItIsNotFound(String text) {
        assertThat(Looking.at(text)).isEmpty();
    }

    @Test
    void aValueCountsOnceInACallHoweverItIsWritten() {
        assertThat(Looking.at(
                        "4111 1111 1111 1111 and 4111-1111-1111-1111",
                        "4111111111111111",
                        "Anna.Muster@example.com anna.muster@EXAMPLE.com",
                        "+44 20 7946 0123, +442079460123 and +44 20 7946 0124"))
                .isEqualTo(Map.of(CARD, 1, EMAIL, 1, PHONE, 2));
    }

    @Test
    void theNextCallBeginsAnew() {
        var scan = Looking.everything();

        assertThat(Looking.at(scan, "4111111111111111")).isEqualTo(Map.of(CARD, 1));
        assertThat(Looking.at(scan, "nothing")).isEmpty();
        assertThat(Looking.at(scan, "4111111111111111")).isEqualTo(Map.of(CARD, 1));
    }

    @Test
    void aDetectorThatIsSwitchedOffFindsNothing() {
        var scan = new TextScan(Map.of(EMAIL, "PERSONAL"));

        assertThat(Looking.at(scan, "anna@example.com, 4111111111111111, +44 20 7946 0123"))
                .isEqualTo(Map.of(EMAIL, 1));
    }

    @Test
    void sourceCodeIsToldFromProseAndCountsOnceForEachText() {
        var java = """
                public final class Greeting {
                    private final String name;

                    String text() {
                        return "Hello " + name;
                    }
                }
                """;
        var python = """
                import os

                def total(rows):
                    for row in rows:
                        print(row.sum())
                """;

        assertThat(Looking.at(java, python)).isEqualTo(Map.of(SOURCE_CODE, 2));
    }

    @Test
    void severalKindsStandBesideEachOther() {
        assertThat(Looking.at(
                        "anna@example.com;DE89370400440532013000;4111111111111111;AKIAIOSFODNN7EXAMPLE;12345678Z"))
                .isEqualTo(Map.of(EMAIL, 1, IBAN, 1, CARD, 1, AWS_KEY, 1, ES_DNI, 1));
    }

    /** Whoever reads the memory of the server after a call must not find what the call said, nor a hash to test guesses with. */
    @Test
    void nothingOfATextIsLeftInTheScannerAfterItsCall() throws IllegalAccessException {
        var scan = Looking.everything();
        var text = "card 4111 1111 1111 1111, RSSMRA85T10A562S, S1234567D, anna.muster@example.com, password: Tr0ub4dor"
                .getBytes(StandardCharsets.UTF_8);
        scan.text(text, 0, text.length);
        assertThat(scan.found()).hasSize(5);

        for (var array : arraysWithin(scan)) {
            switch (array) {
                case byte[] bytes -> assertThat(bytes).isNotSameAs(text);
                case long[] hashes -> assertThat(hashes).containsOnly(0);
                case int[] numbers -> assertThat(digitsOf(numbers)).doesNotContain("4111111111", "1234567", "828283");
                default -> {}
            }
        }
    }

    private static String digitsOf(int[] numbers) {
        var digits = new StringBuilder();
        for (int number : numbers) {
            digits.append(number);
        }
        return digits.toString();
    }

    /** Every array that the scanner holds itself, without the libraries' tables. */
    private static Set<Object> arraysWithin(Object root) throws IllegalAccessException {
        Set<Object> arrays = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        var open = new ArrayDeque<Object>();
        open.add(root);
        while (!open.isEmpty()) {
            var next = open.poll();
            if (!seen.add(next)) {
                continue;
            }
            if (next.getClass().isArray()) {
                arrays.add(next);
            } else if (next.getClass().getPackage().equals(TextScan.class.getPackage())) {
                for (Field field : next.getClass().getDeclaredFields()) {
                    if (!Modifier.isStatic(field.getModifiers())) {
                        field.setAccessible(true);
                        var value = field.get(next);
                        if (value != null) {
                            open.add(value);
                        }
                    }
                }
            }
        }
        return arrays;
    }
}
