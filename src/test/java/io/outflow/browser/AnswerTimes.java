package io.outflow.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * How long the server takes to answer what somebody does on a page: the sum over all requests that one act causes, as the browser
 * sees them. For benches.
 */
final class AnswerTimes {
    private static final int UNTIL_NO_MORE_MILLIS = 150;

    private final Page page;
    private final List<Request> requests = Collections.synchronizedList(new ArrayList<>());

    AnswerTimes(Page page) {
        this.page = page;
        page.onRequestFinished(request -> {
            if (request.url().contains("v-r=uidl")) {
                requests.add(request);
            }
        });
    }

    /** Forgets what was asked before. */
    void begin() {
        requests.clear();
    }

    /** Waits until the act is answered whole, and gives the milliseconds of its requests. */
    double taken() {
        Browser.settled(page);
        page.waitForTimeout(UNTIL_NO_MORE_MILLIS);
        var sum = 0.0;
        for (var request : List.copyOf(requests)) {
            sum += request.timing().responseEnd - request.timing().requestStart;
        }
        requests.clear();
        return sum;
    }

    /** Their median, 95th percentile and slowest. */
    static String told(List<Double> times) {
        var sorted = times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return String.format(
                Locale.ENGLISH,
                "%d times: median %.0f ms, p95 %.0f ms, slowest %.0f ms",
                sorted.length,
                sorted[sorted.length / 2],
                sorted[sorted.length * 95 / 100],
                sorted[sorted.length - 1]);
    }
}
