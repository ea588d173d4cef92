package io.outflow.gaps.ui;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import io.outflow.As;
import io.outflow.FakeBeans;
import io.outflow.access.CurrentPerson;
import io.outflow.access.Role;
import io.outflow.classification.DataClass;
import io.outflow.classification.DataClasses;
import io.outflow.gaps.GapExport;
import io.outflow.gaps.GapKind;
import io.outflow.gaps.GapRule;
import io.outflow.gaps.GapRules;
import io.outflow.gaps.LinkedUse;
import io.outflow.posture.CoverageMap;
import io.outflow.usage.CoverageReport;
import io.outflow.usage.Usage;
import io.outflow.usage.UsageReport;
import io.outflow.vendors.Register;
import io.outflow.vendors.Snapshot;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The screens of gaps over made-up gaps, without an application. */
abstract class GapScreenTest extends BrowserlessTest {
    SampleGaps gaps = new SampleGaps(SampleGaps.lapse(), SampleGaps.region(), SampleGaps.unregistered());
    final GapRules rules = mock(GapRules.class);
    final Usage usage = mock(Usage.class);
    final LinkedUse linked = mock(LinkedUse.class);
    final Register register = mock(Register.class);
    final GapExport export = mock(GapExport.class);
    final DataClasses classes = mock(DataClasses.class);

    @Override
    protected Set<Class<?>> lookupServices() {
        return Set.of(FakeBeans.class);
    }

    @BeforeEach
    void signIn() {
        var clock = Clock.fixed(SampleGaps.NOW, ZoneOffset.UTC);
        As.role(Role.CISO);
        when(classes.list()).thenReturn(List.of(new DataClass("PERSONAL", "Personal", "Pe", 5, 5, "About people.")));
        when(rules.list())
                .thenReturn(
                        Arrays.stream(GapKind.values()).map(GapRule::initial).toList());
        when(register.now()).thenReturn(new Snapshot(List.of()));
        when(usage.evidenced())
                .thenReturn(Optional.of(
                        new Usage.Span(Instant.parse("2026-08-24T00:00:00Z"), Instant.parse("2026-11-21T23:59:59Z"))));
        when(usage.report(any())).thenReturn(report());
        when(usage.calls(any(), anyInt(), anyInt())).thenReturn(new Usage.CallPage(List.of(), 0));
        when(usage.governance(any(), any(), anyInt(), anyInt())).thenReturn(new Usage.GovernancePage(List.of(), 0));
        when(linked.seen(any(), any()))
                .thenReturn(
                        new LinkedUse.Picture(SampleGaps.NOW, SampleGaps.NOW, Map.of(), Map.of(), List.of(), Set.of()));
        use(clock);
    }

    private void use(Clock clock) {
        FakeBeans.use(
                gaps,
                rules,
                usage,
                export,
                new GapParts(register, linked, usage, GapScreenTest::nothingKnown, classes, clock),
                new CurrentPerson(),
                clock);
    }

    private static CoverageMap nothingKnown(Instant from, Instant to) {
        return new CoverageMap(
                LocalDate.ofInstant(from, ZoneOffset.UTC), LocalDate.ofInstant(to, ZoneOffset.UTC), new TreeMap<>());
    }

    void use(SampleGaps other) {
        gaps = other;
        use(Clock.fixed(SampleGaps.NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void signOut() {
        As.nobody();
    }

    static UsageReport report() {
        var day = LocalDate.of(2026, 10, 2);
        return new UsageReport(
                io.outflow.usage.UsageFilter.period(SampleGaps.NOW.minusSeconds(1), SampleGaps.NOW),
                12,
                0,
                0,
                0,
                0,
                3,
                Map.of(),
                List.of(),
                new TreeMap<>(Map.of(day, Map.of("PERSONAL", 12L))),
                new long[7][24],
                List.of(),
                new UsageReport.Options(
                        new TreeMap<>(Map.of("111122223333", 12L)),
                        new TreeMap<>(Map.of("eu-central-1", 12L)),
                        Map.of(),
                        Map.of(),
                        new TreeMap<>(),
                        Map.of(),
                        List.of(),
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        Map.of()),
                new CoverageReport(day, day, new TreeSet<>(), new TreeSet<>(), List.of(), List.of()),
                0,
                Map.of(),
                new UsageReport.Verified(0, 0, 0, 0),
                new TreeMap<>());
    }

    static Component open(String address) {
        var parts = address.split("\\?", 2);
        UI.getCurrent().navigate(parts[0], QueryParameters.fromString(parts.length > 1 ? parts[1] : ""));
        return UI.getCurrent().getCurrentView();
    }

    static String address() {
        return UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters();
    }
}
