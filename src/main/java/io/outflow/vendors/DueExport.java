package io.outflow.vendors;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.outflow.access.Action;
import io.outflow.access.Permission;
import io.outflow.access.Requires;
import io.outflow.base.Formats;
import io.outflow.base.SpreadsheetText;
import io.outflow.history.AsOf;
import io.outflow.history.ChangeLog;
import io.outflow.mail.Mail;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is due as a file: a table, or a calendar to subscribe to. */
@Service
@Requires(value = Action.REGISTER, level = Permission.READ)
public class DueExport {

    private static final List<String> COLUMNS =
            List.of("day", "days left", "when", "kind", "what", "vendor or product", "owner", "entry");

    private final DueDates dates;
    private final ChangeLog log;
    private final Mail mail;

    DueExport(DueDates dates, ChangeLog log, Mail mail) {
        this.dates = dates;
        this.log = log;
        this.mail = mail;
    }

    /**
     * Writes CSV as of RFC 4180 in UTF-8 and an entry of the change log; where that cannot be written nothing is exported. A
     * text that a spreadsheet would run as a formula gets an apostrophe in front.
     *
     * @param asOf where to read; nothing for what is due now
     */
    @Transactional
    public void csv(DueFilter filter, Optional<AsOf> asOf, OutputStream out) throws IOException {
        var list = filter.of(asOf.map(dates::list).orElseGet(dates::list));
        var then = asOf.map(at -> ", as of %s, as known at %s".formatted(at.valid(), at.known()));
        log.append("export", "due dates", Formats.count(list.size(), "row", "rows") + " as CSV" + then.orElse(""));
        var csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        csv.writeRecord(COLUMNS);
        for (var due : list) {
            csv.writeRecord(
                    due.day().toString(),
                    Long.toString(due.daysLeft()),
                    due.window().label(),
                    due.kind().label(),
                    SpreadsheetText.harmless(due.deadline().what()),
                    SpreadsheetText.harmless(due.object().title()),
                    SpreadsheetText.harmless(due.owner()),
                    due.entry().id().toString());
        }
        csv.flush();
    }

    /** Everything that is due as iCalendar. */
    public String calendar() {
        return DueCalendar.write(dates.list(), mail.address());
    }
}
