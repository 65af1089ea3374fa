package org.demarche.actor;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.demarche.source.Documents;
import org.demarche.source.FormSources;
import org.demarche.text.Texts;
import org.demarche.time.DateInput;
import org.demarche.time.DateWords;
import org.demarche.time.EdtfDate;
import org.demarche.time.EdtfException;
import org.demarche.web.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

/** Completes names in forms. */
@Path("/suggestions")
@Produces(MediaType.APPLICATION_JSON)
public class SuggestionResource {
    private static final int SHOWN = 8;
    private static final int LONGEST = 100;

    @Inject
    ActorFinder finder;
    @Inject
    Speaking speaking;
    @Inject
    Documents documents;
    @Inject
    FormActors formActors;

    /** @param detail the role on the date, where there is one date and one role; else what it is */
    public record Suggestion(String name, String detail) {
    }

    /**
     * @param date as it stands in the form; where it can't be read, that of the document
     * @param document its id, may be empty
     */
    @GET
    @Path("actors")
    @RolesAllowed(Role.READER)
    @Operation(hidden = true)
    public List<Suggestion> actors(@RestQuery String typed, @RestQuery String date, @RestQuery String document) {
        var start = Texts.oneLine(typed);
        if (start == null || start.isEmpty() || Texts.length(start) > LONGEST || Texts.problem(start).isPresent()) {
            return List.of();
        }
        var day = date(date, document);
        var offered = finder.beginning(start, 0, SHOWN);
        var names = formActors.offered(offered.stream().map(ActorFinder.Found::actor).toList());
        return offered.stream().map(found -> new Suggestion(names.get(found.actor()), detail(found, day))).toList();
    }

    private String detail(ActorFinder.Found found, EdtfDate date) {
        var actor = found.actor();
        if (date == null || !ActorType.PERSON.name().equals(actor.type())) {
            return found.detail();
        }
        var candidates = speaking.candidates(actor, date.days());
        var only = candidates.get(0);
        if (candidates.size() > 1 || only.affiliation() == null) {
            return found.detail();
        }
        return (only.role() == null ? "" : only.role() + ", ") + only.behalf().get(0).name() + " · " + DateWords.sinceAndUntil(only.since(), only.until());
    }

    private EdtfDate date(String typed, String document) {
        var published = id(document).flatMap(documents::named).map(Documents.DocumentName::published).map(EdtfDate::parse).orElse(null);
        try {
            return typed == null || typed.isBlank() ? published : DateInput.read(typed, published).date();
        } catch (EdtfException unread) {
            return published;
        }
    }

    private static Optional<UUID> id(String text) {
        try {
            return text == null || text.isBlank() ? Optional.empty() : Optional.of(UUID.fromString(text.strip()));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
