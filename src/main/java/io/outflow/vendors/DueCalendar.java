package io.outflow.vendors;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/** What is due as iCalendar (RFC 5545): events of whole days that keep their UID when the day moves. */
final class DueCalendar {

    private static final Duration ASK_AGAIN = Duration.ofHours(6);

    private DueCalendar() {}

    /**
     * @param address where people open Outflow, for links; empty leaves them out
     */
    static String write(List<Due> list, String address) {
        var calendar = new Calendar();
        calendar.add(new ProdId("-//Outflow//Due//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(new Name(new ParameterList(), "Due in Outflow"));
        calendar.add(new XProperty("X-WR-CALNAME", "Due in Outflow"));
        calendar.add(new RefreshInterval(new ParameterList(List.of(Value.DURATION)), ASK_AGAIN));
        list.forEach(due -> calendar.add(event(due, address)));
        try {
            var out = new StringWriter();
            new CalendarOutputter(false).output(calendar, out);
            return out.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static VEvent event(Due due, String address) {
        var event = new VEvent(false);
        event.add(new Uid(due.key() + "@outflow"));
        event.add(new DtStamp(due.entry().changedAt()));
        event.add(new LastModified(due.entry().changedAt()));
        event.add(new DtStart<>(due.day()));
        event.add(new Summary(due.object().title() + ": " + due.deadline().what()));
        event.add(new Description("Owner: %s".formatted(due.owner().isEmpty() ? "nobody named" : due.owner())));
        event.add(ImmutableTransp.TRANSPARENT);
        if (!address.isEmpty()) {
            event.add(new Url(URI.create(address + "/" + due.path())));
        }
        return event;
    }
}
