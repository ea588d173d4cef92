package io.outflow.usage.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.vaadin.browserless.ViewPackages;
import io.outflow.usage.UsageExport;
import io.outflow.usage.UsageFilter;
import java.io.ByteArrayOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mockito.ArgumentCaptor;

@ViewPackages(classes = {UsageView.class, CallsView.class})
class UC07ExportWhatIsShownTest extends UsageScreenTest {

    @ParameterizedTest
    @EnumSource
    void theTableIsExportedAsThePageShowsIt(UsageExport.Format format) throws Exception {
        var asked =
                export("usage?from=2026-11-15&to=2026-11-21&account=111122223333", UsageExport.Content.ROWS, format);

        assertThat(asked.accounts()).containsExactly("111122223333");
        assertThat(asked.from()).isEqualTo("2026-11-15T00:00:00Z");
        assertThat(asked.to()).isEqualTo("2026-11-22T00:00:00Z");
    }

    @ParameterizedTest
    @EnumSource
    void callsAreExportedByTheFilterThatListsThem(UsageExport.Format format) throws Exception {
        var asked =
                export("usage/calls?from=2026-11-15&to=2026-11-21&caller=claims", UsageExport.Content.CALLS, format);

        assertThat(asked.callers()).containsExactly("claims");
    }

    private UsageFilter export(String address, UsageExport.Content content, UsageExport.Format format)
            throws Exception {
        when(export.fileName(any(), any(), any())).thenReturn("outflow.txt");
        open(address);
        var link = find(ExportLink.class).withText(format.name()).single();
        test(link).download(new ByteArrayOutputStream());

        var asked = ArgumentCaptor.forClass(UsageFilter.class);
        verify(export).write(asked.capture(), eq(content), eq(format), any());
        return asked.getValue();
    }
}
