package org.demarche.web;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/**
 * Lets a request change something only when it can't be the work of another site's page: it is JSON, which a browser sends
 * across sites only after asking and {@link Gate} refuses; or it is a form with a token that holds.
 */
@Singleton
class FormGuard {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final FormToken token;

    @Inject
    FormGuard(FormToken token) {
        this.token = token;
    }

    @ServerRequestFilter
    @WithFormRead
    void check(ResteasyReactiveContainerRequestContext request, ResourceInfo resource) {
        if (READING.contains(request.getMethod())) {
            return;
        }
        Method handler = resource.getResourceMethod();
        if (isJson(request.getMediaType())) {
            if (takesJson(handler) && !request.hasEntity()) {
                throw new JsonBody.Missing();
            }
            return;
        }
        if (takesJson(handler)) {
            throw new NotSupportedException();
        }
        if (handler.isAnnotationPresent(FileFromProgram.class) && !isCrossSite(request)) {
            return;
        }
        var context = (ResteasyReactiveRequestContext) request.getServerRequestContext();
        Object given = context.getFormParameter(FormToken.NAME, true, false);
        if (!token.verify((String) given) && !handler.isAnnotationPresent(FormComesBack.class)) {
            throw new ExpiredFormException();
        }
    }

    /** What a browser says of itself; a program says nothing. */
    private static boolean isCrossSite(ResteasyReactiveContainerRequestContext request) {
        String site = request.getHeaderString("Sec-Fetch-Site");
        return site != null && !site.equals("same-origin") && !site.equals("none");
    }

    private static boolean isJson(MediaType type) {
        return type != null && type.getType().equals("application") && type.getSubtype().equals("json");
    }

    private static boolean takesJson(Method handler) {
        Consumes consumes = handler.getAnnotation(Consumes.class);
        if (consumes == null) {
            consumes = handler.getDeclaringClass().getAnnotation(Consumes.class);
        }
        return consumes != null && Arrays.asList(consumes.value()).contains(MediaType.APPLICATION_JSON);
    }
}
