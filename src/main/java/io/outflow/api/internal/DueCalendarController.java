package io.outflow.api.internal;

import io.outflow.access.Action;
import io.outflow.access.Permission;
import io.outflow.access.Requires;
import io.outflow.vendors.DueExport;
import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The calendar that people subscribe to. The secret in its address was read before this is reached. */
@RestController
@Hidden
class DueCalendarController {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final DueExport export;

    DueCalendarController(DueExport export) {
        this.export = export;
    }

    @GetMapping("/calendar/{token}/due.ics")
    @Requires(value = Action.REGISTER, level = Permission.READ)
    ResponseEntity<byte[]> calendar() {
        return ResponseEntity.ok().contentType(CALENDAR).body(export.calendar().getBytes(StandardCharsets.UTF_8));
    }
}
