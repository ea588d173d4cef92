package io.outflow.usage.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.trail.CallerKind;
import io.outflow.trail.Grade;
import io.outflow.usage.UsageFilter;
import io.outflow.usage.UsageReport;
import io.outflow.usage.UsageReport.Flow;
import io.outflow.usage.UsageReport.ShownCaller;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class FlowDataTest {
    private static final ClassPalette PALETTE = new ClassPalette(SampleUsage.CLASSES);

    @Property(tries = 300)
    void noCallIsLostOrDoubledByFolding(@ForAll("flows") List<Flow> flows) {
        var data = FlowData.of(report(flows), PALETTE);

        var calls = flows.stream().mapToLong(Flow::calls).sum();
        assertThat(data.calls()).isEqualTo(calls);
        assertThat(sum(data.links(), FlowData.Link::calls)).isEqualTo(calls);
        assertThat(sum(data.callers(), FlowData.Node::calls)).isEqualTo(calls);
        assertThat(sum(data.models(), FlowData.Node::calls)).isEqualTo(calls);
        assertThat(sum(data.classes(), FlowData.Node::calls)).isEqualTo(calls);
        assertThat(data.callers())
                .hasSizeLessThanOrEqualTo(14)
                .extracting(FlowData.Node::id)
                .doesNotHaveDuplicates();
    }

    @Test
    void theSmallestCallersAreFoldedAndStandLast() {
        var flows = IntStream.rangeClosed(1, 20)
                .mapToObj(n -> flow("caller " + n, "Claude Sonnet 4.5", "UNKNOWN", 1_000L * n))
                .toList();

        var callers = FlowData.of(report(flows), PALETTE).callers();

        assertThat(callers.getFirst().name()).isEqualTo("caller 20");
        assertThat(callers.getLast()).isEqualTo(new FlowData.Node(FlowData.FOLDED, "7 more callers", 28_000, null, 0));
    }

    @Test
    void classesStandInTheOrderOfRankWithUnknownLast() {
        var flows = List.of(flow("a", "m", "UNKNOWN", 90), flow("a", "m", "PERSONAL", 50), flow("a", "m", "PUBLIC", 1));

        assertThat(FlowData.of(report(flows), PALETTE).classes())
                .extracting(FlowData.Node::name)
                .containsExactly("Public", "Personal", "Unknown");
    }

    @Provide
    Arbitrary<List<Flow>> flows() {
        var callers = Arbitraries.integers().between(1, 40).map(n -> "caller " + n);
        var models = Arbitraries.integers().between(1, 14).map(n -> "model " + n);
        var classes = Arbitraries.of("PUBLIC", "PERSONAL", "UNKNOWN", "GONE");
        return Combinators.combine(callers, models, classes, Arbitraries.longs().between(1, 100_000))
                .as(FlowDataTest::flow)
                .list()
                .ofMaxSize(120);
    }

    private static Flow flow(String caller, String model, String dataClass, long calls) {
        return new Flow(new ShownCaller(caller, caller, CallerKind.ROLE, Grade.ROLE_ONLY), model, dataClass, calls);
    }

    private static <T> long sum(List<T> all, ToLongFunction<T> calls) {
        return all.stream().mapToLong(calls).sum();
    }

    private static UsageReport report(List<Flow> flows) {
        var usage = new SampleUsage();
        var period = new Period(SampleUsage.LAST, SampleUsage.LAST);
        var any = usage.report(UsageFilter.period(period.start(), period.end()));
        return new UsageReport(
                any.filter(),
                0,
                0,
                0,
                0,
                0,
                0,
                any.callersByKind(),
                flows,
                any.days(),
                any.heat(),
                any.rows(),
                any.options(),
                any.coverage(),
                0,
                any.proofs(),
                any.verified(),
                any.dayProofs());
    }
}
