package org.demarche.web;

import java.util.List;
import java.util.Optional;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Lets a page be shown in a frame: none may be unless its handler says so. */
@ApplicationScoped
public class Framing {
    private final FrameAncestors ancestors;
    private final CurrentVertxRequest request;

    @Inject
    Framing(@ConfigProperty(name = "demarche.embed.frame-ancestors") Optional<FrameAncestors> ancestors, CurrentVertxRequest request) {
        this.ancestors = ancestors.orElse(new FrameAncestors(List.of()));
        this.request = request;
    }

    /** Takes the place of the policy that forbids it: of two, a browser would keep to both. */
    public void allow() {
        request.getCurrent().response().putHeader(ContentPolicy.HEADER, ContentPolicy.framedBy(ancestors.sources()));
    }

    /** Whether pages of other sites may show what is allowed. */
    public boolean isAllowedElsewhere() {
        return !ancestors.origins().isEmpty();
    }
}
