package org.demarche.api;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;

import org.demarche.history.History;
import org.demarche.history.Identities;
import org.demarche.history.PastVersions;
import org.demarche.history.RecordKind;
import org.demarche.history.Revisions;
import org.demarche.history.RootRecord;
import org.demarche.item.AsOf;
import org.demarche.web.RetractedException;
import org.demarche.web.UnknownRecordException;
import org.demarche.web.Violations;

/** What all resources of one kind of record do alike. */
@ApplicationScoped
class Records {
    @Inject
    History history;
    @Inject
    Revisions revisions;
    @Inject
    Identities identities;
    @Inject
    PastVersions versions;

    /** The present record of an id, or of a slug for kinds that have one, of the first of these kinds that has it. */
    RootRecord present(List<RecordKind> kinds, String name) {
        for (var kind : kinds) {
            var present = revisions.present(kind, id(kind, name));
            if (present.isPresent()) {
                if (present.get().isRetraction()) {
                    throw new RetractedException("This " + kind.label() + " was retracted: " + present.get().reason());
                }
                return present.get().record();
            }
        }
        throw new UnknownRecordException(kinds.get(0).label() + " ‘" + name + "’");
    }

    /**
     * The record as it was known at a moment.
     *
     * @param moment as the parameter {@code as_of} has it; null or blank is now
     */
    RootRecord known(List<RecordKind> kinds, String name, String moment) {
        var known = AsOf.of(moment);
        if (known == null) {
            return present(kinds, name);
        }
        var kind = kinds.stream().filter(any -> revisions.present(any, id(any, name)).isPresent()).findFirst()
                .orElseThrow(() -> new UnknownRecordException(kinds.get(0).label() + " ‘" + name + "’"));
        return versions.knownBefore(known.until(), known.words(), kind, id(kind, name)).get(0).record();
    }

    RootRecord present(RecordKind kind, String name) {
        return present(List.of(kind), name);
    }

    Response create(RecordKind kind, RootRecord record) {
        var kept = history.keep(given(record).identified(null, null));
        return Response.status(Response.Status.CREATED).header("Location", "/api/v1/" + kind.path() + "/" + kept.id()).entity(kept).build();
    }

    RootRecord change(RecordKind kind, String name, RootRecord record) {
        var id = present(kind, name).id();
        var violations = new Violations();
        if (given(record).id() != null && !record.id().equals(id)) {
            violations.add("id", "The id in the record is not the one in the address");
        }
        if (record.version() == null) {
            violations.add("version", "Give the version that you changed");
        }
        violations.orThrow();
        return history.keep(record.identified(id, record.version()));
    }

    Response retract(RecordKind kind, String name, RecordResource.Retraction retraction) {
        var id = present(kind, name).id();
        var violations = new Violations();
        if (given(retraction).version() == null) {
            violations.add("version", "Give the version that you retract");
        }
        violations.orThrow();
        history.write(change -> {
            change.retract(kind, id, retraction.version(), retraction.reason());
            return null;
        });
        return Response.noContent().build();
    }

    private UUID id(RecordKind kind, String name) {
        try {
            return UUID.fromString(name);
        } catch (IllegalArgumentException perhapsASlug) {
            return identities.id(kind, name).orElseThrow(() -> new UnknownRecordException(kind.label() + " ‘" + name + "’"));
        }
    }

    private static <T> T given(T body) {
        if (body == null) {
            var violations = new Violations();
            violations.add("", "Send the record as JSON");
            violations.orThrow();
        }
        return body;
    }
}
