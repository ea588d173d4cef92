package io.outflow.imports.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import io.outflow.imports.FileState;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.WithNull;
import org.junit.jupiter.api.Test;

class RunAddressTest {

    @Property
    void anAddressIsReadAsItWasWritten(
            @ForAll @WithNull FileState state,
            @ForAll @WithNull @LongRange(min = 1) Long file,
            @ForAll @IntRange(min = 1) int record) {
        var address = new RunAddress(
                state,
                file == null ? null : file % 1_000_000_000_000_000_000L,
                Math.min(record, Integer.MAX_VALUE - 1));

        assertThat(RunAddress.of(QueryParameters.fromString(address.query().getQueryString())))
                .isEqualTo(address);
    }

    @Test
    void whatMakesNoSenseIsLeftOut() {
        var address =
                RunAddress.of(QueryParameters.fromString("state=sideways&file=-1&record=99999999999999999999&other=1"));

        assertThat(address).isEqualTo(new RunAddress(null, null, 1));
    }

    @Test
    void anotherFileStartsAtItsFirstRecord() {
        assertThat(new RunAddress(FileState.DONE, 4L, 17).withFile(5)).isEqualTo(new RunAddress(FileState.DONE, 5L, 1));
    }
}
