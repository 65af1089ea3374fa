package org.demarche.web;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where this server is reached from, for addresses that are taken away. */
@ApplicationScoped
public class BaseUrl {
    private final String base;

    @Inject
    public BaseUrl(@ConfigProperty(name = "demarche.base-url") Optional<String> setting) {
        base = setting.map(url -> url.strip().replaceFirst("/+$", "")).orElse("");
    }

    /** The whole address of a path where {@code demarche.base-url} is set, else the path. */
    public String at(String path) {
        return base + path;
    }
}
