package io.outflow.usage.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.outflow.access.Action;
import io.outflow.access.CurrentPerson;
import io.outflow.base.ui.ShellNote;
import io.outflow.usage.Usage;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EvidenceNoteTest {
    private final Usage usage = mock(Usage.class);
    private final CurrentPerson person = mock(CurrentPerson.class);
    private final EvidenceNote note = new EvidenceNote(usage, person);

    @Test
    void namesTheLastEvidencedMinute() {
        when(person.may(Action.READ_USAGE)).thenReturn(true);
        when(usage.evidenced())
                .thenReturn(Optional.of(
                        new Usage.Span(Instant.parse("2026-08-24T00:00:00Z"), Instant.parse("2026-11-21T23:58:30Z"))));

        assertThat(note.line()).contains(new ShellNote.Line("Log evidence ends", "21 Nov 2026, 23:58 UTC"));
    }

    @Test
    void saysNothingToWhomUsageIsClosed() {
        when(usage.evidenced())
                .thenReturn(Optional.of(new Usage.Span(Instant.EPOCH, Instant.parse("2026-11-21T23:58:30Z"))));

        assertThat(note.line()).isEmpty();
    }
}
