package io.outflow.classification.internal.detect;

import io.outflow.classification.Detector;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/**
 * Makes prompts with known content from a seed. Every value is made up: numbers are drawn and their check digits worked out here,
 * by the rules as they are published and not by the code under test; domains are those reserved for documentation, telephone
 * numbers those reserved for films where a country has such, keys are their issuers' examples or drawn.
 */
final class LabelledTexts {
    /** A prompt and the kinds of data that are in it. */
    record Labelled(String text, Set<Detector> holds) {}

    private static final String DIGITS = "0123456789";
    private static final String CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String ALPHANUMERIC = DIGITS + CAPITALS + "abcdefghijklmnopqrstuvwxyz";
    private static final List<String> GIVEN = List.of(
            "Erika",
            "Max",
            "Joana",
            "Piotr",
            "Ingrid",
            "Marco",
            "Camille",
            "Lucía",
            "Aisha",
            "Tomasz",
            "Sanne",
            "Liam",
            "Björn",
            "Zoë",
            "Thandiwe",
            "Siobhán");
    private static final List<String> FAMILY = List.of(
            "Mustermann",
            "Bloggs",
            "Kowalska",
            "Svensson",
            "Rossi",
            "Dupont",
            "García",
            "de Vries",
            "Müller",
            "O'Hara",
            "Öztürk",
            "Smith-Jones");
    private static final List<String> ILLNESSES = List.of(
            "diabetes",
            "epilepsy",
            "asthma",
            "depression",
            "breast cancer",
            "multiple sclerosis",
            "lupus",
            "Crohn's disease",
            "a slipped disc",
            "Epilepsie",
            "Krebs",
            "bipolar disorder");
    private static final List<String> FILL = List.of(
            "Please summarise the following in two sentences.",
            "Here is the note from this morning:",
            "Answer briefly and in a friendly tone.",
            "The meeting on 12 March 2024 was moved to room 4.11.",
            "Order 100-4711 was shipped on 2025-02-03 for 1,299.00 EUR.",
            "Bitte fasse den Text zusammen.",
            "The server at 10.0.0.255:8443 answered with status 503 after 1700000000123 ms.",
            "Ticket 550e8400-e29b-41d4-a716-446655440000 is still open.",
            "Version 4.1.1 replaces 3.9.12; see chapter 7.2.1.",
            "Nous avons reçu votre message.",
            "The invoice number is 20240012345, customer number 88121234.",
            "Commit 9fceb02d0ae598e95dc970b74767f19372d61af8 breaks the build.");
    private static final List<String> HARD = List.of(
            "What are the symptoms of diabetes and how is epilepsy treated in general?",
            "Explain the difference between asthma and COPD for a school book.",
            "Dear Customer Service, Dear Madam, to whom it may concern,",
            "The password must have eight characters and is never sent by mail.",
            "Clone git@github.com:acme/app.git or write to support@example.com.",
            "Name: Quarterly Report; Author: unknown; Contact: see below.",
            "Call the function with 3 arguments, phone book order.",
            "If you select items from the list, return them; for example, import goods, class A.",
            "Our phone line opens at 9:00, extension 4711.",
            "Card games with 5555 cards and 4111 points.",
            "Bonds with ISIN US0378331005 and DE0007164600.",
            "Born in March, the project was finished in 2019.",
            "Token limits: max_tokens 1000000, sk-learn 1.4, eyJ is how it starts.",
            "The patient reader will find the answer on page 123456789.",
            "IBAN DE12 3456 7890 1234 5678 90 is a wrong example.",
            "Numbers: 123456782 87654321 944051401359 1234567890123456.");

    private final Random random;

    LabelledTexts(long seed) {
        random = new Random(seed);
    }

    /** So many prompts for each detector, and as many without any as there are detectors times a quarter of it. */
    List<Labelled> make(int each) {
        var made = new ArrayList<Labelled>();
        for (var detector : Detector.values()) {
            for (var n = 0; n < each; n++) {
                made.add(with(EnumSet.of(detector)));
            }
        }
        for (var n = 0; n < each * Detector.values().length / 4; n++) {
            made.add(with(EnumSet.noneOf(Detector.class)));
        }
        return made;
    }

    private Labelled with(Set<Detector> holds) {
        var text = new StringBuilder(of(FILL));
        var code = holds.contains(Detector.SOURCE_CODE);
        var gap = code || random.nextInt(3) == 0 ? "\n" : " ";
        for (var detector : holds) {
            text.append(gap).append(sentence(detector));
        }
        text.append(gap).append(of(random.nextInt(2) == 0 ? HARD : FILL));
        text.append(gap).append(of(FILL));
        return new Labelled(text.toString(), holds);
    }

