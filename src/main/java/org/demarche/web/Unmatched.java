package org.demarche.web;

import io.quarkus.security.AuthenticationException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Answers for what never reaches a resource: addresses that nobody serves, and requests that the server itself refuses. */
@Singleton
class Unmatched {

    private final Answers answers;

    @Inject
    Unmatched(Answers answers) {
        this.answers = answers;
    }

    void register(@Observes Router router) {
        router.route().order(Integer.MAX_VALUE).handler(context ->
                answers.send(context, Problem.of(404, Errors.sentence(404))));
        router.route().order(Integer.MIN_VALUE).failureHandler(this::failed);
    }

    private void failed(RoutingContext context) {
        if (context.response().headWritten() || context.failure() instanceof AuthenticationException) {
            context.next();
            return;
        }
        int status = context.statusCode();
        boolean expected = status >= 400 && status < 500;
        answers.send(context, expected ? Problem.of(status, Errors.sentence(status)) : Errors.logged(context.failure(), context));
    }
}
