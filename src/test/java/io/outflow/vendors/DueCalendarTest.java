package io.outflow.vendors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.LocalDate;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;

/** What a calendar program reads. */
class DueCalendarTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

    @Test
    void everyDayIsAnEventOfAWholeDayWithAUidOfItsOwn() throws Exception {
        var register = Registers.usual();
        var entry = register.onProduct(DueTest.certificate(LocalDate.of(2027, 3, 1)));

        var text = DueCalendar.write(Due.of(register.snapshot(), TODAY), "https://outflow.example.com");

        var events = new CalendarBuilder().build(new StringReader(text)).<VEvent>getComponents("VEVENT");
        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.getUid().orElseThrow().getValue()).isEqualTo(entry.id() + "-certificate@outflow");
            assertThat(event.getSummary().getValue()).isEqualTo("Claude API: ISO 27001 expires");
        });
        assertThat(text)
                .contains("DTSTART;VALUE=DATE:20270301\r\n")
                .contains("DTSTAMP:20261101T080000Z\r\n")
                .contains("URL:https://outflow.example.com/products/")
                .contains("REFRESH-INTERVAL;VALUE=DURATION:PT6H\r\n")
                .contains("TRANSP:TRANSPARENT\r\n");
    }

    @Test
    void theSameRegisterGivesTheSameCalendar() {
        var register = Registers.usual();
        register.onProduct(DueTest.certificate(LocalDate.of(2027, 3, 1)));

        assertThat(DueCalendar.write(Due.of(register.snapshot(), TODAY), ""))
                .isEqualTo(DueCalendar.write(Due.of(register.snapshot(), TODAY.plusDays(9)), ""));
    }
}
