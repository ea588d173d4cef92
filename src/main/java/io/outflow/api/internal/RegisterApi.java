package io.outflow.api.internal;

import io.outflow.access.Action;
import io.outflow.access.Permission;
import io.outflow.access.Requires;
import io.outflow.vendors.Draft;
import io.outflow.vendors.Entry;
import io.outflow.vendors.EntryChangedMeanwhile;
import io.outflow.vendors.EntryJson;
import io.outflow.vendors.Kind;
import io.outflow.vendors.Register;
import io.outflow.vendors.Snapshot;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The register: vendors, products and applications, and what hangs on them, all in one form. Reads take {@code asOf} and
 * {@code known}; writes name the version they began from in If-Match and give a reason.
 */
@RestController
@RequestMapping("/api/v1")
@Requires(value = Action.REGISTER, level = Permission.READ)
class RegisterApi {

    private static final String TOP = "{top:vendors|products|applications}";
    private static final String PART = "{part:agreements|retention|training|residency|controls|certifications"
            + "|subprocessors|obligations|reviews|incidents|commercials|facts|documents|comments|proposals|approvals|links}";
    private static final String IF_MATCH = HttpHeaders.IF_MATCH;

    private final Register register;
    private final EntryJson json;
    private final Clock clock;

    RegisterApi(Register register, EntryJson json, Clock clock) {
        this.register = register;
        this.json = json;
        this.clock = clock;
    }

    @GetMapping("/" + TOP)
    Listing<EntryItem> list(@PathVariable String top, @RequestParam MultiValueMap<String, String> parameters) {
        return listing(at(new Asked(parameters, Asked.POINT)).list(kind(top)));
    }

    @GetMapping("/" + TOP + "/{id}")
    ResponseEntity<EntryItem> one(
            @PathVariable String top, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> parameters) {
        return found(find(at(new Asked(parameters, Asked.POINT)), kind(top), id));
    }

    @GetMapping("/" + TOP + "/{id}/" + PART)
    Listing<EntryItem> parts(
            @PathVariable String top,
            @PathVariable UUID id,
            @PathVariable String part,
            @RequestParam MultiValueMap<String, String> parameters) {
        var snapshot = at(new Asked(parameters, Asked.POINT));
        find(snapshot, kind(top), id);
        return listing(snapshot.of(id).stream()
                .filter(entry -> entry.kind() == kind(part))
                .toList());
    }

    @GetMapping("/" + TOP + "/{id}/" + PART + "/{entry}")
    ResponseEntity<EntryItem> part(
            @PathVariable String part,
            @PathVariable UUID entry,
            @RequestParam MultiValueMap<String, String> parameters) {
        return found(find(at(new Asked(parameters, Asked.POINT)), kind(part), entry));
    }

    @PostMapping(path = "/" + TOP, consumes = MediaType.APPLICATION_JSON_VALUE)
    @Requires(value = Action.REGISTER, level = Permission.PROPOSE)
    ResponseEntity<EntryItem> add(@PathVariable String top, @RequestBody EntryBody body) {
        return created(add(kind(top), body.owner(), body), "/api/v1/" + top + "/");
    }

    @PostMapping(path = "/" + TOP + "/{id}/" + PART, consumes = MediaType.APPLICATION_JSON_VALUE)
    @Requires(value = Action.REGISTER, level = Permission.PROPOSE)
    ResponseEntity<EntryItem> addPart(
            @PathVariable String top, @PathVariable UUID id, @PathVariable String part, @RequestBody EntryBody body) {
        return created(add(kind(part), id, body), "/api/v1/%s/%s/%s/".formatted(top, id, part));
    }

    @PutMapping("/" + TOP + "/{id}")
    @Requires(value = Action.REGISTER, level = Permission.PROPOSE)
    ResponseEntity<EntryItem> change(
            @PathVariable String top,
            @PathVariable UUID id,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String match,
            @RequestBody EntryBody body) {
        return change(kind(top), id, match, body);
    }

