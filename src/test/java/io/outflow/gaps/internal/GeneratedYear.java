package io.outflow.gaps.internal;

import io.outflow.classification.DataClass;
import io.outflow.classification.Decision;
import io.outflow.classification.Provenance;
import io.outflow.posture.CoverageMap;
import io.outflow.posture.Grounds;
import io.outflow.posture.Lane;
import io.outflow.posture.Spell;
import io.outflow.posture.Spell.InvocationLogging;
import io.outflow.posture.Spell.NothingRecorded;
import io.outflow.posture.Spell.RetentionMode;
import io.outflow.testing.Calls;
import io.outflow.trail.Caller;
import io.outflow.trail.CallerKind;
import io.outflow.trail.Channel;
import io.outflow.trail.Claude;
import io.outflow.trail.EventKey;
import io.outflow.trail.GovernanceEvent;
import io.outflow.trail.GovernanceKind;
import io.outflow.trail.Grade;
import io.outflow.trail.Model;
import io.outflow.trail.Outcome;
import io.outflow.trail.Place;
import io.outflow.trail.ProfileScope;
import io.outflow.trail.Proof;
import io.outflow.usage.CallChange;
import io.outflow.usage.JoinedCalls;
import io.outflow.usage.Subject;
import io.outflow.usage.SubjectFacts;
import io.outflow.usage.internal.answers.MadeCalls;
import io.outflow.vendors.Basis;
import io.outflow.vendors.Entry;
import io.outflow.vendors.Snapshot;
import io.outflow.vendors.content.Agreement;
import io.outflow.vendors.content.AgreementState;
import io.outflow.vendors.content.AgreementType;
import io.outflow.vendors.content.Application;
import io.outflow.vendors.content.Approval;
import io.outflow.vendors.content.ApprovalDecision;
import io.outflow.vendors.content.Certification;
import io.outflow.vendors.content.Content;
import io.outflow.vendors.content.Control;
import io.outflow.vendors.content.ControlState;
import io.outflow.vendors.content.ControlType;
import io.outflow.vendors.content.DataKind;
import io.outflow.vendors.content.Obligation;
import io.outflow.vendors.content.Product;
import io.outflow.vendors.content.Regime;
import io.outflow.vendors.content.Residency;
import io.outflow.vendors.content.RetentionWindow;
import io.outflow.vendors.content.SccModule;
import io.outflow.vendors.content.Scheme;
import io.outflow.vendors.content.Training;
import io.outflow.vendors.content.TrainingChoice;
import io.outflow.vendors.content.TrainingUse;
import io.outflow.vendors.content.UsageLink;
import io.outflow.vendors.content.Vendor;
import io.outflow.vendors.content.YesNo;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A year of a made-up company with a register, changes of settings, answers of AWS and calls, and the truth about it. The truth is counted
 * call by call from the plan that the register is written from, and uses nothing of the engine.
 */
final class GeneratedYear {
    static final Instant START = Instant.parse("2025-11-01T00:00:00Z");
    static final Instant END = Instant.parse("2026-11-01T00:00:00Z");

    private static final long LENGTH = Duration.between(START, END).toMillis();
    private static final List<String> CLASSES = List.of(
            "PUBLIC",
            "INTERNAL",
            "SOURCE_CODE",
            "CONFIDENTIAL",
            "PERSONAL",
            "FINANCIAL",
            "SPECIAL_CATEGORY",
            "CREDENTIALS");
    private static final Set<String> SENSITIVE = Set.of("PERSONAL", "FINANCIAL", "SPECIAL_CATEGORY", "CREDENTIALS");
    private static final List<String> REGIONS = List.of("eu-central-1", "eu-west-1", "us-east-1");
    private static final List<String> AGREED = List.of("eu-central-1", "eu-west-1");
    private static final List<Grade> GRADES = List.of(
            Grade.NAMED,
            Grade.NAMED,
            Grade.NAMED,
            Grade.NAMED,
            Grade.ROLE_ONLY,
            Grade.SHARED_KEY,
            Grade.UNKNOWN,
            Grade.SERVICE,
            Grade.CLAIMED,
            Grade.ROLE_ONLY);
    private static final String NOVA = "amazon.nova-pro-v1:0";
    private static final int NOBODYS = 99;
    /** Callers of a product numbered below this use its application. */
    private static final int APP_CALLERS = 5;

    private static final int POOL = 150;

