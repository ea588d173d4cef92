package io.outflow.api.internal;

import io.outflow.access.Action;
import io.outflow.access.Permission;
import io.outflow.access.Requires;
import io.outflow.catalogue.AlreadyInRegister;
import io.outflow.catalogue.Catalogue;
import io.outflow.catalogue.CatalogueEntry;
import io.outflow.catalogue.CatalogueUpdates;
import io.outflow.catalogue.Confidence;
import io.outflow.catalogue.Difference;
import io.outflow.vendors.Entry;
import io.outflow.vendors.EntryJson;
import io.outflow.vendors.Kind;
import io.outflow.vendors.Register;
import io.outflow.vendors.content.Category;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The facts that ship with Outflow: claims with sources, to be read and to be added to the register. */
@RestController
@RequestMapping("/api/v1/catalogue")
@Requires(value = Action.REGISTER, level = Permission.READ)
class CatalogueApi {

    private final Catalogue catalogue;
    private final CatalogueUpdates updates;
    private final Register register;
    private final EntryJson json;
    private final Clock clock;

    CatalogueApi(Catalogue catalogue, CatalogueUpdates updates, Register register, EntryJson json, Clock clock) {
        this.catalogue = catalogue;
        this.updates = updates;
        this.register = register;
        this.json = json;
        this.clock = clock;
    }

    /** All entries in the order of the catalogue; {@code q} leaves those in which all its words occur. */
    @GetMapping
    Listing<Item> list(@RequestParam MultiValueMap<String, String> parameters) {
        var asked = new Asked(parameters, Set.of("q"));
        var added = catalogue.added(register.now());
        return Listing.of(catalogue.search(asked.text("q")).stream()
                .map(entry -> item(entry, added.get(entry.id())))
                .toList());
    }

    /** One entry: all that the catalogue says, and what the register says otherwise when it is in it. */
    @GetMapping("/{id}")
    Whole one(@PathVariable String id) {
        var entry = catalogue.find(id).orElseThrow(() -> missing(id));
        var now = register.now();
        return new Whole(
                item(entry, catalogue.added(now).get(id)),
                entry,
                updates.differences(entry, now).stream().map(Differing::of).toList());
    }

    /** Adds an entry to the register with its vendor and facts, all as claims. */
    @PostMapping("/{id}/add")
    @Requires(Action.REGISTER)
    ResponseEntity<EntryItem> add(@PathVariable String id) {
        if (catalogue.find(id).isEmpty()) {
            throw missing(id);
        }
        var added = catalogue.add(id);
        return ResponseEntity.created(address(added))
                .eTag(Long.toString(added.version()))
                .body(EntryItem.of(added, json, clock));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> alreadyThere(AlreadyInRegister e) {
        var body = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, e.sentence());
        body.setProperty("there", address(e.there()));
        return ResponseEntity.status(HttpStatus.CONFLICT)
                .location(address(e.there()))
                .body(body);
    }

    private Item item(CatalogueEntry entry, @Nullable Entry<?> there) {
        return new Item(
                entry.id(),
                entry.systemName(),
                entry.vendor(),
                entry.plan(),
                catalogue.category(entry),
                entry.confidence(),
                entry.factsAsOf(),
                catalogue.edition(),
                there == null ? null : there.id());
    }

    private static NotThere missing(String id) {
        return new NotThere("The catalogue has no entry %s.".formatted(id));
    }

    private static URI address(Entry<?> entry) {
        return URI.create("/api/v1/%s/%s".formatted(entry.kind().path(), entry.id()));
    }

    /**
     * An entry in a list.
     *
     * @param factsAsOf the day of most facts, or what is known of it
     * @param registerId the product or application in the register that came from it
     */
    record Item(
            String id,
            String name,
            String vendor,
            String plan,
            Category category,
            Confidence confidence,
            @Nullable String factsAsOf,
            LocalDate edition,
            @Nullable UUID registerId) {}

    /** An entry with everything that the catalogue says. */
    record Whole(Item summary, CatalogueEntry facts, List<Differing> differences) {}

    /**
     * What the catalogue says otherwise than the register.
     *
     * @param field empty for a whole fact
     */
    record Differing(String key, Kind kind, String title, String field, String register, String catalogue) {

        static Differing of(Difference difference) {
            return new Differing(
                    difference.key(),
                    difference.kind(),
                    difference.title(),
                    difference.field(),
                    difference.ours(),
                    difference.theirs());
        }
    }
}
