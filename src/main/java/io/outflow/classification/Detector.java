package io.outflow.classification;

/** A kind of data that can be told from text, with the class that it stands for as long as nobody decides otherwise. */
public enum Detector {
    EMAIL(
            "E-mail address",
            Classes.PERSONAL,
            "An address of a known top-level domain. Addresses of functions, such as info@, do not count."),
    PHONE(
            "Telephone number",
            Classes.PERSONAL,
            "A valid number with country code, or a national one after a word such as phone."),
    PERSON_NAME(
            "Name in context",
            Classes.PERSONAL,
            "A name after a form of address, or after a label such as patient or name."),
    BIRTH_DATE("Date of birth", Classes.PERSONAL, "A date after a word such as born, DOB or Geburtsdatum."),
    DE_TAX_ID(
            "German tax id",
            Classes.PERSONAL,
            "Eleven digits with their check digit (ISO 7064) and the rule of repeated digits."),
    FR_NIR("French social security number", Classes.PERSONAL, "Sex, month, department and the key of two digits fit."),
    ES_DNI("Spanish DNI or NIE", Classes.PERSONAL, "Eight digits, or X, Y or Z and seven, with their letter."),
    IT_CODICE_FISCALE("Italian codice fiscale", Classes.PERSONAL, "Sixteen characters with their check letter."),
    NL_BSN("Dutch BSN", Classes.PERSONAL, "Nine digits by the test of eleven, after a word such as BSN."),
    PL_PESEL("Polish PESEL", Classes.PERSONAL, "Eleven digits with a date and their check digit."),
    SE_PERSONNUMMER("Swedish personnummer", Classes.PERSONAL, "A date, four digits and the check digit."),
    UK_NHS("British NHS number", Classes.PERSONAL, "Ten digits with their check digit, after a word such as NHS."),
    US_SSN(
            "US social security number",
            Classes.PERSONAL,
            "Three groups that can be issued; without hyphens only after a word such as SSN."),
    CA_SIN("Canadian SIN", Classes.PERSONAL, "Nine digits with their check digit, after a word such as SIN."),
    AU_TFN("Australian TFN", Classes.PERSONAL, "Nine digits with their check digit, after a word such as TFN."),
    SG_NRIC("Singapore NRIC or FIN", Classes.PERSONAL, "Letter, seven digits and the check letter."),
    IBAN("IBAN", Classes.FINANCIAL, "Length and form of its country, and the check digits."),
    CARD("Payment card", Classes.FINANCIAL, "A number range of a card scheme, its length and the Luhn digit."),
    HEALTH(
            "Health term",
            Classes.SPECIAL_CATEGORY,
            "An illness, treatment or medicine near a word that tells of a person."),
    AWS_KEY("AWS key", Classes.CREDENTIALS, "Access key id, secret access key after its name, or Bedrock API key."),
    GITHUB_TOKEN("GitHub token", Classes.CREDENTIALS, "Prefix and length of a personal, app or refresh token."),
    SLACK_TOKEN("Slack token", Classes.CREDENTIALS, "Prefix xox and its groups."),
    GOOGLE_KEY("Google API key", Classes.CREDENTIALS, "Prefix AIza and 35 characters."),
    STRIPE_KEY("Stripe key", Classes.CREDENTIALS, "Secret or restricted key, live or test."),
    MODEL_KEY("OpenAI or Anthropic key", Classes.CREDENTIALS, "Prefix sk- and its length."),
    PRIVATE_KEY("Private key", Classes.CREDENTIALS, "The first line of a private key block."),
    JWT("JSON web token", Classes.CREDENTIALS, "Header, content and signature of a token."),
    PASSWORD("Password in context", Classes.CREDENTIALS, "Letters and digits after a word such as password."),
    SOURCE_CODE("Source code", Classes.SOURCE_CODE, "Lines in the form of a programming language or of SQL.");

    private final String label;
    private final String dataClass;
    private final String sentence;

    Detector(String label, String dataClass, String sentence) {
        this.label = label;
        this.dataClass = dataClass;
        this.sentence = sentence;
    }

    public String label() {
        return label;
    }

    /** Code of the class that it stands for at first. */
    public String dataClass() {
        return dataClass;
    }

    /** What it takes for a find, in a sentence. */
    public String sentence() {
        return sentence;
    }

    /** Codes of classes that a fresh installation has. */
    private static final class Classes {
        static final String SOURCE_CODE = "SOURCE_CODE";
        static final String PERSONAL = "PERSONAL";
        static final String FINANCIAL = "FINANCIAL";
        static final String SPECIAL_CATEGORY = "SPECIAL_CATEGORY";
        static final String CREDENTIALS = "CREDENTIALS";
    }
}
