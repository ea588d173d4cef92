package io.outflow.classification.internal;

import io.outflow.access.Action;
import io.outflow.access.Requires;
import io.outflow.classification.DataClass;
import io.outflow.classification.DataClasses;
import io.outflow.classification.RuleChangedMeanwhile;
import io.outflow.classification.RuleRefused;
import io.outflow.classification.Rules.Problem;
import io.outflow.history.ChangeLog;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Requires(Action.DECIDE)
class StoredDataClasses implements DataClasses {
    /** Stands for calls that no rule decides, wherever codes are named. */
    private static final String UNKNOWN = "UNKNOWN";

    private final DataClassStore store;
    private final RuleStore rules;
    private final RulesInForce inForce;
    private final ChangeLog log;

    StoredDataClasses(DataClassStore store, RuleStore rules, RulesInForce inForce, ChangeLog log) {
        this.store = store;
        this.rules = rules;
        this.inForce = inForce;
        this.log = log;
    }

    @Override
    @Requires(Action.READ_USAGE)
    @Transactional(readOnly = true)
    public List<DataClass> list() {
        return store.list();
    }

    @Override
    @Requires(Action.READ_USAGE)
    @Transactional(readOnly = true)
    public Optional<DataClass> find(String code) {
        return store.list().stream().filter(one -> one.code().equals(code)).findFirst();
    }

    @Override
    @Transactional
    public DataClass add(Draft draft, String reason) {
        var version = rules.lock();
        var stored = store.list();
        var added = made(code(draft.name()), draft);
        refuse(added, reason, stored);
        store.add(added);
        return changed(version, "data class added", added, reason);
    }

    @Override
    @Transactional
    public DataClass change(DataClass seen, Draft draft, String reason) {
        var version = rules.lock();
        var stored = store.list();
        if (!stored.contains(seen)) {
            throw new RuleChangedMeanwhile(
                    "Somebody changed the class \"%s\" while you did. Nothing of yours was saved."
                                    .formatted(seen.name())
                            + " Load the classes again and repeat your change.");
        }
        var changed = made(seen.code(), draft);
        refuse(changed, reason, stored.stream().filter(one -> !one.equals(seen)).toList());
        store.change(changed);
        return changed(version, "data class changed", changed, reason);
    }

    private DataClass changed(long version, String action, DataClass made, String reason) {
        inForce.changed(version);
        log.append(
                action,
                "data class " + made.code(),
                "%s, %s, rank %d, colour %d: %s %s"
                        .formatted(
                                made.name(),
                                made.letters(),
                                made.rank(),
                                made.colour(),
                                made.meaning(),
                                reason.strip()));
        return made;
    }

    private static void refuse(DataClass wanted, String reason, List<DataClass> others) {
        var problems = new ArrayList<Problem>();
        if (wanted.name().isEmpty() || wanted.name().length() > 40) {
            problems.add(new Problem("name", "Give the class a name of at most 40 characters."));
        } else if (wanted.code().isEmpty() || wanted.code().equals(UNKNOWN)) {
            problems.add(
                    new Problem("name", "Choose a name with letters in it; Unknown stands for what no rule decides."));
        } else if (others.stream()
                .anyMatch(other -> other.name().equalsIgnoreCase(wanted.name())
                        || other.code().equals(wanted.code()))) {
            problems.add(new Problem("name", "Another class has this name. Choose a different one."));
        }
        if (wanted.letters().codePointCount(0, wanted.letters().length()) != 2
                || !wanted.letters().codePoints().allMatch(Character::isLetterOrDigit)) {
            problems.add(new Problem("letters", "Give two letters or digits."));
        } else if (others.stream().anyMatch(other -> other.letters().equalsIgnoreCase(wanted.letters()))) {
            problems.add(new Problem("letters", "Another class has these letters. Choose different ones."));
        }
        if (wanted.rank() < 1 || wanted.rank() > 99) {
            problems.add(new Problem("rank", "Give a rank from 1 to 99."));
        }
        if (wanted.colour() < 1 || wanted.colour() > 8) {
            problems.add(new Problem("colour", "Choose one of the eight colours."));
        }
        if (wanted.meaning().isEmpty() || wanted.meaning().length() > 500) {
            problems.add(new Problem("meaning", "Say what belongs in the class, in at most 500 characters."));
        }
        problems.addAll(RuleCheck.reasonProblems(reason));
        if (!problems.isEmpty()) {
            throw new RuleRefused(problems);
        }
    }

    private static DataClass made(String code, Draft draft) {
        return new DataClass(
                code,
                draft.name().strip(),
                draft.letters().strip(),
                draft.rank(),
                draft.colour(),
                draft.meaning().strip());
    }

    private static String code(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "_")
                .replaceAll("^_|_$", "")
                .transform(code -> code.substring(0, Math.min(code.length(), 40)));
    }
}
