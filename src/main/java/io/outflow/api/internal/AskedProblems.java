package io.outflow.api.internal;

import io.outflow.classification.RuleChangedMeanwhile;
import io.outflow.classification.RuleRefused;
import io.outflow.classification.Rules.Problem;
import io.outflow.gaps.GapChangedMeanwhile;
import io.outflow.gaps.GapRefused;
import io.outflow.vendors.EntryRefused;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Questions and rules that cannot be taken, as problems that name the fields. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class AskedProblems {

    @ExceptionHandler
    ProblemDetail badParameter(BadParameter e) {
        return problem(HttpStatus.BAD_REQUEST, e, List.of(new Problem(e.name(), sentence(e))));
    }

    @ExceptionHandler
    ProblemDetail ruleRefused(RuleRefused e) {
        return problem(HttpStatus.BAD_REQUEST, e, e.problems());
    }

    @ExceptionHandler
    ProblemDetail changedMeanwhile(RuleChangedMeanwhile e) {
        return problem(HttpStatus.CONFLICT, e, List.of());
    }

    @ExceptionHandler
    ProblemDetail entryRefused(EntryRefused e) {
        return problem(
                HttpStatus.BAD_REQUEST,
                e,
                e.problems().stream()
                        .map(problem -> new Problem(problem.field(), problem.sentence()))
                        .toList());
    }

    @ExceptionHandler
    ProblemDetail gapRefused(GapRefused e) {
        return problem(HttpStatus.BAD_REQUEST, e, List.of(new Problem(e.field(), e.sentence())));
    }

    @ExceptionHandler
    ProblemDetail gapChangedMeanwhile(GapChangedMeanwhile e) {
        return problem(HttpStatus.CONFLICT, e, List.of());
    }

    @ExceptionHandler
    ProblemDetail notThere(NotThere e) {
        return problem(HttpStatus.NOT_FOUND, e, List.of());
    }

    private static ProblemDetail problem(HttpStatus status, RuntimeException e, List<Problem> problems) {
        var body = ProblemDetail.forStatusAndDetail(status, sentence(e));
        if (!problems.isEmpty()) {
            body.setProperty(
                    "errors",
                    problems.stream()
                            .map(problem -> Map.of("field", problem.field(), "message", problem.sentence()))
                            .toList());
        }
        return body;
    }

    private static String sentence(RuntimeException e) {
        return Objects.requireNonNullElse(e.getMessage(), "The request cannot be answered as it is.");
    }
}
