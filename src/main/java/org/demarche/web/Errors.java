package org.demarche.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns what is thrown while a resource works into an answer. Nothing that a request holds leads to a 500 or a stack trace. */
@Singleton
class Errors {

    private static final Logger LOG = Logger.getLogger(Errors.class);

    private final Answers answers;

    @Inject
    Errors(Answers answers) {
        this.answers = answers;
    }

    @ServerExceptionMapper
    Response invalid(InvalidRecordException e, RoutingContext context) {
        return answer(context, invalid(e.violations()));
    }

    @ServerExceptionMapper
    Response conflict(ConflictException e, RoutingContext context) {
        return answer(context, Problem.of(409, e.getMessage()).withCurrent(e.current()));
    }

    @ServerExceptionMapper
    Response unknown(UnknownRecordException e, RoutingContext context) {
        return answer(context, Problem.of(404, e.getMessage()));
    }

    @ServerExceptionMapper
    Response retracted(RetractedException e, RoutingContext context) {
        return answer(context, Problem.of(410, e.getMessage()));
    }

    @ServerExceptionMapper
    Response badParameter(BadParameterException e, RoutingContext context) {
        return answer(context, Problem.of(400, e.parameter() + ": " + e.getMessage())
                .with(List.of(new Violation(e.parameter(), e.getMessage()))));
    }

    @ServerExceptionMapper
    Response missing(JsonBody.Missing e, RoutingContext context) {
        return answer(context, Problem.of(400, "The body is empty: this address asks for a record as JSON."));
    }

    @ServerExceptionMapper
    Response expired(ExpiredFormException e, RoutingContext context) {
        return answer(context, Problem.of(403, e.getMessage()));
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException e, RoutingContext context) {
        return answer(context, Problem.of(403, "This needs a role that you don’t have."));
    }

    @ServerExceptionMapper
    Response unauthorized(UnauthorizedException e, RoutingContext context) {
        return answer(context, Problem.of(401, "This needs a sign-in."));
    }

    /** JSON that parses, but has a value of the wrong type or a property that no record has. */
    @ServerExceptionMapper
    Response mismatched(MismatchedInputException e, RoutingContext context) {
        if (e.getPath().isEmpty() && !isOfTheWrongType(e)) {
            return answer(context, notJson(e.getOriginalMessage()));
        }
        String message = e instanceof UnrecognizedPropertyException ? "This property is not known here."
                : "This value has the wrong type.";
        return answer(context, invalid(List.of(new Violation(path(e), message))));
    }

    @ServerExceptionMapper
    Response http(WebApplicationException e, RoutingContext context) {
        int status = e.getResponse().getStatus();
        if (status < 400) {
            return e.getResponse();
        }
        if (status >= 500) {
            return unexpected(e, context);
        }
        Problem problem = e.getCause() instanceof JsonProcessingException cause
                ? notJson(cause.getOriginalMessage())
                : Problem.of(status, sentence(status));
        return answer(context, problem);
    }

    @ServerExceptionMapper
    Response unexpected(Throwable e, RoutingContext context) {
        return answer(context, logged(e, context));
    }

    /** Logs what nobody foresaw. @return the problem to answer with, which carries the number under which it was logged */
    static Problem logged(Throwable e, RoutingContext context) {
        String reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.errorf(e, "Unexpected error %s at %s %s", reference, context.request().method(), context.request().path());
        return Problem.of(500, "Démarche met an error that it did not expect. It is in the log under the number " + reference + ".")
                .withReference(reference);
    }

    /** @return what to say where the status is all that is known */
    static String sentence(int status) {
        return switch (status) {
            case 400 -> "The request can’t be understood.";
            case 404 -> "There is no such address.";
            case 405 -> "This address does not take this method.";
            case 406 -> "This address has no answer in the form that was asked for.";
            case 413 -> "What was sent is larger than Démarche takes.";
            case 414 -> "The address is longer than Démarche takes.";
            case 415 -> "This address does not take content of this type.";
            default -> "The request could not be carried out.";
        };
    }

    private static Problem invalid(List<Violation> violations) {
        String detail = violations.size() == 1 ? "One thing is to be corrected." : violations.size() + " things are to be corrected.";
        return Problem.of(422, detail).with(violations);
    }

    private static Problem notJson(String reason) {
        return Problem.of(400, "The body is not JSON that can be parsed: " + reason.lines().findFirst().orElse("") + ".");
    }

    /** The whole body may be an array where a record was asked for: it has no path, yet it parses. */
    private static boolean isOfTheWrongType(MismatchedInputException e) {
        return e.getOriginalMessage().startsWith("Cannot ");
    }

    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }

    private Response answer(RoutingContext context, Problem problem) {
        Answers.Body body = answers.body(context, problem);
        return Response.status(problem.status()).type(body.mediaType()).header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(body.content()).build();
    }
}
