package io.outflow.evidence.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.outflow.base.Formats;
import io.outflow.base.ui.Glyph;
import io.outflow.evidence.EvidencePackage;
import io.outflow.evidence.Verification;

/** What a check of a package found, and the command that repeats it elsewhere. */
final class PackageVerdict {

    private PackageVerdict() {}

    static Component of(EvidencePackage one, Verification found) {
        var sentence = new Paragraph(found.sentence());
        sentence.addClassName("b");
        var note = new Paragraph(
                found.verified()
                        ? "Checked just now from the archive. Downloading it again gives the same bytes."
                        : String.join(" ", found.findings()));
        note.addClassNames("s", "q");
        var text = new Div(sentence, note);
        text.addClassName("grow");
        var facts = new Div(
                fact("Signed", "ECDSA P-256, key " + shortened(one.signer())),
                fact("Time stamp", one.stampedAt() == null ? "none" : Formats.second(one.stampedAt())),
                fact("Follows", one.previous() == 0 ? "no package" : "package " + one.previous()));
        facts.addClassNames("xs", "facts");
        var box = new Div((found.verified() ? Glyph.VERIFIED : Glyph.INVALID).icon(), text, facts);
        box.addClassName("verdict");
        box.setClassName("bad", !found.verified());
        box.getElement().setAttribute("role", "status");
        return box;
    }

    static Component command(EvidencePackage one) {
        var command = new Span("unzip %s && sh verify.sh %s signer.pem".formatted(one.fileName(), one.folder()));
        var box = new Div(command);
        box.addClassName("cmd");
        box.getElement().setAttribute("tabindex", "0");
        box.getElement().setAttribute("role", "region");
        box.getElement().setAttribute("aria-label", "The command that checks the package");
        var note = new Paragraph();
        note.addClassNames("xs", "q");
        note.add(
                new Span("Needs a shell, openssl and sha256sum. Take verify.sh and the signer's certificate from "),
                new Anchor("evidence/keys", "Evidence keys"),
                new Span(", not from the package. With Outflow at hand: "),
                Tables.mono("./outflow verify %s --signer signer.pem".formatted(one.fileName())));
        return new Div(new H2("Check it without Outflow"), box, note);
    }

    private static Component fact(String name, String value) {
        var key = new Span(name);
        key.addClassName("q");
        return new Div(key, new Span(value));
    }

    private static String shortened(String fingerprint) {
        return fingerprint.length() < 12
                ? fingerprint
                : fingerprint.substring(0, 5) + ":…:" + fingerprint.substring(fingerprint.length() - 2);
    }
}