    final List<Entry<?>> entries = new ArrayList<>();
    final List<SettingChange> changes = new ArrayList<>();
    final List<Spell> spells = new ArrayList<>();
    final Truth truth = new Truth();
    private final Random random;
    private final List<Plan> plans = new ArrayList<>();
    private final Map<SubjectFacts, Integer> numbers = new HashMap<>();
    private final List<List<SubjectFacts>> pools = new ArrayList<>();
    private final MadeCalls calls;

    /** A stretch of time in milliseconds, the end not in it. */
    private record Stretch(long from, long until) {
        boolean holds(long at) {
            return at >= from && at < until;
        }
    }

    /** What is planned for one product; the register says it in its own words. */
    private final class Plan {
        final int number;
        final String account;
        final UUID id;
        final List<Stretch> noDpa = new ArrayList<>();
        boolean noBaa;
        final Map<String, Long> allowedUntil = new HashMap<>();
        String refused = "";
        String onlyInFrankfurt = "";
        boolean residency;
        final List<Stretch> keptLonger = new ArrayList<>();
        Stretch trainingOpen = new Stretch(0, 0);
        boolean privately;
        double endpoints = 0.5;
        double unknown = 0.05;
        final Map<String, Long> overdueSince = new HashMap<>();
        boolean application;
        final Map<String, List<Stretch>> off = new HashMap<>();
        long lastCall = Long.MAX_VALUE;
        long lastUse = Long.MIN_VALUE;
        long uses;
        long unknowns;
        long open;
        final Truth.Count unknownCalls = new Truth.Count();
        final Truth.Count openCalls = new Truth.Count();

        Plan(int number) {
            this.number = number;
            this.account = "1000000000%02d".formatted(number);
            this.id = new UUID(7, number);
        }
    }

    GeneratedYear(long seed, int products, int events) {
        random = new Random(seed);
        var vendor = put(new UUID(6, 1), null, vendor(), confirmed(null));
        for (var number = 0; number < products; number++) {
            var plan = new Plan(number);
            plans.add(plan);
            write(plan, vendor.id(), products);
        }
        change(
                NOBODYS,
                "eu-central-1",
                START.plusSeconds(86_400),
                GovernanceKind.ACCESS,
                "CreateFoundationModelAgreement",
                NOVA,
                "{}");
        change(
                NOBODYS,
                "eu-central-1",
                START.plusSeconds(90_000),
                GovernanceKind.ACCESS,
                "CreateFoundationModelAgreement",
                "anthropic.claude-sonnet-4-5-v1:0",
                "{}");
        truth.event("ACCESS||GRANTED " + NOVA, START.plusSeconds(86_400));
        plans.forEach(plan -> pools.add(pool(plan)));
        pools.add(pool(null));
        pools.forEach(pool -> pool.forEach(facts -> numbers.putIfAbsent(facts, numbers.size() + 1)));
        calls = new MadeCalls(
                CLASSES,
                numbers.entrySet().stream()
                        .map(entry -> new Subject(entry.getValue(), entry.getKey()))
                        .sorted(Comparator.comparing(Subject::id))
                        .toList(),
                facts -> {
                    var code = facts.metadata().get("class");
                    return code == null ? Decision.UNKNOWN : new Decision(code, Provenance.TAGGED, 1, 3);
                });
        for (var number = 0; number < events; number++) {
            call();
        }
        finish();
    }

    Snapshot register() {
        return new Snapshot(entries);
    }

    Engine.Input input(Snapshot register) {
        return new Engine.Input(
                register,
                calls.now(),
                changes,
                spells,
                from -> coverage(LocalDate.ofInstant(from, ZoneOffset.UTC)),
                classes(),
                new JoinedCalls(1_000, 850),
                START,
                END);
    }

    /** Runtime calls are logged every day, in one account and Region. */
    private CoverageMap coverage(LocalDate from) {
        var to = LocalDate.ofInstant(END, ZoneOffset.UTC).minusDays(1);
        var covered = new CoverageMap.Cell(CoverageMap.State.COVERED, false, "Read.", new Grounds.FilesRead());
        return new CoverageMap(
                from,
                to,
                new TreeMap<>(Map.of(
                        new CoverageMap.Place(plans.getFirst().account, "eu-central-1", Lane.BEDROCK_RUNTIME),
                        Collections.nCopies((int) ChronoUnit.DAYS.between(from, to) + 1, covered))));
    }

    private static List<DataClass> classes() {
        return CLASSES.stream()
                .map(code -> new DataClass(
                        code, code.toLowerCase(java.util.Locale.ROOT), "Xx", CLASSES.indexOf(code) + 1, 1, ""))
                .toList();
    }

