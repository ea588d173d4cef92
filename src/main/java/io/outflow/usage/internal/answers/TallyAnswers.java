package io.outflow.usage.internal.answers;

import io.outflow.classification.Decision;
import io.outflow.usage.Subject;
import io.outflow.usage.Usage.Span;
import io.outflow.usage.UsageTallies;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Service;

/** Counts by stretches of time, from the columns. */
@Service
@ConditionalOnWebApplication
class TallyAnswers implements UsageTallies {
    private final UsageColumns columns;

    TallyAnswers(UsageColumns columns) {
        this.columns = columns;
    }

    @Override
    public Moment now() {
        return new Held(columns.now());
    }

    record Held(Columns columns) implements Moment {

        @Override
        public int subjects() {
            return columns.subjects().size();
        }

        @Override
        public Subject subject(int number) {
            return columns.subjects().subject()[number];
        }

        @Override
        public Decision decision(int number) {
            return columns.subjects().decision()[number];
        }

        @Override
        public Decision declared(int number) {
            return columns.subjects().declared()[number];
        }

        @Override
        public Optional<Span> span() {
            return columns.span();
        }

        @Override
        public List<Tally> count(Instant from, Instant to, Function<Subject, Cuts> cuts) {
            return new Stretches(columns.subjects(), from, to, cuts).count(columns.days());
        }
    }
}
