package io.outflow.api.internal;

import io.outflow.access.ChangeRefused;
import io.outflow.access.TooManyTries;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Every refusal and failure of the API as an RFC 9457 problem whose detail is a sentence. */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final String RETRY_AFTER_SECONDS = "60";

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(AccessDeniedException e) {
        return problem(HttpStatus.FORBIDDEN, e.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notSignedIn(AuthenticationException e) {
        if (e instanceof TooManyTries) {
            return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                    .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                    .body(body(HttpStatus.TOO_MANY_REQUESTS, e.getMessage()));
        }
        return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Outflow\", charset=\"UTF-8\"", "Bearer")
                .body(body(
                        HttpStatus.UNAUTHORIZED,
                        "Send a name and password as HTTP Basic, or a token as Bearer. " + e.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> changeRefused(ChangeRefused e) {
        var body = body(HttpStatus.BAD_REQUEST, e.sentence());
        body.setProperty("errors", List.of(error(e.field().name().toLowerCase(Locale.ROOT), e.sentence())));
        return ResponseEntity.badRequest().body(body);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> changedMeanwhile(OptimisticLockingFailureException e) {
        return problem(
                HttpStatus.CONFLICT, "Somebody changed it meanwhile. Read it again, then repeat your change on top.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> failed(Exception e) {
        var id = HexFormat.of().toHexDigits((short) ThreadLocalRandom.current().nextInt());
        LOG.error("Failure {}", id, e);
        var body = body(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "Something failed on our side. Nothing was changed. Tell your admin id " + id + ".");
        body.setProperty("id", id);
        return ResponseEntity.internalServerError().body(body);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var field = e instanceof MethodArgumentTypeMismatchException argument
                ? argument.getName()
                : Objects.requireNonNullElse(e.getPropertyName(), "");
        return badRequest(e, headers, request, List.of(error(field, "The value cannot be read.")));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return handleExceptionInternal(
                e,
                body(HttpStatus.BAD_REQUEST, "The body cannot be read as JSON of the expected form."),
                headers,
                status,
                request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var errors = e.getBindingResult().getAllErrors().stream()
                .map(error -> error(
                        error instanceof FieldError field ? field.getField() : error.getObjectName(), text(error)))
                .toList();
        return badRequest(e, headers, request, errors);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var errors = e.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> error(
                                Objects.requireNonNullElse(
                                        result.getMethodParameter().getParameterName(), ""),
                                text(error))))
                .toList();
        return badRequest(e, headers, request, errors);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMaxUploadSizeExceededException(
            MaxUploadSizeExceededException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return handleExceptionInternal(
                e,
                body(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "A file is larger than 512 MiB. Split it, or import it with ./outflow import."),
                headers,
                HttpStatus.CONTENT_TOO_LARGE,
                request);
    }

    private @Nullable ResponseEntity<Object> badRequest(
            Exception e, HttpHeaders headers, WebRequest request, List<Map<String, String>> errors) {
        var body = body(HttpStatus.BAD_REQUEST, "Some values cannot be used; errors names them.");
        body.setProperty("errors", errors);
        return handleExceptionInternal(e, body, headers, HttpStatus.BAD_REQUEST, request);
    }

    private static String text(MessageSourceResolvable error) {
        return Objects.requireNonNullElse(error.getDefaultMessage(), "The value cannot be used.");
    }

    private static Map<String, String> error(String field, String message) {
        return Map.of("field", field, "message", message);
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, @Nullable String detail) {
        return ResponseEntity.status(status).body(body(status, detail));
    }

    private static ProblemDetail body(HttpStatus status, @Nullable String detail) {
        return detail == null ? ProblemDetail.forStatus(status) : ProblemDetail.forStatusAndDetail(status, detail);
    }
}
