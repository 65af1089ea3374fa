package org.demarche.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.MIMEHeader;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;

/** Puts a problem into the form that the asker can use: JSON for programs, a page for people. */
@Singleton
class Answers {

    private static final Pattern FOR_PROGRAMS = Pattern.compile("/api/.*|.*\\.(json|csv|svg)");

    @CheckedTemplate(basePath = "web")
    static class Templates {
        static native TemplateInstance error(Problem problem, ErrorWords words);
    }

    private final ObjectMapper json;

    @Inject
    Answers(ObjectMapper json) {
        this.json = json;
    }

    /** @param mediaType of the body, with its charset where it has one */
    record Body(String mediaType, String content) {
    }

    Body body(RoutingContext context, Problem problem) {
        if (isForPrograms(context)) {
            return new Body(Problem.MEDIA_TYPE, write(problem));
        }
        return new Body("text/html;charset=UTF-8",
                Templates.error(problem, ErrorWords.of(problem.status())).render());
    }

    /** Ends a request that no resource will see. The page shell looks at the request, so its scope is opened for it. */
    @ActivateRequestContext
    void send(RoutingContext context, Problem problem) {
        Body body = body(context, problem);
        context.response().setStatusCode(problem.status()).putHeader("Content-Type", body.mediaType())
                .putHeader("Cache-Control", "no-store").end(body.content());
    }

    /** Turns a request away with one line: whoever sends such a request is seldom a person at a page of ours. */
    void refuse(RoutingContext context, int status, String line) {
        boolean forPrograms = isForPrograms(context);
        context.response().setStatusCode(status)
                .putHeader("Content-Type", forPrograms ? Problem.MEDIA_TYPE : "text/plain;charset=UTF-8")
                .end(forPrograms ? write(Problem.of(status, line)) : line + "\n");
    }

    private String write(Problem problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem that can't be written as JSON", e);
        }
    }

    private static boolean isForPrograms(RoutingContext context) {
        String uri = context.request().uri();
        int query = uri.indexOf('?');
        return FOR_PROGRAMS.matcher(query < 0 ? uri : uri.substring(0, query)).matches() || prefersJson(context);
    }

    private static boolean prefersJson(RoutingContext context) {
        float json = 0;
        float page = 0;
        for (MIMEHeader accepted : context.parsedHeaders().accept()) {
            if (accepted.value().endsWith("json")) {
                json = Math.max(json, accepted.weight());
            } else {
                page = Math.max(page, accepted.weight());
            }
        }
        return json > page;
    }
}
