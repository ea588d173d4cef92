package io.outflow.evidence.ui;

import com.vaadin.flow.router.QueryParameters;
import io.outflow.evidence.Framework;
import io.outflow.evidence.PackageRequest;
import io.outflow.evidence.PackageTemplate;
import io.outflow.evidence.PackageTemplate.Period;
import io.outflow.evidence.Part;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What was chosen so far in the wizard; the address of the page holds it, so that a draft can be left, kept and shared. */
final class Draft {

    static final int STEPS = 4;

    int step = 1;
    String title = "";
    String recipient = "";
    final Set<UUID> products = new HashSet<>();
    final Set<String> accounts = new TreeSet<>();
    LocalDate from;
    LocalDate to;

    @Nullable
    Instant asOf;

    final Set<Framework> frameworks = EnumSet.noneOf(Framework.class);
    final Set<Part> parts = EnumSet.copyOf(Part.USUAL);
    Period period = Period.FIXED;
    boolean named;
    String reason = "";

    /** The template that was taken up, to save changes into. */
    @Nullable
    UUID template;

    private Draft(LocalDate from, LocalDate to) {
        this.from = from;
        this.to = to;
    }

    /** The draft of an address; what cannot be read there is left at its default: the last 90 days, all of the register. */
    static Draft of(QueryParameters address, LocalDate today) {
        var draft = new Draft(today.minusDays(90), today.minusDays(1));
        draft.step = Math.clamp(one(address, "step", Integer::valueOf).orElse(1), 1, STEPS);
        draft.title = one(address, "title", Function.identity()).orElse("");
        draft.recipient = one(address, "for", Function.identity()).orElse("");
        draft.products.addAll(many(address, "product", UUID::fromString));
        draft.accounts.addAll(many(address, "account", Function.identity()));
        draft.from = one(address, "from", LocalDate::parse).orElse(draft.from);
        draft.to = one(address, "to", LocalDate::parse).orElse(draft.to);
        draft.asOf = one(address, "asOf", Instant::parse).orElse(null);
        draft.choose(one(address, "days", Period::valueOf).orElse(Period.FIXED), today);
        draft.template = one(address, "template", UUID::fromString).orElse(null);
        draft.frameworks.addAll(many(address, "framework", Framework::valueOf));
        if (address.getParameters().containsKey("part")) {
            draft.parts.clear();
            draft.parts.addAll(many(address, "part", Part::valueOf));
            draft.parts.add(Part.HISTORY);
        }
        draft.named = one(address, "named", Boolean::valueOf).orElse(false);
        return draft;
    }

    /** The draft that a template starts from. */
    static Draft of(PackageTemplate template, LocalDate today) {
        var request = template.request(today);
        var draft = new Draft(request.from(), request.to());
        draft.template = template.id();
        draft.title = request.title();
        draft.recipient = request.recipient();
        draft.products.addAll(request.products());
        draft.accounts.addAll(request.accounts());
        draft.asOf = request.asOf();
        draft.period = template.period();
        draft.frameworks.addAll(request.frameworks());
        draft.parts.clear();
        draft.parts.addAll(request.parts());
        draft.named = request.named();
        draft.reason = request.reason();
        return draft;
    }

    /** Whether an address says nothing but which template to start from. */
    static Optional<UUID> template(QueryParameters address) {
        return address.getParameters().keySet().equals(Set.of("template"))
                ? one(address, "template", UUID::fromString)
                : Optional.empty();
    }

    /** Takes days that move on with the calendar, or stays at those chosen. */
    void choose(Period chosen, LocalDate today) {
        period = chosen;
        from = chosen.from(today, from);
        to = chosen.to(today, to);
        asOf = chosen == Period.FIXED ? asOf : null;
    }

    /** The address of this draft. The reason for names is not in it. */
    QueryParameters address() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        parameters.put("step", List.of(Integer.toString(step)));
        put(parameters, "title", title.isBlank() ? List.of() : List.of(title));
        put(parameters, "for", recipient.isBlank() ? List.of() : List.of(recipient));
        put(parameters, "product", products.stream().sorted().toList());
        put(parameters, "account", accounts);
        if (period == Period.FIXED) {
            put(parameters, "from", List.of(from));
            put(parameters, "to", List.of(to));
        } else {
            put(parameters, "days", List.of(period.name()));
        }
        put(parameters, "asOf", asOf == null ? List.of() : List.of(asOf));
        put(parameters, "framework", frameworks);
        put(parameters, "part", parts);
        put(parameters, "named", named ? List.of(true) : List.of());
        put(parameters, "template", template == null ? List.of() : List.of(template));
        return new QueryParameters(parameters);
    }

    PackageRequest request() {
        return new PackageRequest(
                title, recipient, products, accounts, from, to, asOf, frameworks, parts, named, named ? reason : "");
    }

    /** Picks a framework and the parts that give evidence for its controls. */
    void pick(Framework framework, boolean picked) {
        if (!picked) {
            frameworks.remove(framework);
            return;
        }
        frameworks.add(framework);
        parts.addAll(framework.usualParts());
    }

    private static void put(Map<String, List<String>> parameters, String name, Collection<?> values) {
        if (!values.isEmpty()) {
            parameters.put(
                    name, new ArrayList<>(values.stream().map(Object::toString).toList()));
        }
    }

    private static <T> Optional<T> one(QueryParameters address, String name, Function<String, T> reading) {
        return many(address, name, reading).stream().findFirst();
    }

    private static <T> List<T> many(QueryParameters address, String name, Function<String, T> reading) {
        return address.getParameters().getOrDefault(name, List.of()).stream()
                .flatMap(text -> {
                    try {
                        return Arrays.asList(reading.apply(text)).stream();
                    } catch (IllegalArgumentException | DateTimeException e) {
                        return java.util.stream.Stream.<T>empty();
                    }
                })
                .toList();
    }
}
