package org.demarche.statement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.demarche.history.RecordKind;
import org.demarche.history.Revisions;
import org.demarche.item.Item;
import org.demarche.item.ItemRow;
import org.demarche.item.Items;
import org.demarche.item.Parameter;
import org.demarche.item.TimelineQuery;
import org.demarche.text.Likeness;
import org.demarche.text.WordDifferences;
import org.demarche.text.Words;
import org.demarche.time.EdtfDate;
import org.demarche.time.FourDays;

/** Finds what is recorded already of the same speaker, on the same days, in like words. */
@ApplicationScoped
class Duplicates {
    private static final int COMPARED = 50;
    private static final int COMPARED_OF_A_WORD = 20;
    private static final int WORDS_ASKED = 3;
    private static final int OTHERS_SHOWN = 3;
    /** No date lies beyond these. */
    private static final long FIRST_DAY = LocalDate.of(-9999, 1, 1).toEpochDay();
    private static final long LAST_DAY = LocalDate.of(9999, 12, 31).toEpochDay();

    @Inject
    Items items;
    @Inject
    Revisions revisions;

    /**
     * A statement that may be the same.
     *
     * @param likeness of its words to those of the form, 0 to 1
     * @param words its own where they are alike, with what the form has otherwise marked
     * @param language of its words, null where unknown
     */
    record Alike(ItemRow row, double likeness, List<WordDifferences.Part> words, String language) {
        /** Whether its words are so much alike that saving asks once more. */
        public boolean isLikely() {
            return likeness >= Likeness.LIKELY;
        }

        public UUID id() {
            return row.item().id();
        }
    }

    /** A text of a statement: words as printed, or the summary. */
    private record Said(String text, String language) {
    }

    /**
     * The likely ones first. Outlets in two zones date one statement a day apart: what is likely is found there too. Empty while speaker or date are not known.
     *
     * @param record in its normal form
     */
    List<Alike> of(StatementRecord record) {
        var speakers = record.speakers().stream().map(StatementRecord.Speaker::actor).filter(Objects::nonNull).distinct().toList();
        var days = record.date() == null ? null : EdtfDate.parse(record.date()).days();
        if (speakers.isEmpty() || days == null || days.s1() == FourDays.MINUS_INFINITY || days.e2() == FourDays.PLUS_INFINITY) {
            return List.of();
        }
        var said = said(record);
        var found = found(speakers, days, said).stream().filter(item -> !item.id().equals(record.id())).toList();
        var records = revisions.present(RecordKind.STATEMENT, found.stream().map(Item::id).toList());
        var alike = found.stream().filter(item -> records.containsKey(item.id())).map(item -> alike(item, (StatementRecord) records.get(item.id()).record(), said))
                .filter(one -> one.isLikely() || one.row.item().when().date().days().possiblyIn(days.s1(), days.e2()))
                .sorted(Comparator.comparingDouble(Alike::likeness).reversed()).toList();
        return Stream.concat(alike.stream().filter(Alike::isLikely), alike.stream().filter(one -> !one.isLikely()).limit(OTHERS_SHOWN)).limit(2 * OTHERS_SHOWN).toList();
    }

    /** Where a speaker said more than can be compared, those that share the longest of the words come in too. */
    private List<Item> found(List<String> speakers, FourDays days, List<Said> said) {
        var query = TimelineQuery.ALL.with(Parameter.KIND, "statement").with(Parameter.FROM, LocalDate.ofEpochDay(Math.max(FIRST_DAY, days.s1() - 1)).toString())
                .with(Parameter.TO, LocalDate.ofEpochDay(Math.min(LAST_DAY, days.e2() + 1)).toString());
        for (var speaker : speakers) {
            query = query.with(Parameter.SPEAKER, speaker);
        }
        var slice = items.list(query.with(Parameter.LIMIT, String.valueOf(COMPARED)));
        var found = new LinkedHashMap<UUID, Item>();
        slice.items().forEach(item -> found.put(item.id(), item));
        if (slice.total() > COMPARED) {
            for (var word : longest(said)) {
                items.list(query.with(Parameter.Q, '"' + word + '"').with(Parameter.LIMIT, String.valueOf(COMPARED_OF_A_WORD))).items().forEach(item -> found.put(item.id(), item));
            }
        }
        return new ArrayList<>(found.values());
    }

    private static List<String> longest(List<Said> said) {
        return said.stream().flatMap(text -> Words.exactTerms(text.text).stream()).distinct().sorted(Comparator.comparingInt(String::length).reversed()).limit(WORDS_ASKED).toList();
    }

    private static List<Said> said(StatementRecord record) {
        return Stream.concat(record.renderings().stream().map(report -> new Said(report.words(), report.language())), Stream.of(new Said(record.summary(), null)))
                .filter(text -> text.text != null).toList();
    }

    private static Alike alike(Item item, StatementRecord record, List<Said> mine) {
        double most = 0;
        Said nearest = null;
        String against = null;
        for (var theirs : said(record)) {
            for (var text : mine) {
                double likeness = Likeness.of(theirs.text, text.text);
                if (likeness > most) {
                    most = likeness;
                    nearest = theirs;
                    against = text.text;
                }
            }
        }
        var words = most < Likeness.LIKELY ? List.<WordDifferences.Part>of() : WordDifferences.sides(nearest.text, against).before();
        return new Alike(ItemRow.of(item), most, words, nearest == null ? null : nearest.language);
    }
}
