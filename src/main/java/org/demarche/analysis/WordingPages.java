package org.demarche.analysis;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;

import org.demarche.item.Directory;
import org.demarche.item.ItemKind;
import org.demarche.item.Parameter;
import org.demarche.item.TimelineQuery;
import org.demarche.web.BadParameterException;
import org.demarche.web.Role;

/** When was this said first, and has the wording changed? */
@Path(Wording.PATH)
@Blocking
@RolesAllowed(Role.READER)
public class WordingPages {
    static final String BEFORE = "before";

    @Inject
    Wording wording;
    @Inject
    Directory directory;
    @Inject
    TypedActors typed;

    @CheckedTemplate(basePath = "analysis")
    static class Templates {
        static native TemplateInstance wording(WordingView view, String q);

        /** Where no words were asked for yet. @param kept other filters that were */
        static native TemplateInstance words(List<KeptField> kept);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance show(@Context UriInfo uri) {
        var asked = TimelineQuery.parse(typed.asSlugs(uri.getQueryParameters()), directory, Set.of(BEFORE));
        if (asked.values(Parameter.KIND).equals(List.of(ItemKind.EVENT.word()))) {
            throw new BadParameterException("kind", "kind: only statements have a wording; leave it out");
        }
        var query = statements(asked);
        if (!query.has(Parameter.Q)) {
            return Templates.words(KeptField.of(query.filtersOnly()));
        }
        return Templates.wording(wording.view(query, before(uri.getQueryParameters().getFirst(BEFORE))), String.join(" ", query.values(Parameter.Q)));
    }

    private static TimelineQuery statements(TimelineQuery asked) {
        var query = asked.filtersOnly().without(Parameter.KIND).with(Parameter.KIND, ItemKind.STATEMENT.word());
        return asked.value(Parameter.CURSOR).map(cursor -> query.with(Parameter.CURSOR, cursor)).orElse(query);
    }

    private static UUID before(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw new BadParameterException(BEFORE, "before: ‘" + text + "’ is no id of a statement; leave it out to begin again");
        }
    }
}
