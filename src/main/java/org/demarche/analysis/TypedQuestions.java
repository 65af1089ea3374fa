package org.demarche.analysis;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.demarche.actor.ActorFinder;
import org.demarche.find.Answers;
import org.demarche.find.Found;
import org.demarche.item.ActorRef;
import org.demarche.web.BadParameterException;

/** Reads questions as they are typed into the field that finds anything: 'Japan and NATO', 'since Friday 18:00'. */
@ApplicationScoped
class TypedQuestions implements Answers {
    private static final Pattern TWO = Pattern.compile("(?:between )?(.+?)(?: and | with |\\s*[,/&+–—]\\s*)(.+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern MOMENT = Pattern.compile("(?:what is )?(?:new )?since (.+)", Pattern.CASE_INSENSITIVE);

    @Inject
    ActorFinder actors;

    @Override
    public List<Found.Hit> to(String typed) {
        return pair(typed).or(() -> since(typed)).stream().toList();
    }

    /** Only whole names make a pair: two words with a comma between them are seldom one. */
    private Optional<Found.Hit> pair(String typed) {
        var two = TWO.matcher(typed);
        if (!two.matches()) {
            return Optional.empty();
        }
        return called(two.group(1)).flatMap(one -> called(two.group(2)).filter(other -> !other.equals(one))
                .map(other -> new Found.Hit(one.shortName() + " and " + other.shortName(), "what since they last met", Pair.path(one, other))));
    }

    private Optional<ActorRef> called(String name) {
        return actors.called(name, 1).stream().map(ActorFinder.Found::actor).findFirst();
    }

    private static Optional<Found.Hit> since(String typed) {
        var moment = MOMENT.matcher(typed);
        if (!moment.matches()) {
            return Optional.empty();
        }
        try {
            var since = Since.read(moment.group(1), ZonedDateTime.now());
            return Optional.of(new Found.Hit("New since " + since.words(), null, WhatIsNew.PATH + "?" + Since.PARAMETER + "=" + since.canonical()));
        } catch (BadParameterException noMoment) {
            return Optional.empty();
        }
    }
}
