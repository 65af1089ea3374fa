package org.demarche.web;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whose pages may show what is meant to be embedded: this server's own and those of the origins that its setting names.
 *
 * @param origins such as {@code https://wiki.example.org}; one label may be {@code *}
 */
record FrameAncestors(List<String> origins) {
    private static final Pattern ORIGIN = Pattern.compile("https?://(\\*\\.)?[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*(:[0-9]{1,5})?");

    /** Reads the setting, and is public for whatever reads settings. What is no origin is refused at the start, so that nobody believes it to hold. */
    public static FrameAncestors of(String setting) {
        var origins = Arrays.stream(setting.split("[,\\s]+")).filter(origin -> !origin.isEmpty()).toList();
        origins.stream().filter(origin -> !ORIGIN.matcher(origin).matches()).findFirst().ifPresent(origin -> {
            throw new IllegalArgumentException("‘" + origin + "’ is no origin: write it like https://wiki.example.org, without a path");
        });
        return new FrameAncestors(origins);
    }

    String sources() {
        return Stream.concat(Stream.of("'self'"), origins.stream()).collect(Collectors.joining(" "));
    }
}
