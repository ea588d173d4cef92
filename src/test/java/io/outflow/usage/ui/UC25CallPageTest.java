package io.outflow.usage.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import io.outflow.Shown;
import io.outflow.trail.Detection;
import io.outflow.trail.TextFindings.Seen;
import io.outflow.usage.UsageFilter;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

@ViewPackages(classes = {UsageView.class, CallsView.class, CallView.class})
class UC25CallPageTest extends UsageScreenTest {

    @Test
    void detectorClassAndCountAreListed() {
        usage.seen = Seen.WHOLE;
        usage.detections = List.of(new Detection("EMAIL", "PERSONAL", 3), new Detection("OF_LATER", "FINANCIAL", 1));

        assertThat(page())
                .contains(
                        "All prompt and answer text of the log was looked at.",
                        "Detector Class Distinct values E-mail address Personal 3 OF_LATER FINANCIAL 1")
                .doesNotContain("Nothing was found");
    }

    @Test
    void nothingFoundIsToldFromNotLookedAt() {
        assertThat(page()).contains("No text was looked at.", "Nothing can be said of what the call carried.");

        usage.seen = Seen.WHOLE;
        assertThat(page()).contains("All prompt and answer text of the log was looked at. Nothing was found.");

        usage.seen = Seen.PART;
        assertThat(page()).contains("A part of the text was looked at.", "Nothing was found in that part.");
    }

    private String page() {
        var call = usage.calls(UsageFilter.period(Instant.EPOCH, Instant.MAX), 0, 1)
                .items()
                .getFirst();
        return Shown.text(open("usage/call/" + CallAddress.write(call.id())));
    }
}
