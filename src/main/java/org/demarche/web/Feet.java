package org.demarche.web;

import java.util.List;
import java.util.Objects;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The lines at the foot of a page, for the page shell. */
@Named("feet")
@RequestScoped
public class Feet {
    @Inject
    @Any
    Instance<Foot> all;

    public List<Foot.Line> getLines() {
        return all.stream().map(Foot::line).filter(Objects::nonNull).toList();
    }
}
