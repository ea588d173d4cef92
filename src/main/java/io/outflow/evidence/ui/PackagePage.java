package io.outflow.evidence.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.server.streams.DownloadHandler;
import io.outflow.base.Formats;
import io.outflow.base.ui.Glyph;
import io.outflow.base.ui.Mark;
import io.outflow.base.ui.PageHead;
import io.outflow.base.ui.SectionHead;
import io.outflow.evidence.EvidencePackage;
import io.outflow.evidence.EvidencePackages;
import io.outflow.evidence.Missing;
import io.outflow.evidence.Verification;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A package that was made: verdict, command, files, counts, and what is missing, all read from its archive. */
final class PackagePage extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    PackagePage(EvidencePackages packages, EvidencePackage one) throws IOException {
        var found = packages.verify(one.number());
        var main = new Section();
        main.addClassName("sec");
        main.add(files(packages, one, found), counts(packages, one));
        var aside = new Aside();
        aside.addClassName("sec");
        aside.getElement().setAttribute("aria-label", "What is missing, and why");
        aside.add(new SectionHead("What is missing, and why", ""), Tables.missing(missing(packages, one)));
        var columns = new Div(main, aside);
        columns.addClassName("ev2");
        getContent().addClassName("pkg");
        getContent().add(head(packages, one), PackageVerdict.of(one, found), PackageVerdict.command(one), columns);
    }

    private static Component head(EvidencePackages packages, EvidencePackage one) throws IOException {
        var request = one.request();
        var download = new Anchor(
                (DownloadHandler) event -> {
                    try (var bytes = packages.open(one.number())) {
                        event.setFileName(one.fileName());
                        event.setContentType("application/zip");
                        event.setContentLength(one.bytes());
                        event.getResponse().setHeader("X-Content-Type-Options", "nosniff");
                        event.getResponse().setHeader("Cache-Control", "private, no-store");
                        bytes.transferTo(event.getOutputStream());
                    }
                },
                "Download " + Formats.bytes(one.bytes()));
        download.addClassNames("btn", "pri");
        download.setTestId("evidence-download");
        var actions = new ArrayList<Component>();
        packages.laterStamp(one.number()).ifPresent(stamp -> {
            var link = new Anchor(
                    (DownloadHandler) event -> {
                        event.setFileName(one.folder() + ".tsr");
                        event.setContentType("application/timestamp-reply");
                        event.getOutputStream().write(stamp);
                    },
                    "Download the time stamp");
            link.addClassNames("btn", "quiet");
            actions.add(link);
        });
        actions.add(download);
        return new PageHead(
                "Evidence package " + one.number(),
                "%s. %s, as known %s. Made by %s for %s, %s."
                        .formatted(
                                request.title(),
                                Formats.period(request.from(), request.to()),
                                request.asOf() == null ? "then" : Formats.minute(request.asOf()),
                                one.madeBy(),
                                request.whom(),
                                request.named() ? "callers named" : "pseudonymised"),
                actions.toArray(Component[]::new));
    }

    private static Component files(EvidencePackages packages, EvidencePackage one, Verification found) {
        var all = packages.files(one.number());
        var table = new Tables("Files of the package", List.of("File", "Rows", "Size", "SHA-256", "Check"), 1, 2);
        for (var file : all) {
            var changed = found.findings().stream().anyMatch(words -> words.startsWith(file.name() + " "));
            table.row(
                    Tables.mono(file.name()),
                    file.rows() < 0 ? "–" : Formats.count(file.rows()),
                    Formats.bytes(file.bytes()),
                    Tables.hash(file.sha256()),
                    changed ? new Mark(Glyph.INVALID, "changed").asGap() : Tables.good("same"));
        }
        return new Div(new SectionHead("Files", Formats.count(all.size(), "file", "files") + " and the seals"), table);
    }

    private static Component counts(EvidencePackages packages, EvidencePackage one) {
        var table = new Tables("Counts", List.of("Population", "Rows in file", "Counted apart", "Difference"), 1, 2);
        for (var population : packages.read(one.number(), "data/ipe.json").path("population")) {
            var rows = population.path("exported").asLong();
            var query = population.path("counted").asLong();
            table.row(
                    population.path("name").asString(""),
                    Formats.count(rows),
                    Formats.count(query),
                    new Mark(rows == query ? Glyph.NO_CONTRADICTION : Glyph.CONTRADICTED, Formats.count(rows - query)));
        }
        return new Div(new SectionHead("Do the counts agree?", "two ways to the same number, from ipe.json"), table);
    }

    private static List<Missing> missing(EvidencePackages packages, EvidencePackage one) {
        var missing = new ArrayList<Missing>();
        for (var entry : packages.read(one.number(), "data/missing.json")) {
            missing.add(new Missing(
                    Missing.Kind.valueOf(entry.path("kind").asString()),
                    entry.path("what").asString(),
                    entry.path("why").asString()));
        }
        return missing;
    }
}
