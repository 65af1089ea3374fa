package org.demarche.timeline;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.util.BytesRef;

import org.demarche.coding.Cameo;
import org.demarche.coding.CodingRecord;
import org.demarche.coding.Plover;
import org.demarche.coding.StanceSign;
import org.demarche.event.Sequence;
import org.demarche.item.ActorRef;
import org.demarche.item.Clause;
import org.demarche.item.Clause.Field;
import org.demarche.item.Clauses;
import org.demarche.item.Item;
import org.demarche.item.Lanes;
import org.demarche.text.FoldedName;
import org.demarche.time.FourDays;

/** An item, or an actor with its names, as a document of the index. */
final class IndexDocuments {
    /** Fields whose values are counted, so that each is kept as a column too. */
    private static final Set<Field> COUNTED = EnumSet.of(Field.ACTOR, Field.BEHALF, Field.TARGET, Field.LEVEL, Field.TYPE, Field.TOPIC, Field.COUNTRY, Field.SOURCE, Field.MODE);

    private final Document document = new Document();

    private IndexDocuments() {
    }

    /**
     * An item as it is.
     *
     * @param sources the ids of the item's sources by their slugs
     * @param since the number of the revision from which on it is so
     */
    static Document of(Item item, Map<String, UUID> sources, Sequence.Place place, long since) {
        var made = new IndexDocuments();
        made.identity(item.id(), IndexFields.ID, IndexFields.ITEM);
        return made.item(item, sources, place, since);
    }

    /**
     * An item as it was.
     *
     * @param until the number of the revision that ended it
     */
    static Document past(Item item, Map<String, UUID> sources, Sequence.Place place, long since, long until) {
        var made = new IndexDocuments();
        made.identity(item.id(), IndexFields.PAST_ID, IndexFields.PAST_ITEM);
        made.document.add(new NumericDocValuesField(IndexFields.UNTIL, until));
        return made.item(item, sources, place, since);
    }

    static Document of(UUID id, IndexContent.Named actor) {
        var made = new IndexDocuments();
        made.identity(id, IndexFields.ID, actor.retracted() ? IndexFields.RETRACTED_ACTOR : IndexFields.NAMED_ACTOR);
        made.document.add(new SortedDocValuesField(IndexFields.SLUG, new BytesRef(actor.actor().slug())));
        made.document.add(new SortedDocValuesField(IndexFields.CALLED, new BytesRef(actor.actor().shortName())));
        made.document.add(new BinaryDocValuesField(IndexFields.ACTOR_NAME, ActorNames.bytes(actor)));
        if (actor.retracted()) {
            return made.document;
        }
        actor.names().forEach(name -> {
            made.document.add(new TextField(IndexFields.NAME, name, Store.NO));
            made.document.add(new TextField(IndexFields.NAME_PRINTED, name, Store.NO));
        });
        made.named(actor.names());
        return made.document;
    }

    private Document item(Item item, Map<String, UUID> sources, Sequence.Place place, long since) {
        document.add(new NumericDocValuesField(IndexFields.SINCE, since));
        days(item);
        document.add(new NumericDocValuesField(IndexFields.RANK, place.rank()));
        place.after().forEach(id -> document.add(new StringField(IndexFields.AFTER, id.toString(), Store.NO)));
        texts(item);
        actors(item);
        stances(item);
        codings(item);
        attributes(item, sources);
        document.add(new BinaryDocValuesField(IndexFields.CARD, Card.of(item)));
        return document;
    }

    private void identity(UUID id, String field, String record) {
        document.add(new StringField(field, id.toString(), Store.NO));
        document.add(new NumericDocValuesField(IndexFields.ID_HIGH, IndexFields.ordered(id.getMostSignificantBits())));
        document.add(new NumericDocValuesField(IndexFields.ID_LOW, IndexFields.ordered(id.getLeastSignificantBits())));
        document.add(new StringField(IndexFields.RECORD, record, Store.NO));
    }

    private void days(Item item) {
        var when = item.when();
        number(Field.EARLIEST, when.stands().s1());
        number(Field.LATEST, when.stands().e2());
        number(Field.LATEST_START, when.unplaced() ? FourDays.PLUS_INFINITY : when.days().s2());
        number(Field.EARLIEST_END, when.unplaced() ? FourDays.MINUS_INFINITY : when.days().e1());
        number(Field.RECORDED, item.recorded().first().toEpochMilli());
        document.add(new NumericDocValuesField(IndexFields.TIME, when.time() == null ? -1 : when.time().minutes()));
        document.add(new NumericDocValuesField(IndexFields.PLACED, when.unplaced() ? 0 : 1));
    }

    private void texts(Item item) {
        var texts = new LinkedHashSet<String>();
        Stream.of(item.title(), item.summary(), item.report() == null ? null : item.report().words()).filter(Objects::nonNull).forEach(texts::add);
        texts.forEach(text -> {
            document.add(new TextField(IndexFields.TEXT, text, Store.NO));
            document.add(new TextField(IndexFields.PRINTED, text, Store.NO));
        });
    }

