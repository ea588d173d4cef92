package io.outflow.posture.ui;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import io.outflow.As;
import io.outflow.FakeBeans;
import io.outflow.Shown;
import io.outflow.access.CurrentPerson;
import io.outflow.access.Role;
import io.outflow.trail.Caller;
import io.outflow.trail.CallerKind;
import io.outflow.trail.EventKey;
import io.outflow.trail.GovernanceEvent;
import io.outflow.trail.GovernanceKind;
import io.outflow.trail.Grade;
import io.outflow.trail.Outcome;
import io.outflow.trail.Proof;
import io.outflow.usage.Usage;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The coverage page over made-up answers. */
abstract class CoverageScreen extends BrowserlessTest {
    final MadePosture posture = new MadePosture();

    @Override
    protected Set<Class<?>> lookupServices() {
        return Set.of(FakeBeans.class);
    }

    @BeforeEach
    void signIn() {
        As.role(Role.CISO);
        FakeBeans.use(posture, usage(), new CurrentPerson(), Clock.fixed(MadePosture.NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void signOut() {
        As.nobody();
    }

    /** Opens the page at an address such as {@code view=table&cell=...} and returns what a reader sees. */
    String open(String query) {
        UI.getCurrent().navigate("coverage", QueryParameters.fromString(query));
        return page();
    }

    String page() {
        return Shown.text(find(CoverageView.class).single());
    }

    /** Knows one governance event and is asked for nothing else. */
    private static Usage usage() {
        var event = new GovernanceEvent(
                new io.outflow.trail.Place("", 5, 0, 2),
                new EventKey(Instant.parse("2026-11-03T10:00:00Z"), MadePosture.ACCOUNT, "e-1"),
                "",
                GovernanceKind.TRAIL,
                "cloudtrail.amazonaws.com",
                "StopLogging",
                new Caller(CallerKind.PERSON, "dana", "dana", null, null, Grade.NAMED),
                MadePosture.REGION,
                Outcome.USE,
                null,
                "main",
                "{\"eventName\":\"StopLogging\"}".getBytes(StandardCharsets.UTF_8));
        var page = new Usage.GovernancePage(
                List.of(new Usage.GovernanceItem(event, "dana", "logs.json.gz", Proof.NO_DIGEST)), 1);
        return (Usage) Proxy.newProxyInstance(
                Usage.class.getClassLoader(), new Class<?>[] {Usage.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("governance")) {
                        return page;
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }
}