    private long moment() {
        return START.toEpochMilli() + (long) (random.nextDouble() * LENGTH);
    }

    private static ZonedDateTime zoned(long millis) {
        return Instant.ofEpochMilli(millis).atZone(ZoneOffset.ofHours(2));
    }

    private static LocalDate day(long millis) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
    }

    private static long dayAfter(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    private void write(Plan plan, UUID vendor, int products) {
        var number = plan.number;
        var key = number == 0
                ? "aws_bedrock_claude/itself"
                : number == 1 ? "anthropic_claude_platform_on_aws/itself" : "";
        var review = number % 7 == 2 ? day(moment()) : null;
        put(
                plan.id,
                vendor,
                product(number, review),
                new Basis(io.outflow.vendors.Origin.CATALOGUE, "", null, "", null, null, false, key));
        if (review != null) {
            plan.overdueSince.put("REVIEW", dayAfter(review));
        }
        link(plan);
        dpa(plan);
        baa(plan);
        approvals(plan);
        plan.residency = number % 3 != 0;
        if (plan.residency) {
            put(plan, residency());
        }
        retention(plan);
        training(plan);
        plan.privately = number % 5 == 0;
        if (plan.privately) {
            plan.endpoints = number % 10 == 0 ? 0.6 : 0.999;
            put(plan, new Control(ControlType.PRIVATE_NETWORKING, ControlState.CONFIGURED, ""));
        }
        if (number % 9 == 0) {
            plan.unknown = 0.4;
        }
        if (number % 7 == 3) {
            var until = day(moment());
            plan.overdueSince.put("CERTIFICATE", dayAfter(until));
            put(plan, new Certification(Scheme.values()[0], YesNo.YES, "", "", "", null, until, null, null, ""));
        }
        if (number % 7 == 4) {
            var check = day(moment());
            plan.overdueSince.put("FACT", dayAfter(check));
            put(
                    UUID.randomUUID(),
                    plan.id,
                    new Control(ControlType.ENCRYPTION, ControlState.CONFIGURED, ""),
                    confirmed(check));
        }
        plan.application = number % 2 == 0;
        if (plan.application) {
            var application = new UUID(8, number);
            put(
                    application,
                    null,
                    new Application("App %02d".formatted(number), "", "", List.of(), List.of(plan.id), ""),
                    confirmed(null));
            put(
                    UUID.randomUUID(),
                    application,
                    link(List.of(), List.of("*:role/app-%02d".formatted(number)), List.of()),
                    confirmed(null));
        }
        logging(plan);
        if (number == products - 2) {
            plan.lastCall = START.toEpochMilli() + LENGTH / 2;
        }
        if (number == products - 1) {
            plan.lastCall = Long.MIN_VALUE;
        }
    }

    private void link(Plan plan) {
        if (plan.number > 1) {
            put(
                    plan,
                    plan.number % 2 == 0
                            ? link(List.of(plan.account), List.of(), List.of())
                            : link(List.of(), List.of(), List.of("product=%02d".formatted(plan.number))));
        }
    }

    private void dpa(Plan plan) {
        var before = START.minus(Duration.ofDays(90)).toEpochMilli();
        var after = END.plus(Duration.ofDays(90)).toEpochMilli();
        var cuts = new ArrayList<Long>();
        for (var i = 0; i < 4; i++) {
            cuts.add(moment());
        }
        cuts.sort(null);
        switch (plan.number % 6) {
            case 0 -> agreed(plan, AgreementType.DPA, before, after);
            case 1 -> {
                agreed(plan, AgreementType.DPA, before, cuts.get(0));
                agreed(plan, AgreementType.DPA, cuts.get(1), after);
                plan.noDpa.add(new Stretch(cuts.get(0), cuts.get(1)));
            }
            case 2 -> plan.noDpa.add(new Stretch(before, after));
            case 3 -> {
                agreed(plan, AgreementType.DPA, cuts.get(2), after);
                plan.noDpa.add(new Stretch(before, cuts.get(2)));
            }
            case 4 -> {
                // The catalogue claims it, nobody confirmed it: that is never in force.
                put(
                        UUID.randomUUID(),
                        plan.id,
                        agreement(AgreementType.DPA, before, after),
                        Basis.catalogue("", null, "x/y"));
                plan.noDpa.add(new Stretch(before, after));
            }
            default -> {
                agreed(plan, AgreementType.DPA, before, cuts.get(0));
                agreed(plan, AgreementType.DPA, cuts.get(1), cuts.get(2));
                agreed(plan, AgreementType.DPA, cuts.get(3), after);
                plan.noDpa.add(new Stretch(cuts.get(0), cuts.get(1)));
                plan.noDpa.add(new Stretch(cuts.get(2), cuts.get(3)));
            }
        }
    }

    private void baa(Plan plan) {
        switch (plan.number % 3) {
            case 0 -> agreed(plan, AgreementType.BAA, START.toEpochMilli(), END.toEpochMilli());
            case 1 -> plan.noBaa = true;
            default -> put(plan, new Obligation(Regime.HIPAA, YesNo.NO, "Not in the US"));
        }
    }

    private void approvals(Plan plan) {
        for (var code : CLASSES) {
            if (random.nextInt(3) > 0) {
                var until = random.nextInt(4) == 0 ? moment() : Long.MAX_VALUE;
                plan.allowedUntil.put(code, until);
                put(plan, approval(code, ApprovalDecision.ALLOWED, List.of(), until));
            }
        }
        plan.refused = CLASSES.get(random.nextInt(CLASSES.size()));
        put(plan, approval(plan.refused, ApprovalDecision.NOT_ALLOWED, List.of(), Long.MAX_VALUE));
        var narrow = CLASSES.stream()
                .filter(code -> !plan.allowedUntil.containsKey(code))
                .findFirst();
        if (narrow.isPresent()) {
            plan.onlyInFrankfurt = narrow.get();
            put(plan, approval(narrow.get(), ApprovalDecision.CONDITIONS, List.of("eu-central-*"), Long.MAX_VALUE));
        }
        // What is only proposed allows nothing.
        put(plan, approval("*", ApprovalDecision.PROPOSED, List.of(), Long.MAX_VALUE));
    }

    private void retention(Plan plan) {
        put(
                plan,
                new RetentionWindow(DataKind.PROMPTS_AND_OUTPUTS, "", 0, "", "", "", "", List.of(), YesNo.YES, "", ""));
        if (plan.number % 10 == 5) {
            var first = moment();
            var second = first + (END.toEpochMilli() - first) / 2;
            retention(plan, START.plusSeconds(5), "none");
            retention(plan, Instant.ofEpochMilli(first), "provider_data_share");
            retention(plan, Instant.ofEpochMilli(second), "default");
            plan.keptLonger.add(new Stretch(first, second));
            // An answer that says what is known ends nothing; one that says otherwise holds as long as it is given.
            var quarter = (second - first) / 4;
            answered(plan, new Stretch(first + quarter, second - quarter), new RetentionMode("provider_data_share"));
            var unseen = new Stretch(second + quarter, second + 2 * quarter + 1);
            answered(plan, unseen, new RetentionMode("aws_review"));
            plan.keptLonger.add(unseen);
        }
        if (plan.number % 10 == 8) {
            var from = moment();
            var third = (END.toEpochMilli() - from) / 3;
            var unseen = new Stretch(from, from + third + 1);
            answered(plan, unseen, new RetentionMode("provider_data_share"));
            answered(plan, new Stretch(from + third / 2, from + third + 1), new RetentionMode("provider_data_share"));
            answered(plan, new Stretch(from + 2 * third, from + 2 * third + 1), new RetentionMode("none"));
            plan.keptLonger.add(unseen);
        }
    }

    private void retention(Plan plan, Instant at, String mode) {
        change(
                plan.number,
                "eu-central-1",
                at,
                GovernanceKind.RETENTION,
                "PutAccountDataRetention",
                null,
                "{\"mode\":\"" + mode + "\"}");
    }

    private void training(Plan plan) {
        var always = new Stretch(0, Long.MAX_VALUE);
        var proved = LocalDate.of(2025, 10, 1);
        var again = day(moment());
        var training =
                switch (plan.number % 5) {
                    case 0 -> training(TrainingUse.USED, TrainingChoice.OPTED_OUT, proved, null);
                    case 1 -> {
                        plan.trainingOpen = always;
                        yield training(TrainingUse.USED, TrainingChoice.OPTED_OUT, null, null);
                    }
                    case 2 -> {
                        plan.trainingOpen = always;
                        yield training(TrainingUse.NOT_USED, TrainingChoice.OPTED_IN, null, null);
                    }
                    case 3 -> training(TrainingUse.NOT_USED, TrainingChoice.NOT_DECIDED, null, null);
                    default -> {
                        plan.trainingOpen = new Stretch(dayAfter(again), Long.MAX_VALUE);
                        yield training(TrainingUse.USED, TrainingChoice.OPTED_OUT, proved, again);
                    }
                };
        put(plan, training);
    }

    private void logging(Plan plan) {
        var from = moment();
        var until = from + (END.toEpochMilli() - from) / 3;
        if (plan.number % 10 == 3) {
            off(plan, "INVOCATION_LOGGING", "", new Stretch(from, until));
            change(
                    plan.number,
                    "eu-central-1",
                    Instant.ofEpochMilli(from),
                    GovernanceKind.INVOCATION_LOGGING,
                    "DeleteModelInvocationLoggingConfiguration",
                    null,
                    "{}");
            change(
                    plan.number,
                    "eu-central-1",
                    Instant.ofEpochMilli(until),
                    GovernanceKind.INVOCATION_LOGGING,
                    "PutModelInvocationLoggingConfiguration",
                    null,
                    "{}");
        }
        var later = new Stretch(until + (until - from) / 2, until + (until - from) + 1);
        switch (plan.number % 10) {
            case 0 -> {
                // No record tells of it.
                answered(plan, new Stretch(from, until + 1), true, new NothingRecorded(List.of()));
                off(plan, "NO_TRAIL", "", new Stretch(from, until + 1));
            }
            case 2 -> {
                answered(plan, new Stretch(from, until + 1), new InvocationLogging(false));
                answered(plan, later, new InvocationLogging(false));
                off(plan, "INVOCATION_LOGGING", "", new Stretch(from, until + 1), later);
            }
            case 3 -> {
                // The record tells of it already, and then of its end.
                answered(plan, new Stretch((from + until) / 2, later.from()), new InvocationLogging(false));
            }
            case 4 -> {
                // Off before the record says so.
                var before = new Stretch(from - (from - START.toEpochMilli()) / 2, from);
                answered(plan, new Stretch(before.from(), until), new NothingRecorded(List.of("main")));
                off(plan, "NO_TRAIL", "", before);
            }
            case 6 -> {
                // One of two trails is narrowed by a record; that the other one stopped is told by AWS alone.
                answered(plan, new Stretch(from, until + 1), new NothingRecorded(List.of("main", "second")));
                off(plan, "NO_TRAIL", "", new Stretch(from, until + 1));
            }
            case 9 -> {
                // The record of switching it on is missing.
                change(
                        plan.number,
                        "eu-central-1",
                        Instant.ofEpochMilli(from),
                        GovernanceKind.INVOCATION_LOGGING,
                        "DeleteModelInvocationLoggingConfiguration",
                        null,
                        "{}");
                answered(plan, later, new InvocationLogging(true));
                off(plan, "INVOCATION_LOGGING", "", new Stretch(from, later.from()));
            }
            default -> {}
        }
        if (plan.number % 10 == 4) {
            off(plan, "TRAIL", " main", new Stretch(from, Long.MAX_VALUE));
            change(
                    plan.number,
                    "eu-central-1",
                    Instant.ofEpochMilli(from),
                    GovernanceKind.TRAIL,
                    "StopLogging",
                    "arn:aws:cloudtrail:eu-central-1:1:trail/main",
                    "{}");
        }
        if (plan.number % 10 == 6) {
            off(plan, "SELECTORS", " main", new Stretch(from, until));
            change(
                    plan.number,
                    "eu-central-1",
                    Instant.ofEpochMilli(from),
                    GovernanceKind.TRAIL,
                    "PutEventSelectors",
                    "main",
                    "{\"eventSelectors\":[{\"readWriteType\":\"WriteOnly\"}]}");
            change(
                    plan.number,
                    "eu-central-1",
                    Instant.ofEpochMilli(until),
                    GovernanceKind.TRAIL,
                    "PutEventSelectors",
                    "main",
                    "{\"eventSelectors\":[{\"readWriteType\":\"All\",\"includeManagementEvents\":true}]}");
        }
        if (plan.number % 10 == 7) {
            off(plan, "GUARDRAIL", "", new Stretch(from, Long.MAX_VALUE));
            change(
                    plan.number,
                    "eu-central-1",
                    Instant.ofEpochMilli(from),
                    GovernanceKind.GUARDRAIL,
                    "DeleteGuardrail",
                    "gr1",
                    "{}");
        }
    }

    private void answered(Plan plan, Stretch stretch, Spell.What what) {
        answered(plan, stretch, false, what);
    }

    private void answered(Plan plan, Stretch stretch, boolean last, Spell.What what) {
        spells.add(new Spell(
                plan.account,
                "eu-central-1",
                Instant.ofEpochMilli(stretch.from()),
                Instant.ofEpochMilli(stretch.until()),
                last,
                what));
    }

    private void off(Plan plan, String what, String target, Stretch... stretches) {
        var key = "LOGGING||%s %s eu-central-1%s".formatted(what, plan.account, target);
        plan.off.put(key, List.of(stretches));
        var last = stretches[stretches.length - 1];
        truth.hold(
                key,
                Instant.ofEpochMilli(stretches[0].from()),
                Instant.ofEpochMilli(last.until() == Long.MAX_VALUE ? last.from() : last.until()));
    }

    /** What calls of a product, or of nobody's model, look like: some made-up combinations. */
    private List<SubjectFacts> pool(Plan plan) {
        var pool = new ArrayList<SubjectFacts>();
        for (var made = 0; made < POOL; made++) {
            pool.add(facts(plan));
        }
        return pool;
    }

    private SubjectFacts facts(Plan plan) {
        var number = plan == null ? NOBODYS : plan.number;
        var account = "1000000000%02d".formatted(number);
        var who = random.nextInt(GRADES.size());
        var grade = GRADES.get(who);
        var role = "arn:aws:iam::%s:role/%s-%02d".formatted(account, who < APP_CALLERS ? "app" : "job", number);
        var caller = new Caller(
                grade == Grade.NAMED ? CallerKind.PERSON : CallerKind.ROLE,
                account + "/caller-" + who,
                "caller-" + who,
                role,
                null,
                grade);
        var scope = ProfileScope.values()[random.nextInt(ProfileScope.values().length)];
        var metadata = new TreeMap<String, String>();
        if (random.nextDouble() >= (plan == null ? 0.1 : plan.unknown)) {
            metadata.put("class", CLASSES.get(random.nextInt(CLASSES.size())));
        }
        metadata.put("product", "%02d".formatted(number));
        return new SubjectFacts(
                account,
                caller,
                number == 1 ? Channel.CLAUDE_PLATFORM : Channel.BEDROCK_RUNTIME,
                "Converse",
                plan == null
                        ? new Model(NOVA, "Nova Pro", "amazon", Claude.NO, scope, geography(scope))
                        : new Model(
                                "claude-" + scope,
                                "Claude Sonnet 4.5",
                                "anthropic",
                                Claude.YES,
                                scope,
                                geography(scope)),
                REGIONS.get(random.nextInt(REGIONS.size())),
                random.nextInt(3) == 0 ? REGIONS.get(random.nextInt(REGIONS.size())) : null,
                random.nextDouble() < (plan == null ? 0.5 : plan.endpoints),
                grade == Grade.SHARED_KEY,
                null,
                null,
                false,
                metadata);
    }

    private void call() {
        var plan = random.nextInt(30) == 0 ? null : plans.get(random.nextInt(plans.size()));
        var at = moment();
        if (plan != null && at > plan.lastCall) {
            return;
        }
        var pool = pools.get(plan == null ? plans.size() : plan.number);
        var facts = pool.get(random.nextInt(pool.size()));
        var draw = random.nextInt(100);
        var outcome = draw < 3 ? Outcome.DENIED : draw < 5 ? Outcome.FAILED : Outcome.USE;
        var found = plan != null && plan.number % 6 == 5 && random.nextInt(20) == 0 ? found() : null;
        store(facts, at, outcome, found);
        var seen = new Seen(at, facts.caller().id());
        if (outcome == Outcome.USE) {
            use(plan, facts, seen, found);
        } else if (outcome == Outcome.DENIED) {
            truth.add("ACCESS|" + (plan == null ? "" : plan.id) + "|DENIED", seen);
        }
    }

    private static String geography(ProfileScope scope) {
        return scope == ProfileScope.GEOGRAPHY ? "eu" : null;
    }

    /** One in a hundred is first stored otherwise and taken back, as when its log file is verified later. */
    private void store(SubjectFacts facts, long at, Outcome outcome, @Nullable String found) {
        var subject = Objects.requireNonNull(numbers.get(facts));
        var time = Instant.ofEpochMilli(at).plusNanos(random.nextInt(1_000_000));
        if (random.nextInt(100) == 0) {
            var before = new CallChange(time, subject, outcome, Proof.NO_DIGEST, 5, 5, 1, found);
            calls.add(before);
            calls.add(new CallChange(time, subject, outcome, Proof.NO_DIGEST, 5, 5, -1, found));
        }
        if (random.nextInt(200) == 0) {
            // Something that went for good, earlier than anything and later than anything.
            for (var gone : List.of(START, END.minusMillis(1))) {
                calls.add(new CallChange(gone, subject, outcome, Proof.NO_DIGEST, 5, 5, 1));
                calls.add(new CallChange(gone, subject, outcome, Proof.NO_DIGEST, 5, 5, -1));
            }
        }
        calls.add(new CallChange(time, subject, outcome, Proof.VERIFIED, 5, 5, 1, found));
    }

    /** One or two classes as they are stored with a call; none is rarer than some. */
    private String found() {
        var some = new TreeSet<String>();
        for (var left = random.nextInt(4); left > 1; left--) {
            some.add(CLASSES.get(random.nextInt(CLASSES.size())));
        }
        return String.join(",", some);
    }

    /** The higher of what is tagged and what was found. */
    private static @Nullable String higher(@Nullable String tagged, @Nullable String found) {
        var code = tagged;
        if (found != null && !found.isEmpty()) {
            for (var one : found.split(",")) {
                code = code == null || CLASSES.indexOf(one) > CLASSES.indexOf(code) ? one : code;
            }
        }
        return code;
    }

    /** One call: when and by whom. */
    record Seen(long at, String caller) {}

    private void use(Plan plan, SubjectFacts facts, Seen seen, @Nullable String found) {
        var tagged = facts.metadata().get("class");
        var code = higher(tagged, found);
        var app = String.valueOf(facts.caller().role()).contains("role/app-");
        var grade = facts.caller().grade();
        var id = plan == null ? "" : plan.id.toString();
        if (grade == Grade.ROLE_ONLY || grade == Grade.SHARED_KEY || grade == Grade.UNKNOWN) {
            truth.add("CALLER|" + id + "|" + grade, seen);
        }
        if (plan == null) {
            truth.add("REGISTRATION||BEDROCK_RUNTIME Nova Pro", seen);
            return;
        }
        if (tagged != null && !tagged.equals(code)) {
            truth.add("CONTRADICTION|" + id + "|" + tagged + " " + code, seen);
        }
        plan.uses++;
        plan.lastUse = Math.max(plan.lastUse, seen.at());
        if (!plan.application || !app) {
            truth.add("CALLER|" + id + "|NO_APPLICATION", seen);
        }
        if (within(plan.noDpa, seen)) {
            truth.add("AGREEMENT|" + id + "|DPA", seen);
        }
        if (plan.noBaa && "SPECIAL_CATEGORY".equals(code)) {
            truth.add("AGREEMENT|" + id + "|BAA", seen);
        }
        if (code == null) {
            plan.unknowns++;
            plan.unknownCalls.add(seen);
        } else if (!approved(plan, code, facts.sourceRegion(), seen.at())) {
            truth.add("DATA_CLASS|" + id + "|" + code, seen);
        }
        if (plan.residency) {
            region(plan, facts, seen);
        }
        var frankfurt = facts.sourceRegion().equals("eu-central-1");
        if (frankfurt && facts.channel() != Channel.CLAUDE_PLATFORM && within(plan.keptLonger, seen)) {
            truth.add("RETENTION|" + id + "|" + plan.account + " eu-central-1", seen);
        }
        if (code != null && SENSITIVE.contains(code) && plan.trainingOpen.holds(seen.at())) {
            truth.add("TRAINING|" + id + "|", seen);
        }
        if (facts.apiKey()) {
            truth.add("ACCESS_PATH|" + id + "|API_KEY", seen);
        }
        if (plan.privately && !facts.viaVpcEndpoint()) {
            plan.open++;
            plan.openCalls.add(seen);
        }
        plan.overdueSince.forEach((what, since) -> {
            if (seen.at() >= since) {
                truth.add("OVERDUE|" + id + "|" + what, seen);
            }
        });
        if (frankfurt) {
            plan.off.forEach((key, stretches) -> {
                if (within(stretches, seen)) {
                    truth.add(key, seen);
                }
            });
        }
    }

    private static boolean within(List<Stretch> stretches, Seen seen) {
        return stretches.stream().anyMatch(stretch -> stretch.holds(seen.at()));
    }

    private static boolean approved(Plan plan, String code, String region, long at) {
        if (code.equals(plan.refused)) {
            return false;
        }
        return plan.allowedUntil.getOrDefault(code, Long.MIN_VALUE) > at
                || code.equals(plan.onlyInFrankfurt) && region.equals("eu-central-1");
    }

    private void region(Plan plan, SubjectFacts facts, Seen seen) {
        var ranIn = facts.inferenceRegion();
        if (ranIn == null && facts.model().scope() == ProfileScope.IN_REGION && plan.number != 1) {
            ranIn = facts.sourceRegion();
        }
        if (ranIn == null) {
            truth.add("REGION|" + plan.id + "|NOT_EVIDENCED", seen);
        } else if (!AGREED.contains(ranIn)) {
            truth.add("REGION|" + plan.id + "|" + ranIn, seen);
        }
    }

    private void finish() {
        truth.event("UNKNOWN_CLASS||JOIN", null);
        var since = END.minus(Duration.ofDays(90));
        for (var plan : plans) {
            if (plan.unknowns * 100 > plan.uses * 10) {
                truth.put("UNKNOWN_CLASS|" + plan.id + "|UNKNOWN", plan.unknownCalls);
            }
            if (plan.privately && plan.open * 100 > plan.uses) {
                truth.put("ACCESS_PATH|" + plan.id + "|NO_ENDPOINT", plan.openCalls);
            }
            // The Claude Platform's own channel is not covered on any day, so nothing is said of it.
            if (plan.lastUse < since.toEpochMilli() && plan.number != 1) {
                truth.event(
                        "REGISTRATION|" + plan.id + "|UNUSED",
                        plan.uses == 0 ? since : Instant.ofEpochMilli(plan.lastUse));
            }
        }
        truth.drop(key -> key.contains("|DENIED"), count -> count.calls() < 10);
    }

    private void change(
            int number,
            String region,
            Instant at,
            GovernanceKind kind,
            String operation,
            String target,
            String request) {
        var json = "{\"requestParameters\":" + request + "}";
        changes.add(SettingChange.of(new GovernanceEvent(
                new Place("", 1, 0, json.length()),
                new EventKey(at, "1000000000%02d".formatted(number), operation + at),
                "",
                kind,
                "bedrock.amazonaws.com",
                operation,
                Calls.person("ana"),
                region,
                Outcome.USE,
                null,
                target,
                json.getBytes(StandardCharsets.UTF_8))));
    }

    private Entry<?> put(Plan plan, Content content) {
        return put(UUID.randomUUID(), plan.id, content, confirmed(null));
    }

    private Entry<?> put(UUID id, UUID owner, Content content, Basis basis) {
        var entry = new Entry<>(id, owner, content, basis, 1, START, "Legal");
        entries.add(entry);
        return entry;
    }

    private static Basis confirmed(LocalDate check) {
        return Basis.ours("Contract", null, null).confirmed("Legal", START, check);
    }

    private void agreed(Plan plan, AgreementType type, long from, long until) {
        put(plan, agreement(type, from, until));
    }

    private static Vendor vendor() {
        return new Vendor("Vendor", "", List.of(), "", "", List.of(), "", null, null, "");
    }

    private static Product product(int number, LocalDate review) {
        return new Product(
                "Product %02d".formatted(number),
                "",
                null,
                null,
                YesNo.YES,
                List.of(),
                "",
                "",
                null,
                review,
                List.of(),
                "");
    }

    private static Agreement agreement(AgreementType type, long from, long until) {
        return new Agreement(
                type,
                AgreementState.SIGNED,
                "",
                "",
                "",
                zoned(from),
                zoned(until),
                null,
                null,
                List.of(),
                "",
                null,
                "",
                null,
                YesNo.UNKNOWN,
                "",
                SccModule.NOT_APPLICABLE,
                List.of(),
                List.of(),
                "");
    }

    private static Approval approval(String code, ApprovalDecision decision, List<String> regions, long until) {
        return new Approval(
                List.of(code),
                decision,
                regions,
                List.of(),
                List.of(),
                null,
                null,
                until == Long.MAX_VALUE ? null : zoned(until),
                "",
                "CISO",
                "Planned");
    }

    private static Residency residency() {
        return new Residency(List.of(), List.of(), List.of(), AGREED, YesNo.YES, List.of(), YesNo.YES, "");
    }

    private static Training training(TrainingUse byDefault, TrainingChoice choice, LocalDate proved, LocalDate again) {
        return new Training(byDefault, choice, "", proved, proved == null ? "" : "Admin", null, again, "");
    }

    private static UsageLink link(List<String> accounts, List<String> roles, List<String> metadata) {
        return new UsageLink(List.of(), accounts, List.of(), List.of(), List.of(), roles, List.of(), metadata, "");
    }
}
