package io.outflow.catalogue.internal;

import io.outflow.catalogue.CatalogueEntry;
import io.outflow.vendors.Draft;
import io.outflow.vendors.content.Certification;
import io.outflow.vendors.content.Scheme;
import io.outflow.vendors.content.YesNo;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The certificates that an entry names. A scheme of which nothing is said is not recorded, which is not a no; one that is only
 * mentioned somewhere is recorded as unknown with the words that mention it.
 */
final class CertificationClaims {

    private static final String FIELD = "certifications";
    private static final String NOTE = "note";
    private static final String HIPAA = "hipaa_baa";
    private static final Pattern LEVEL = Pattern.compile("^(High|Moderate|Low|Level \\d)\\b");

    private static final Map<String, Scheme> SCHEMES = Map.ofEntries(
            Map.entry("soc2_type2", Scheme.SOC2_TYPE2),
            Map.entry("iso27001", Scheme.ISO_27001),
            Map.entry("iso27017", Scheme.ISO_27017),
            Map.entry("iso27018", Scheme.ISO_27018),
            Map.entry("iso27701", Scheme.ISO_27701),
            Map.entry("iso42001", Scheme.ISO_42001),
            Map.entry(HIPAA, Scheme.HIPAA_BAA),
            Map.entry("fedramp", Scheme.FEDRAMP),
            Map.entry("pci_dss", Scheme.PCI_DSS),
            Map.entry("csa_star", Scheme.CSA_STAR),
            Map.entry("c5", Scheme.C5),
            Map.entry("irap", Scheme.IRAP),
            Map.entry("mtcs", Scheme.MTCS));

    private final CatalogueEntry entry;
    private final Claims claims;

    CertificationClaims(CatalogueEntry entry, Claims claims) {
        this.entry = entry;
        this.claims = claims;
    }

    Stream<Draft> drafts() {
        var named = entry.certifications().entrySet().stream()
                .filter(scheme -> !scheme.getKey().equals(NOTE) && scheme.getValue() != null)
                .map(scheme -> draft(scheme.getKey(), Objects.requireNonNull(scheme.getValue())));
        return Stream.concat(
                named,
                claims.statement(
                        "Notes on certifications", said(entry.certifications().get(NOTE)), FIELD + "/note", FIELD));
    }

    private Draft draft(String key, String found) {
        var level = LEVEL.matcher(found);
        return claims.claim(
                new Certification(
                        Objects.requireNonNullElse(SCHEMES.get(key), Scheme.OTHER),
                        held(found),
                        level.find() ? level.group(1) : "",
                        said(Answers.inWords(found)),
                        "",
                        null,
                        null,
                        null,
                        null,
                        SCHEMES.containsKey(key) ? "" : Claims.words(key)),
                FIELD + "/" + key,
                key.equals(HIPAA) ? new String[] {FIELD + "." + HIPAA, FIELD} : new String[] {FIELD});
    }

    private static YesNo held(String found) {
        if (found.startsWith("not available")) {
            return YesNo.NO;
        }
        return found.startsWith("available") || found.startsWith("eligible") || found.matches("Level \\d")
                ? YesNo.YES
                : Answers.yesNo(found);
    }

    private static String said(@Nullable String text) {
        return text == null ? "" : text;
    }
}
