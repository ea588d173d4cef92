package io.outflow.evidence.internal;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/** Writes a report as PDF/A-2b: fonts and colours are in the file, so that it reads the same in twenty years. */
final class PdfFile {

    /** Shipped with PDFBox, under the SIL Open Font License; Latin, Greek, Cyrillic and Hebrew. */
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    static {
        XRLog.setLoggingEnabled(false);
    }

    private PdfFile() {}

    static void write(Html html, OutputStream out) throws IOException {
        FSSupplier<InputStream> font = () -> {
            @Nullable InputStream stream = PDDocument.class.getResourceAsStream(FONT);
            if (stream == null) {
                throw new IllegalStateException("The font of reports is not in this build of Outflow.");
            }
            return stream;
        };
        new PdfRendererBuilder()
                .useFastMode()
                .usePdfAConformance(PdfAConformance.PDFA_2_B)
                .useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData())
                .useFont(font, "Report", 400, FontStyle.NORMAL, true)
                // Nothing is fetched: a report names no picture and no page.
                .useUriResolver((base, uri) -> null)
                .withProducer("Outflow")
                .withHtmlContent(html.page(), null)
                .toStream(out)
                .run();
    }
}
