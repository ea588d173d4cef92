package io.outflow.access;

import io.outflow.access.ChangeRefused.Field;
import io.outflow.access.internal.Persons;
import io.outflow.access.internal.SetupCode;
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

    private final Persons persons;
    private final People people;
    private final SetupCode code;

    FirstAdministrator(Persons persons, People people, SetupCode code) {
        this.persons = persons;
        this.people = people;
        this.code = code;
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

    /** Makes {@code admin} from the setting OUTFLOW_ADMIN_PASSWORD. */
    @Transactional
    public boolean fromSetting(String password) {
        if (!missing()) {
            return false;
        }
        Acting.asOutflow(() -> people.add("admin", password, ROLES));
        return true;
    }
}
