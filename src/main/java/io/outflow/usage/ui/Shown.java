package io.outflow.usage.ui;

import java.util.EnumSet;
import java.util.Set;

/**
 * How the numbers are drawn, as the address says it.
 *
 * @param cells whether coverage is open by account, Region and day
 * @param sort column of the callers' table
 * @param columns shown columns of the callers' table
 */
record Shown(Flow flow, Days days, boolean cells, CallerColumn sort, boolean ascending, Set<CallerColumn> columns) {

    enum Flow {
        CHART,
        TABLE
    }

    enum Days {
        BARS,
        TABLE,
        HEAT,
        HEAT_TABLE;

        boolean isTable() {
            return this == TABLE || this == HEAT_TABLE;
        }
    }

    static final Shown USUAL = new Shown(Flow.CHART, Days.BARS, false, CallerColumn.CALLS, false, CallerColumn.usual());

    Shown {
        columns = Set.copyOf(columns.isEmpty() ? EnumSet.of(CallerColumn.CALLER) : columns);
    }

    Shown flow(Flow shape) {
        return new Shown(shape, days, cells, sort, ascending, columns);
    }

    Shown days(Days shape) {
        return new Shown(flow, shape, cells, sort, ascending, columns);
    }

    Shown cells(boolean open) {
        return new Shown(flow, days, open, sort, ascending, columns);
    }

    Shown sorted(CallerColumn column, boolean up) {
        return new Shown(flow, days, cells, column, up, columns);
    }

    Shown columns(Set<CallerColumn> some) {
        return new Shown(flow, days, cells, sort, ascending, some);
    }
}