    private String sentence(Detector detector) {
        return switch (detector) {
            case EMAIL ->
                one("Write to %s, please.", "Von: <%s>", "%s asked again;", "contact=%s&x=1", "(%s)")
                        .formatted(email());
            case PHONE -> phone();
            case PERSON_NAME ->
                one(
                                "Dear Mr %2$s,",
                                "Sehr geehrte Frau %2$s,",
                                "Patient: %1$s %2$s",
                                "my name is %1$s.",
                                "Hi %1$s,",
                                "Employee name: %1$s %2$s",
                                "Mme %2$s a appelé.",
                                "Regards, %1$s %2$s",
                                "Applicant: %1$s %2$s (new)")
                        .formatted(of(GIVEN), of(FAMILY));
            case BIRTH_DATE ->
                one("DOB %s", "Date of birth: %s", "geboren am %s", "née le %s", "born %s", "birthday is %s", "(* %s)")
                        .formatted(birth());
            case DE_TAX_ID -> one("Steuer-ID %s", "IdNr. %s.", "tax id %s").formatted(spaced(germanTax(), 2, 3, 3, 3));
            case FR_NIR -> one("NIR %s", "numéro de sécu : %s", "%s").formatted(spaced(nir(), 1, 2, 2, 2, 3, 3, 2));
            case ES_DNI -> one("DNI %s", "con NIE %s.", "(%s)").formatted(dni());
            case IT_CODICE_FISCALE -> one("CF %s", "codice fiscale: %s").formatted(codiceFiscale());
            case NL_BSN ->
                one("BSN %s", "burgerservicenummer: %s", "bsn=%s", "het nummer %s")
                        .formatted(bsn());
            case PL_PESEL -> one("PESEL %s", "pesel: %s;").formatted(pesel());
            case SE_PERSONNUMMER -> one("personnummer %s", "pnr %s", "%s").formatted(personnummer());
            case UK_NHS ->
                one("NHS number %s", "NHS no. %s", "NHS: %s", "hospital number %s")
                        .formatted(spaced(nhs(), 3, 3, 4));
            case US_SSN -> one("SSN %s", "social security number %s", "%s").formatted(ssn());
            case CA_SIN ->
                one("SIN %s", "social insurance number %s")
                        .formatted(spaced(luhn(String.valueOf(1 + random.nextInt(7)), 9), 3, 3, 3));
            case AU_TFN -> one("TFN %s", "tax file number: %s").formatted(spaced(tfn(), 3, 3, 3));
            case SG_NRIC -> one("NRIC %s", "FIN: %s", "%s").formatted(nric());
            case IBAN -> one("IBAN %s", "pay to %s.", "konto=%s;").formatted(iban());
            case CARD -> one("card %s", "%s exp 12/27", "Visa: %s,").formatted(card());
            case HEALTH ->
                one(
                                "The patient was diagnosed with %s in May.",
                                "My mother has %s.",
                                "He suffers from %s.",
                                "Die Patientin leidet an %s.",
                                "I was told that I have %s.",
                                "Since the accident the employee takes medication for %s.")
                        .formatted(of(ILLNESSES));
            case AWS_KEY ->
                random.nextInt(3) == 0
                        ? "aws_secret_access_key = " + drawn(ALPHANUMERIC + "/+", 40)
                        : one("key AKIA%s", "AWS_ACCESS_KEY_ID=ASIA%s")
                                .formatted(drawn("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 16));
            case GITHUB_TOKEN -> one("token ghp_%s", "GITHUB_TOKEN=ghs_%s").formatted(drawn(ALPHANUMERIC, 36));
            case SLACK_TOKEN ->
                "xoxb-%s-%s-%s".formatted(drawn(DIGITS, 12), drawn(DIGITS, 12), drawn(ALPHANUMERIC, 24));
            case GOOGLE_KEY -> one("key=AIza%s", "\"AIza%s\"").formatted(drawn(ALPHANUMERIC, 35));
            case STRIPE_KEY -> one("sk_live_%s", "STRIPE=rk_test_%s").formatted(drawn(ALPHANUMERIC, 24));
            case MODEL_KEY ->
                one("sk-ant-api03-%s", "OPENAI_API_KEY=sk-proj-%s", "sk-%s").formatted(drawn(ALPHANUMERIC, 48));
            case PRIVATE_KEY ->
                one("-----BEGIN RSA PRIVATE KEY-----\n%s", "-----BEGIN PRIVATE KEY-----\n%s")
                        .formatted(drawn(ALPHANUMERIC, 64));
            case JWT ->
                "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOi%s.%s"
                        .formatted(drawn(ALPHANUMERIC, 20), drawn(ALPHANUMERIC, 43));
            case PASSWORD ->
                one("password: %s", "the password is %s", "PWD=%s;", "Passwort: \"%s\"", "log in with %s")
                        .formatted(drawn(ALPHANUMERIC, 6) + "7k!" + drawn(ALPHANUMERIC, 2));
            case SOURCE_CODE -> code();
        };
    }

    private String email() {
        var local = one("erika.mustermann", "j.bloggs", "piotr+test", "m_rossi", "sanne-v", "ö.svensson")
                .toLowerCase(Locale.ROOT);
        return local + random.nextInt(90) + "@" + one("example.com", "mail.example.org", "example.net");
    }

    /** Numbers for films: of Ofcom in London, of the Bundesnetzagentur in Berlin, 555-01 in North America; others drawn. */
    private String phone() {
        var two = drawn(DIGITS, 2);
        return one(
                "Ring +44 20 7946 0" + "1" + two + " after six.",
                "Tel.: 030 23125 0" + two,
                "Telefon 0049 30 23125" + "0" + two + ".",
                "phone (202) 555-01" + two,
                "It is 212-555-01" + two + ".",
                "+1 202 555 01" + two,
                "mobile: +33 6 39 98 " + two + " 12",
                "020 7946 01" + two + " is the desk");
    }

    private String birth() {
        var day = 1 + random.nextInt(28);
        var month = 1 + random.nextInt(12);
        var year = 1930 + random.nextInt(80);
        return one(
                "%02d.%02d.%d".formatted(day, month, year),
                "%d-%02d-%02d".formatted(year, month, day),
                "%d/%d/%d".formatted(month, day, year),
                "%d March %d".formatted(day, year),
                "June %d, %d".formatted(day, year));
    }

    private String germanTax() {
        while (true) {
            var order = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9));
            Collections.shuffle(order, random);
            order.set(9, order.get(random.nextInt(9)));
            Collections.shuffle(order, random);
            if (order.getFirst() != 0) {
                var product = 10;
                var text = new StringBuilder();
                for (var digit : order) {
                    text.append(digit);
                    var sum = (digit + product) % 10;
                    product = (sum == 0 ? 10 : sum) * 2 % 11;
                }
                return text.append((11 - product) % 10).toString();
            }
        }
    }