    private void actors(Item item) {
        actors(Field.ACTOR, item.actors().stream());
        actors(Field.SPEAKER, item.speakers().stream().map(Item.Speaker::actor).filter(Objects::nonNull));
        actors(Field.BEHALF, item.speakers().stream().flatMap(speaker -> speaker.behalf().stream()));
        actors(Field.ADDRESSEE, item.addressees().stream());
        actors(Field.TARGET, item.targets().stream());
        actors(Field.PARTICIPANT, item.participants().stream().map(Item.Participant::actor));
        var principals = item.principals().stream().map(ActorRef::id).distinct().toList();
        principals.forEach(id -> value(IndexFields.PRINCIPAL, id.toString()));
        if (principals.size() < LuceneLanes.JOINT_FROM) {
            LaneKeys.dyads(item).forEach(dyad -> value(IndexFields.DYAD, dyad.principal().id() + Lanes.TOWARD + (dyad.target() == null ? "" : dyad.target().id())));
        }
        document.add(new NumericDocValuesField(IndexFields.PRINCIPALS, item.isStatement() ? principals.size() : IndexFields.EVENT_HAS_NONE));
    }

    private void stances(Item item) {
        if (!item.isStatement()) {
            document.add(new NumericDocValuesField(IndexFields.SIGNS, IndexedStance.signs(List.of(), List.of(), ItemWeight.of(item))));
            return;
        }
        term(Field.STANCE, StanceSign.of(item.stances().stream().map(Item.Stance::value).toList()).query());
        var stances = item.stances().stream().map(IndexedStance::of).distinct().toList();
        var principals = item.principals().stream().map(actor -> actor.id().toString()).distinct().sorted().limit(LuceneLanes.JOINT_FROM - 1).toList();
        document.add(new NumericDocValuesField(IndexFields.SIGNS, IndexedStance.signs(stances, principals, ItemWeight.of(item))));
        stances.forEach(stance -> {
            value(IndexFields.HELD, stance.term());
            if (!stance.toward().isEmpty()) {
                term(Field.STANCE_TOWARD, Clause.toward(stance.toward(), stance.sign().query()));
            }
        });
    }

    private void codings(Item item) {
        term(Field.TYPE, Objects.requireNonNullElse(code(item, Plover.SCHEME), "none"));
        var cameo = code(item, Cameo.SCHEME);
        for (int length = 1; cameo != null && length <= cameo.length(); length++) {
            term(Field.CAMEO, cameo.substring(0, length));
        }
    }

    private void attributes(Item item, Map<String, UUID> sources) {
        term(Field.KIND, item.kind().word());
        term(Field.EVENT_KIND, item.eventKind());
        term(Field.MODE, item.report() == null ? null : item.report().mode());
        term(Field.INSTRUMENT, item.instrument());
        term(Field.STATUS, item.status());
        if (item.place().name() != null) {
            term(Field.PLACE, Clauses.placeTerm(item.place().name()));
            value(IndexFields.PLACE_NAME, item.place().name());
        }
        item.place().countries().stream().distinct().forEach(country -> term(Field.COUNTRY, country));
        item.topics().stream().distinct().forEach(topic -> term(Field.TOPIC, topic.id().toString()));
        item.documents().forEach(id -> term(Field.DOCUMENT, id.toString()));
        item.sources().stream().map(sources::get).filter(Objects::nonNull).forEach(id -> term(Field.SOURCE, id.toString()));
        item.within().forEach(id -> term(Field.EVENT, id.toString()));
        item.speakers().forEach(speaker -> term(Field.LEVEL, speaker.level()));
        item.speakers().stream().map(Item.Speaker::affiliation).filter(Objects::nonNull).distinct()
                .forEach(id -> document.add(new StringField(IndexFields.RESOLVED_BY, id.toString(), Store.NO)));
        if (!item.isStatement()) {
            named(List.of(item.title()));
        }
    }

    private void named(List<String> names) {
        var folded = names.stream().map(FoldedName::of).toList();
        folded.stream().map(FoldedName::own).distinct().forEach(own -> document.add(new StringField(IndexFields.OWN, own, Store.NO)));
        folded.stream().flatMap(name -> name.forms().stream()).distinct().forEach(form -> document.add(new StringField(IndexFields.WHOLE, form, Store.NO)));
        folded.stream().flatMap(name -> name.starts().stream()).distinct().forEach(start -> document.add(new StringField(IndexFields.STARTS, start, Store.NO)));
    }

    private static String code(Item item, String scheme) {
        return item.codings().stream().filter(coding -> coding.scheme().equals(scheme)).findFirst().map(CodingRecord::type).orElse(null);
    }

    private void actors(Field field, Stream<ActorRef> actors) {
        actors.map(ActorRef::id).distinct().forEach(id -> term(field, id.toString()));
    }

    private void term(Field field, String term) {
        if (term != null) {
            document.add(new StringField(field.word(), term, Store.NO));
            if (COUNTED.contains(field)) {
                value(field.word(), term);
            }
        }
    }

    private void value(String field, String value) {
        document.add(new SortedSetDocValuesField(field, new BytesRef(value)));
    }

    private void number(Field field, long number) {
        document.add(new LongPoint(field.word(), number));
        document.add(new NumericDocValuesField(field.word(), number));
    }
}
