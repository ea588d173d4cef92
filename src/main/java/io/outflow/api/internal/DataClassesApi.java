package io.outflow.api.internal;

import io.outflow.access.Action;
import io.outflow.access.Requires;
import io.outflow.classification.DataClass;
import io.outflow.classification.DataClasses;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The classes of data, lowest rank first. */
@RestController
@Requires(Action.READ_USAGE)
class DataClassesApi {
    private final DataClasses classes;

    DataClassesApi(DataClasses classes) {
        this.classes = classes;
    }

    @GetMapping("/api/v1/data-classes")
    Listing<DataClass> dataClasses() {
        return Listing.of(classes.list());
    }
}
