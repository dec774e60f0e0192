package cn.duban.web;

import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers everything that goes wrong in full sentences: as a page, as an alert for htmx, as problem details (RFC 9457)
 * for programs. What nobody foresaw goes to the log under a reference that the reader can pass on, never to the page.
 */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class Faults {

    private static final Logger log = LoggerFactory.getLogger(Faults.class);

    private final MultipartConfigElement uploads;

    Faults(MultipartConfigElement uploads) {
        this.uploads = uploads;
    }

    @ExceptionHandler
    Object tooLarge(MaxUploadSizeExceededException upload, HttpServletRequest request) {
        var next = Words.say("web.fault.413.limits", megabytes(uploads.getMaxFileSize()), megabytes(uploads.getMaxRequestSize()));
        return answer(new FaultPage(413, "web.too-large", Words.say("web.fault.413"), next, ""), request);
    }

    private static String megabytes(long bytes) {
        return DataSize.ofBytes(bytes).toMegabytes() + " MB";
    }

    /** Whoever listened to a stream went away: there is nobody to answer, and nothing is broken. */
    @ExceptionHandler
    void gone(AsyncRequestNotUsableException gone, HttpServletResponse response) {}

    @ExceptionHandler
    Object answer(Throwable cause, HttpServletRequest request) {
        return answer(page(cause), request);
    }

    static Object answer(FaultPage fault, HttpServletRequest request) {
        var status = HttpStatusCode.valueOf(fault.status());
        if (Views.forProgram(request)) {
            var problem = ProblemDetail.forStatusAndDetail(status, fault.message());
            problem.setType(URI.create("urn:duban:rule:" + fault.rule()));
            problem.setTitle(fault.message());
            problem.setDetail(fault.next());
            problem.setInstance(URI.create(Paths.asked(request)));
            problem.setProperty("rule", fault.rule());
            if (!fault.reference().isEmpty()) problem.setProperty("reference", fault.reference());
            return ResponseEntity.status(status)
                    .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE)
                    .body(problem);
        }
        var open = Paths.asked(request).startsWith("/public/");
        if (open && fault.status() == 404) fault = of(404, fault.rule(), "404.public");
        return new ModelAndView(Views.forFragment(request) ? "web/alert" : "web/fault", Map.of("page", fault, "typed", Typed.in(request), "open", open), status);
    }

    static FaultPage page(Throwable cause) {
        return switch (cause) {
            case Refused refused ->
                new FaultPage(refused.status().value(), refused.rule(), String.valueOf(refused.getMessage()), refused.next(), "");
            case MessageSourceResolvable rule when rule.getCodes() != null && rule.getCodes().length > 0 ->
                of(422, rule.getCodes()[0], Objects.requireNonNullElse(rule.getArguments(), new Object[0]));
            case CsrfException e -> of(403, "web.form-expired", "csrf");
            case AccessDeniedException e -> of(403, "web.forbidden", "403");
            case AuthenticationException e -> of(401, "web.sign-in", "401");
            case BindException e -> of(400, "web.bad-request", "400");
            // an address that can name nothing leads nowhere; a wrong value in a form is something to mend
            case MethodArgumentTypeMismatchException e when e.getRequiredType() == LocalDate.class
                    && !e.getParameter().hasParameterAnnotation(PathVariable.class) -> of(400, "web.day", "day");
            case MethodArgumentTypeMismatchException e -> e.getParameter().hasParameterAnnotation(PathVariable.class) ? of(404) : of(400, "web.bad-request", "400");
            case ErrorResponse e -> of(e.getStatusCode().value());
            default -> {
                var reference = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
                log.error("unforeseen, reference {}", reference, cause);
                yield new FaultPage(500, "web.fault", Words.say("web.fault.500"), Words.say("web.fault.500.next", reference), reference);
            }
        };
    }

    static FaultPage of(int status) {
        return switch (status) {
            case 404 -> of(404, "web.not-found", "404");
            case 401 -> of(401, "web.sign-in", "401");
            case 403 -> of(403, "web.forbidden", "403");
            case 405 -> of(405, "web.method", "405");
            case 409 -> of(409, "web.conflict", "409");
            case 413 -> of(413, "web.too-large", "413");
            default -> HttpStatus.valueOf(status).is5xxServerError()
                    ? of(status, "web.fault", "5xx")
                    : of(status, "web.bad-request", "400");
        };
    }

    /** The refusal of a room that knows no pages: its code names the sentence, which says what to do as well. */
    private static FaultPage of(int status, String code, Object[] arguments) {
        return new FaultPage(status, code, Words.say(code, arguments), Words.say("web.fault.refused.next"), "");
    }

    private static FaultPage of(int status, String rule, String key) {
        return new FaultPage(status, rule, Words.say("web.fault." + key), Words.say("web.fault." + key + ".next"), "");
    }
}
