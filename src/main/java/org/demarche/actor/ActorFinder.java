package org.demarche.actor;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.demarche.item.ActorRef;
import org.demarche.item.Finding;
import org.demarche.text.FoldedName;

/** Finds actors by what people type of any of their names: the same ones, in the same order, for every page and form. Two database queries. */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
public class ActorFinder {
    @Inject
    Finding finding;
    @Inject
    Actors actors;

    /** @param by the further name by which it was found; null where its name or short name begins so */
    public record Found(ActorRef actor, ActorRecord.Name by) {
        /** 'North Atlantic Treaty Organization', '北約, intergovernmental organisation', 'Tokyo stands for it': what the name of the actor does not tell. */
        public String detail() {
            var type = ActorType.valueOf(actor.type()).label();
            if (by != null) {
                return NameKind.METONYM.name().equals(by.kind()) ? "‘" + by.text() + "’ stands for it, " + type : "also ‘" + by.text() + "’, " + type;
            }
            return actor.name().equals(actor.shortName()) ? type : actor.name();
        }
    }

    /** The best first, from the n-th on, at most so many. */
    public List<Found> beginning(String typed, int from, int most) {
        return found(typed, finding.actors(typed, from, most));
    }

    /** Those of whom this is a whole name, the one with most items first. */
    public List<Found> called(String typed, int most) {
        return found(typed, finding.actorsCalled(typed, most));
    }

    private List<Found> found(String typed, List<UUID> ids) {
        var refs = actors.refs(ids);
        var names = actors.furtherNames(ids);
        var asked = FoldedName.of(typed);
        return ids.stream().map(refs::get).filter(Objects::nonNull).map(actor -> new Found(actor, by(asked, actor, names.getOrDefault(actor.id(), List.of())).orElse(null))).toList();
    }

    private static Optional<ActorRecord.Name> by(FoldedName asked, ActorRef actor, List<ActorRecord.Name> names) {
        if (Stream.of(actor.name(), actor.shortName()).anyMatch(name -> FoldedName.of(name).beginsWith(asked))) {
            return Optional.empty();
        }
        return names.stream().filter(name -> FoldedName.of(name.text()).equals(asked)).findFirst()
                .or(() -> names.stream().filter(name -> FoldedName.of(name.text()).beginsWith(asked)).findFirst());
    }
}
