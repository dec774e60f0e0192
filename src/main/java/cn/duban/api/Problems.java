package cn.duban.api;

import cn.duban.ledger.Refusal;
import cn.duban.web.NotFound;
import cn.duban.web.Refused;
import cn.duban.web.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What a program is told beyond the sentence: who could act, what is missing, where its JSON is wrong. */
@RestControllerAdvice(basePackageClasses = Problems.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class Problems {

    /** The request's attribute with what was done since the program read the matter. */
    static final String SINCE = "duban.since";

    @ExceptionHandler
    ProblemDetail of(Refusal.Refused refused, HttpServletRequest request) {
        var problem = problem(refused, request);
        problem.setProperty("couldAct", refused.refusal().couldAct());
        problem.setProperty("missing", refused.refusal().missing());
        if (request.getAttribute(SINCE) instanceof List<?> since && !since.isEmpty()) problem.setProperty("since", since);
        return problem;
    }

    /** What may be the same, so that a program can show it and send again what was decided. */
    @ExceptionHandler
    ProblemDetail of(MayBeThere there, HttpServletRequest request) {
        var problem = problem(there, request);
        problem.setProperty("hits", there.hits());
        return problem;
    }

    /** The address names no matter, so there is none. */
    @ExceptionHandler
    ProblemDetail of(MethodArgumentTypeMismatchException mismatch, HttpServletRequest request) {
        return problem(new NotFound(), request);
    }

    @ExceptionHandler
    ProblemDetail of(HttpMessageNotReadableException unreadable, HttpServletRequest request) {
        return problem(switch (unreadable.getCause()) {
            case UnrecognizedPropertyException unknown -> Asked.bad("api.json.unknown", path(unknown));
            case DatabindException value when !path(value).isEmpty() -> Asked.bad("api.json.value", path(value));
            case JacksonException json when json.getLocation() != null -> Asked.bad("api.json", json.getLocation().getLineNr(), json.getLocation().getColumnNr());
            case null, default -> Asked.bad("api.json.none");
        }, request);
    }

    private static String path(DatabindException value) {
        var path = new StringBuilder();
        for (var step : value.getPath()) {
            if (step.getPropertyName() == null) path.append('[').append(step.getIndex()).append(']');
            else path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
        }
        return path.toString();
    }

    /** A request that is right needs no look at its description: somebody else must send it, or at another time. */
    private static String next(String rule) {
        return Words.say(switch (rule) {
            case "ledger.role", "ledger.own-work" -> "api.next.other-post";
            case "ledger.conflict", "ledger.state", "ledger.gate", "ledger.most", "ledger.too-late" -> "api.next.moved";
            default -> "api.next";
        });
    }

    private static ProblemDetail problem(Refused refused, HttpServletRequest request) {
        var problem = ProblemDetail.forStatusAndDetail(refused.status(), refused.next().isBlank() ? next(refused.rule()) : refused.next());
        problem.setType(URI.create("urn:duban:rule:" + refused.rule()));
        problem.setTitle(refused.getMessage());
        problem.setInstance(URI.create(request.getRequestURI()));
        problem.setProperty("rule", refused.rule());
        return problem;
    }
}