    private String nir() {
        var number = "%d%02d%02d%02d%03d%03d"
                .formatted(
                        1 + random.nextInt(2),
                        random.nextInt(100),
                        1 + random.nextInt(12),
                        1 + random.nextInt(95),
                        1 + random.nextInt(900),
                        1 + random.nextInt(900));
        return number + "%02d".formatted(97 - Long.parseLong(number) % 97);
    }

    private String dni() {
        var letters = "TRWAGMYFPDXBNJZSQVHLCKE";
        if (random.nextBoolean()) {
            var number = random.nextInt(100_000_000);
            return "%08d".formatted(number) + letters.charAt(number % 23);
        }
        var first = random.nextInt(3);
        var number = random.nextInt(10_000_000);
        return "XYZ".charAt(first) + "%07d".formatted(number) + letters.charAt((first * 10_000_000 + number) % 23);
    }

    private String codiceFiscale() {
        var odd =
                new int[] {1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23
                };
        var code = drawn("BCDFGLMNPRST", 6)
                + drawn(DIGITS, 2)
                + drawn("ABCDEHLMPRST", 1)
                + "%02d".formatted(1 + random.nextInt(28))
                + drawn(CAPITALS, 1)
                + drawn(DIGITS, 3);
        var sum = 0;
        for (var i = 0; i < 15; i++) {
            var value = Character.isDigit(code.charAt(i)) ? code.charAt(i) - '0' : code.charAt(i) - 'A';
            sum += i % 2 == 0 ? odd[value] : value;
        }
        return code + (char) ('A' + sum % 26);
    }

    private String bsn() {
        while (true) {
            var eight = drawn("123456789", 8);
            var sum = 0;
            for (var i = 0; i < 8; i++) {
                sum += (eight.charAt(i) - '0') * (9 - i);
            }
            if (sum % 11 < 10) {
                return eight + sum % 11;
            }
        }
    }

    private String pesel() {
        var ten = "%02d%02d%02d"
                        .formatted(
                                random.nextInt(100),
                                1 + random.nextInt(12) + 20 * random.nextInt(2),
                                1 + random.nextInt(28))
                + drawn(DIGITS, 4);
        var sum = 0;
        for (var i = 0; i < 10; i++) {
            sum += (ten.charAt(i) - '0') * ("1379137913".charAt(i) - '0');
        }
        return ten + (10 - sum % 10) % 10;
    }