    @PutMapping("/" + TOP + "/{id}/" + PART + "/{entry}")
    @Requires(value = Action.REGISTER, level = Permission.PROPOSE)
    ResponseEntity<EntryItem> changePart(
            @PathVariable String part,
            @PathVariable UUID entry,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String match,
            @RequestBody EntryBody body) {
        return change(kind(part), entry, match, body);
    }

    /** Confirms a fact as it stands; {@code source} is needed where it has none yet. */
    @PostMapping("/" + TOP + "/{id}/" + PART + "/{entry}/confirm")
    @Requires(value = Action.REGISTER, level = Permission.PROPOSE)
    ResponseEntity<EntryItem> confirm(
            @PathVariable UUID entry,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String match,
            @RequestBody Verdict body) {
        return found(register.confirm(
                entry, IfMatch.version(match), text(body.source()), body.nextCheck(), text(body.reason())));
    }

    /** Marks a fact as wrong. It stays to be seen and counts for nothing. */
    @PostMapping("/" + TOP + "/{id}/" + PART + "/{entry}/reject")
    @Requires(value = Action.REGISTER, level = Permission.PROPOSE)
    ResponseEntity<EntryItem> reject(
            @PathVariable UUID entry,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String match,
            @RequestBody Verdict body) {
        return found(register.reject(entry, IfMatch.version(match), text(body.reason())));
    }

    @DeleteMapping({"/" + TOP + "/{entry}", "/" + TOP + "/{id}/" + PART + "/{entry}"})
    @Requires(value = Action.REGISTER, level = Permission.PROPOSE)
    ResponseEntity<Void> remove(
            @PathVariable UUID entry,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String match,
            @RequestParam(defaultValue = "") String reason) {
        register.remove(entry, IfMatch.version(match), reason);
        return ResponseEntity.noContent().build();
    }

    /** What is judged of a fact. */
    record Verdict(
            @Nullable String source,
            @Nullable LocalDate nextCheck,
            @Nullable String reason) {}

    @ExceptionHandler
    ResponseEntity<ProblemDetail> changedMeanwhile(EntryChangedMeanwhile e) {
        var body = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, e.sentence());
        e.current().ifPresent(current -> body.setProperty("current", EntryItem.of(current, json, clock)));
        return ResponseEntity.status(HttpStatus.CONFLICT).body(body);
    }

    private Entry<?> add(Kind kind, @Nullable UUID owner, EntryBody body) {
        var draft = new Draft(owner, body.content(kind, json), body.basis(null));
        return body.since() == null ? register.add(draft, body.why()) : register.add(draft, body.why(), body.since());
    }

    private ResponseEntity<EntryItem> change(Kind kind, UUID id, @Nullable String match, EntryBody body) {
        var before = find(register.now(), kind, id);
        return found(register.change(
                id,
                IfMatch.version(match),
                body.content(kind, json),
                body.basis(before.basis()),
                body.why(),
                body.since()));
    }

    private Snapshot at(Asked asked) {
        return asked.point(clock.instant()).map(register::asOf).orElseGet(register::now);
    }

    private static Entry<?> find(Snapshot snapshot, Kind kind, UUID id) {
        return snapshot.find(id)
                .filter(entry -> entry.kind() == kind)
                .orElseThrow(() -> new NotThere(
                        "There is no %s with this id.".formatted(kind.label().toLowerCase(java.util.Locale.ROOT))));
    }

    private static Kind kind(String path) {
        return Kind.ofPath(path).orElseThrow();
    }

    private Listing<EntryItem> listing(List<Entry<?>> entries) {
        return Listing.of(
                entries.stream().map(entry -> EntryItem.of(entry, json, clock)).toList());
    }

    private ResponseEntity<EntryItem> found(Entry<?> entry) {
        return ResponseEntity.ok().eTag(Long.toString(entry.version())).body(EntryItem.of(entry, json, clock));
    }

    private ResponseEntity<EntryItem> created(Entry<?> entry, String below) {
        return ResponseEntity.created(URI.create(below + entry.id()))
                .eTag(Long.toString(entry.version()))
                .body(EntryItem.of(entry, json, clock));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
