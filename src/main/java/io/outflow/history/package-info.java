/**
 * The append-only, hash-chained change log, and the revisions behind every "as of".
 * How a module adds work that recurs, as the check of each night does: docs/decisions/2026-11-26-db-scheduler-for-what-recurs.md.
 */
@NullMarked
package io.outflow.history;

import org.jspecify.annotations.NullMarked;
