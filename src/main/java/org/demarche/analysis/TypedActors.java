package org.demarche.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.demarche.actor.FormActors;
import org.demarche.item.ActorRef;
import org.demarche.item.Directory;
import org.demarche.text.Slugs;
import org.demarche.text.Texts;
import org.demarche.web.BadParameterException;

/** Reads actors in a URL as people write them in a form: by slug or by any of their names, in any script. */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
class TypedActors {
    private static final Set<String> PARAMETERS = Set.of("actor", "with", "speaker", "behalf", "addressee", "target", "participant");

    @Inject
    FormActors names;
    @Inject
    Directory directory;

    /** The parameters of a URL with slugs in the place of names; what names nobody stays as it is. */
    Map<String, List<String>> asSlugs(Map<String, List<String>> given) {
        var read = new LinkedHashMap<String, List<String>>();
        given.forEach((word, values) -> read.put(word, PARAMETERS.contains(word) ? values.stream().map(value -> slug(word, value)).toList() : values));
        return read;
    }

    /** @throws BadParameterException on the parameter, where several actors have that name */
    String slug(String parameter, String typed) {
        var name = Texts.normalise(typed).strip();
        if (name.isEmpty() || Texts.problem(name).isPresent() || Slugs.isSlug(name) && directory.actor(name).isPresent()) {
            return name;
        }
        var meant = names.meant(name);
        if (meant.size() > 1) {
            throw new BadParameterException(parameter, parameter + ": several are called ‘" + name + "’: write "
                    + meant.stream().map(ActorRef::slug).collect(Collectors.joining(" or ")));
        }
        return meant.isEmpty() ? name : meant.get(0).slug();
    }
}
