package io.outflow.access;

import io.outflow.access.ChangeRefused.Field;
import io.outflow.access.internal.PasswordHashing;
import io.outflow.access.internal.PasswordRules;
import io.outflow.access.internal.Person;
import io.outflow.access.internal.Persons;
import io.outflow.access.internal.SetupCode;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the first person of an empty installation, who is administrator and CISO so that one person can try everything.
 * Does nothing once any person exists.
 */
@Service
public class FirstAdministrator {

    private static final Set<Role> ROLES = EnumSet.of(Role.ADMIN, Role.CISO);

    private static final String NAME = "admin";

    private final Persons persons;
    private final People people;
    private final SetupCode code;
    private final PasswordRules rules;
    private final PasswordHashing hashing;
    private final Journal journal;
    private final Clock clock;

    FirstAdministrator(
            Persons persons,
            People people,
            SetupCode code,
            PasswordRules rules,
            PasswordHashing hashing,
            Journal journal,
            Clock clock) {
        this.persons = persons;
        this.people = people;
        this.code = code;
        this.rules = rules;
        this.hashing = hashing;
        this.journal = journal;
        this.clock = clock;
    }

    /** Whether nobody exists yet. */
    @Transactional(readOnly = true)
    public boolean missing() {
        return persons.count() == 0;
    }

    /** Makes the first person from the set-up page. */
    @Transactional
    public UUID setUp(String givenCode, String name, String password, String address) {
        if (!missing()) {
            throw new ChangeRefused(Field.CODE, "Outflow is set up already. Sign in instead.");
        }
        code.check(givenCode, address);
        var id = Acting.asOutflow(() -> people.add(name, password, ROLES));
        code.used();
        return id;
    }

    /**
     * Makes {@code admin} from the setting OUTFLOW_ADMIN_PASSWORD; does nothing where somebody exists already.
     *
     * @throws ChangeRefused for a password that a person could not choose either; nobody was made then
     */
    @Transactional
    public void fromSetting(String password) {
        if (missing()) {
            rules.check(NAME, password);
            persons.save(new Person(NAME, hashing.hash(password), ROLES, clock.instant()));
            journal.append(
                    "Outflow", "person added", "person " + NAME, "first administrator, from OUTFLOW_ADMIN_PASSWORD");
        }
    }
}
