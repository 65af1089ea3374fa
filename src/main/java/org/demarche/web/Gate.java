package org.demarche.web;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The first look at every request, before static files, security and routing: only a plain address, asked of this machine by
 * its own name, from its own pages, comes through. Every answer, of whatever kind, leaves with the headers set here.
 */
@Singleton
final class Gate {

    private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    /** Where files are handed in. */
    private static final Pattern TAKES_FILES = Pattern.compile("/(exchange|api/v1)/imports(\\?.*)?");

    private static final Set<HttpMethod> WRITING = Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH);

    private final Answers answers;
    private final long largestFile;
    private final long largestBody;

    @Inject
    Gate(Answers answers, @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largestFile, @ConfigProperty(name = "demarche.request.max-size") MemorySize largestBody) {
        this.answers = answers;
        this.largestFile = largestFile.asLongValue();
        this.largestBody = Math.min(largestBody.asLongValue(), this.largestFile);
    }

    /** Of the routes with the lowest order the one that is registered first runs first, and Quarkus registers its own later. */
    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(this::pass);
    }

    private void pass(RoutingContext context) {
        harden(context.response());
        HttpServerRequest request = context.request();
        Optional<String> fault = RawAddress.fault(request.uri());
        if (fault.isPresent()) {
            answers.refuse(context, 400, fault.get());
        } else if (!isOwnHost(request)) {
            answers.refuse(context, 403, "Démarche answers only as localhost, 127.0.0.1 or [::1].");
        } else if (!isOwnOrigin(request)) {
            answers.refuse(context, 403, "Démarche takes no request from a page of another site.");
        } else if (announcedLength(request) > (TAKES_FILES.matcher(request.uri()).matches() ? largestFile : largestBody)) {
            // The rest of the body is not waited for.
            context.addEndHandler(sent -> request.connection().close());
            answers.send(context, Problem.of(413, Errors.sentence(413)));
        } else if (isOfUnknownLength(request) && !TAKES_FILES.matcher(request.uri()).matches()) {
            context.addEndHandler(sent -> request.connection().close());
            answers.refuse(context, 411, "Démarche wants to know how long it is before it takes it: the header Content-Length.");
        } else {
            context.next();
        }
    }

    private static void harden(HttpServerResponse response) {
        response.putHeader(ContentPolicy.HEADER, ContentPolicy.UNFRAMED)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "same-origin")
                .putHeader("Cross-Origin-Opener-Policy", "same-origin")
                .putHeader("Cross-Origin-Resource-Policy", "same-origin")
                .putHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
    }

    /** A name of another site that was made to resolve to this machine is still the other site's name. */
    private static boolean isOwnHost(HttpServerRequest request) {
        HostAndPort asked = request.authority();
        return asked != null && OWN_NAMES.contains(asked.host().toLowerCase(Locale.ROOT));
    }

    private static boolean isOwnOrigin(HttpServerRequest request) {
        String origin = request.getHeader("Origin");
        if (origin == null) {
            return true;
        }
        if (origin.equals("null")) {
            return READING.contains(request.method());
        }
        try {
            String authority = new URI(origin).getRawAuthority();
            return authority != null && authority.equalsIgnoreCase(request.authority().toString());
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Quarkus counts while such a body comes in, but up to what a file may have. */
    private static boolean isOfUnknownLength(HttpServerRequest request) {
        boolean chunked = request.getHeader("Transfer-Encoding") != null;
        boolean framed = request.version() == HttpVersion.HTTP_2 && WRITING.contains(request.method()) && !request.isEnded();
        return request.getHeader("Content-Length") == null && (chunked || framed);
    }

    /** @return 0 where none is announced */
    private static long announcedLength(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        return length == null ? 0 : Long.parseLong(length);
    }
}
