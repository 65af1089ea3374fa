package org.demarche.exchange.in.engine;

import java.util.List;

import org.demarche.actor.ActorRecord;
import org.demarche.coding.TopicRecord;
import org.demarche.coding.Topics;
import org.demarche.history.RecordKind;
import org.demarche.history.RootRecord;
import org.demarche.item.ActorRef;
import org.demarche.source.SourceRecord;
import org.demarche.source.Sources;

/**
 * A name in the rows and what it means.
 *
 * @param kind ACTOR, SOURCE or TOPIC
 * @param slug of the record that is meant or was made; null where none is yet
 * @param proposed what would be made, with an id and a slug of its own; null where somebody has exactly this name
 * @param alike slugs of those with a name like it
 */
record ImportName(RecordKind kind, String name, Choice choice, String slug, RootRecord proposed, List<String> alike) {
    /** What is decided of it. */
    enum Choice {
        /** Somebody has exactly this name, or this slug. */
        KNOWN,
        /** It is taken for another spelling of a known name. */
        USE,
        CREATE, LEAVE,
        /** Somebody has to decide. */
        ASK
    }

    static ImportName known(RecordKind kind, String name, String slug) {
        return new ImportName(kind, name, Choice.KNOWN, slug, null, List.of());
    }

    ImportName decided(Choice choice, String slug) {
        return new ImportName(kind, name, choice, slug, proposed, alike);
    }

    ImportName proposing(RootRecord record) {
        return new ImportName(kind, name, choice, slug, record, alike);
    }

    /** Whether it will be there once names are made, and is not yet. */
    boolean isToBeMade() {
        return choice == Choice.CREATE && slug == null;
    }

    /** What stands in its place in a record; null where it is left out or open. */
    String slugOrProposed() {
        return isToBeMade() ? slugOf(proposed) : choice == Choice.LEAVE || choice == Choice.ASK ? null : slug;
    }

    ActorRef actor() {
        var actor = (ActorRecord) proposed;
        return new ActorRef(actor.id(), actor.slug(), actor.name(), actor.shortName() == null ? actor.name() : actor.shortName(), actor.type(), false);
    }

    Sources.SourceName source() {
        var source = (SourceRecord) proposed;
        return new Sources.SourceName(source.id(), source.slug(), source.name(), source.reliability());
    }

    Topics.TopicName topic() {
        var topic = (TopicRecord) proposed;
        return new Topics.TopicName(topic.id(), topic.slug(), topic.label());
    }

    static String slugOf(RootRecord record) {
        return record instanceof ActorRecord actor ? actor.slug() : record instanceof SourceRecord source ? source.slug() : ((TopicRecord) record).slug();
    }
}