    private String personnummer() {
        var date = "%02d%02d%02d".formatted(random.nextInt(100), 1 + random.nextInt(12), 1 + random.nextInt(28));
        var ten = luhn(date + drawn(DIGITS, 3), 10);
        return one("", "19") + ten.substring(0, 6) + "-" + ten.substring(6);
    }

    private String nhs() {
        while (true) {
            var nine = "9" + drawn(DIGITS, 8);
            var sum = 0;
            for (var i = 0; i < 9; i++) {
                sum += (nine.charAt(i) - '0') * (10 - i);
            }
            var check = 11 - sum % 11;
            if (check != 10) {
                return nine + check % 11;
            }
        }
    }

    private String ssn() {
        var parts = List.of(
                "%03d".formatted(1 + random.nextInt(600)),
                "%02d".formatted(1 + random.nextInt(99)),
                "%04d".formatted(1 + random.nextInt(9998)));
        return String.join("-", parts);
    }

    private String tfn() {
        var weights = new int[] {1, 4, 3, 7, 5, 8, 6, 9, 10};
        while (true) {
            var nine = drawn("123456789", 9);
            var sum = 0;
            for (var i = 0; i < 9; i++) {
                sum += (nine.charAt(i) - '0') * weights[i];
            }
            if (sum % 11 == 0) {
                return nine;
            }
        }
    }

    private String nric() {
        var weights = new int[] {2, 7, 6, 5, 4, 3, 2};
        var first = random.nextInt(4);
        var seven = drawn(DIGITS, 7);
        var sum = first % 2 * 4;
        for (var i = 0; i < 7; i++) {
            sum += (seven.charAt(i) - '0') * weights[i];
        }
        return "STFG".charAt(first) + seven + (first < 2 ? "JZIHGFEDCBA" : "XWUTRQPNMLK").charAt(sum % 11);
    }

    private String iban() {
        var country = one("DE", "NL", "GB", "FR", "AT");
        var account =
                switch (country) {
                    case "DE" -> drawn(DIGITS, 18);
                    case "NL" -> "ABNA" + drawn(DIGITS, 10);
                    case "GB" -> "NWBK" + drawn(DIGITS, 14);
                    case "FR" -> drawn(DIGITS, 23);
                    default -> drawn(DIGITS, 16);
                };
        var number = new StringBuilder();
        (account + country + "00").chars().forEach(c -> number.append(Character.getNumericValue(c)));
        var check = 98
                - new BigInteger(number.toString()).mod(BigInteger.valueOf(97)).intValue();
        var compact = country + "%02d".formatted(check) + account;
        return random.nextBoolean() ? compact : compact.replaceAll("(.{4})(?=.)", "$1 ");
    }

    private String card() {
        var digits = luhn(one("4", "51", "55", "2221", "6011"), 16);
        return one(digits, digits.replaceAll("(.{4})(?=.)", "$1 "), digits.replaceAll("(.{4})(?=.)", "$1-"));
    }

    private String code() {
        return one(
                "int total = 0;\nfor (int i = 0; i < n; i++) {\n    total += price[i];\n}\nreturn total;",
                "def total(rows):\n    for row in rows:\n        yield row.price\n\nprint(total([]))",
                "SELECT id, name FROM customers WHERE city = 'Bonn';",
                "const shop = require('shop');\nfunction buy(item) {\n  return shop.add(item);\n}",
                "resource \"aws_s3_bucket\" \"logs\" {\n  bucket = \"logs\"\n}\nprovider \"aws\" {\n  region = \"eu-central-1\"\n}",
                "#include <stdio.h>\nint main(void) {\n  printf(\"x\");\n  return 0;\n}",
                "package main\n\nimport \"fmt\"\n\nfunc main() {\n\tfmt.Println(\"x\")\n}",
                "public class A {\n    private int b;\n    public int b() { return b; }\n}");
    }

    private String luhn(String start, int length) {
        var text = start + drawn(DIGITS, length - 1 - start.length());
        var sum = 0;
        for (var i = 0; i < length - 1; i++) {
            var value = (text.charAt(length - 2 - i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += value / 10 + value % 10;
        }
        return text + (10 - sum % 10) % 10;
    }

    private String spaced(String digits, int... groups) {
        if (random.nextInt(3) == 0) {
            return digits;
        }
        var text = new StringBuilder();
        var at = 0;
        for (var group : groups) {
            text.append(at == 0 ? "" : " ").append(digits, at, at + group);
            at += group;
        }
        return text.toString();
    }

    private String drawn(String alphabet, int length) {
        var text = new StringBuilder();
        for (var i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    private String one(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
