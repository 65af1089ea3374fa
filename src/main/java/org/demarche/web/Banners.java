package org.demarche.web;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The lines on top of the timeline, for the page shell. */
@Named("banners")
@RequestScoped
public class Banners {
    @Inject
    @Any
    Instance<Banner> all;

    public List<Banner.Line> getLines() {
        return all.stream().map(Banner::line).flatMap(Optional::stream).toList();
    }
}
