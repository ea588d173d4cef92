package io.outflow.api.internal;

import io.outflow.access.Action;
import io.outflow.access.Requires;
import io.outflow.classification.DataClasses;
import io.outflow.usage.Invocation;
import io.outflow.usage.Usage;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Calls of models, newest first. */
@RestController
@Requires(Action.READ_USAGE)
class InvocationsApi {
    private final Usage usage;
    private final DataClasses classes;

    InvocationsApi(Usage usage, DataClasses classes) {
        this.usage = usage;
        this.classes = classes;
    }

    @GetMapping("/api/v1/invocations")
    Listing<Invocation> invocations(@RequestParam MultiValueMap<String, String> parameters) {
        var asked = new Asked(parameters, Asked.FILTERS, Asked.PAGING);
        var page = usage.calls(asked.filter(classes), asked.page(), asked.size());
        return new Listing<>(page.items().stream().map(Invocation::of).toList(), page.total());
    }
}
