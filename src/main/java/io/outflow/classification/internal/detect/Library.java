package io.outflow.classification.internal.detect;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import org.apache.commons.validator.routines.EmailValidator;
import org.apache.commons.validator.routines.IBANValidator;
import org.jspecify.annotations.Nullable;

/**
 * Asks the libraries that know telephone numbers, e-mail addresses and IBANs, about candidates of bounded length and at most
 * {@link #MOST} times in one call: they take microseconds each, and a hostile text may hold a candidate every ten bytes.
 */
final class Library {
    static final int MOST = 10_000;

    /** Where a number without country code is looked up, after a word that says that it is a telephone number. */
    private static final String[] REGIONS = {
        "DE", "GB", "US", "FR", "NL", "IT", "ES", "SE", "PL", "CH", "AT", "BE", "AU", "SG"
    };

    private final PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
    private final EmailValidator emails = EmailValidator.getInstance(false, false);
    private final IBANValidator ibans = IBANValidator.getInstance();
    private int asked;

    void newCall() {
        asked = 0;
    }

    private boolean mayAsk() {
        return asked++ < MOST;
    }

    boolean email(String candidate) {
        return mayAsk() && emails.isValid(candidate);
    }

    /** Length of IBANs of a country; 0 where there are none. */
    int ibanLength(String country) {
        var validator = ibans.getValidator(country);
        return validator == null ? 0 : validator.getIbanLength();
    }

    boolean iban(String candidate) {
        return mayAsk() && ibans.isValid(candidate);
    }

    /** Country code and number, null where it is none. */
    @Nullable
    String international(String candidate) {
        return number(candidate, null);
    }

    @Nullable
    String american(String candidate) {
        return number(candidate, "US");
    }

    @Nullable
    String national(String candidate) {
        for (String region : REGIONS) {
            String found = number(candidate, region);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private @Nullable String number(String candidate, @Nullable String region) {
        if (!mayAsk()) {
            return null;
        }
        try {
            var number = phones.parse(candidate, region);
            return phones.isValidNumber(number) ? number.getCountryCode() + " " + number.getNationalNumber() : null;
        } catch (NumberParseException | RuntimeException e) {
            // A number that even its library stumbles over is none; nothing of it may get into a message.
            return null;
        }
    }
}
