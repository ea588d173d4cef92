package io.outflow.imports.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import io.outflow.imports.FileState;
import io.outflow.trail.BadRecord;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.UseType;
import net.jqwik.api.constraints.UseTypeMode;
import net.jqwik.api.constraints.WithNull;
import org.junit.jupiter.api.Test;

class RunAddressTest {

    @Property
    void anAddressIsReadAsItWasWritten(
            @ForAll @WithNull FileState state,
            @ForAll @WithNull @UseType(UseTypeMode.CONSTRUCTORS) FileSort sort,
            @ForAll @WithNull @LongRange(min = 1) Long file,
            @ForAll @WithNull BadRecord.Reason reason,
            @ForAll @IntRange(min = 1) int record) {
        var address = new RunAddress(
                state,
                sort,
                file == null ? null : file % 1_000_000_000_000_000_000L,
                reason,
                Math.min(record, Integer.MAX_VALUE - 1));

        assertThat(RunAddress.of(QueryParameters.fromString(address.query().getQueryString())))
                .isEqualTo(address);
    }

    @Test
    void whatMakesNoSenseIsLeftOut() {
        var address = RunAddress.of(QueryParameters.fromString(
                "state=sideways&sort=--read&reason=none&file=-1&record=99999999999999999999&other=1"));

        assertThat(address).isEqualTo(RunAddress.START);
    }

    @Test
    void anotherFileStartsAtItsFirstRecord() {
        var fourth = RunAddress.START.withState(FileState.DONE).withFile(4L);

        assertThat(fourth.withRecord(17).withFile(5L))
                .isEqualTo(RunAddress.START.withState(FileState.DONE).withFile(5L));
    }
}
