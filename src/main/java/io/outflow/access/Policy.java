package io.outflow.access;

import static io.outflow.access.Permission.DO;
import static io.outflow.access.Permission.IN_SCOPE;
import static io.outflow.access.Permission.MASKED;
import static io.outflow.access.Permission.NONE;
import static io.outflow.access.Permission.PROPOSE;
import static io.outflow.access.Permission.READ;
import static io.outflow.access.Permission.WITH_REASON;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The one table of who may do what. Views, services, downloads and the API all ask it. */
public final class Policy {

    private static final Map<Action, List<Permission>> TABLE = new EnumMap<>(Action.class);

    static {
        //                          ADMIN        CISO         LEGAL        AUDITOR      INVITED
        row(Action.ADMINISTER, DO, NONE, NONE, NONE, NONE);
        row(Action.IMPORT, DO, DO, NONE, NONE, NONE);
        row(Action.READ_USAGE, DO, DO, DO, DO, NONE);
        row(Action.SEE_NAMES, MASKED, WITH_REASON, MASKED, WITH_REASON, NONE);
        row(Action.DECIDE, NONE, DO, NONE, NONE, NONE);
        row(Action.REGISTER, NONE, PROPOSE, DO, READ, NONE);
        row(Action.HANDLE_GAPS, NONE, DO, DO, READ, NONE);
        row(Action.EVIDENCE, NONE, DO, DO, IN_SCOPE, READ);
        row(Action.VERIFY_EVIDENCE, DO, DO, DO, DO, DO);
        row(Action.INVITE, DO, DO, NONE, NONE, NONE);
        row(Action.CHANGE_LOG, READ, READ, READ, READ, NONE);
        row(Action.OWN_ACCOUNT, DO, DO, DO, DO, DO);
    }

    private Policy() {}

    private static void row(Action action, Permission... ofRoles) {
        TABLE.put(action, List.of(ofRoles));
    }

    public static Permission permission(Role role, Action action) {
        var row = TABLE.get(action);
        return row == null ? NONE : row.get(role.ordinal());
    }

    /** The strongest permission over the roles held; none without a role. */
    public static Permission permission(Collection<Role> roles, Action action) {
        return roles.stream().map(role -> permission(role, action)).reduce(NONE, Permission::orStronger);
    }

    /** The roles that may do an action at a level, to name them in a refusal. */
    public static List<Role> rolesThatMay(Action action, Permission level) {
        return Arrays.stream(Role.values())
                .filter(role -> permission(role, action).allows(level))
                .toList();
    }
}
