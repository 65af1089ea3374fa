package org.demarche.analysis;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.demarche.actor.Actors;
import org.demarche.history.RecordKind;
import org.demarche.history.Revisions;
import org.demarche.item.ActorRef;
import org.demarche.item.Item;
import org.demarche.item.ItemRow;
import org.demarche.source.Documents;
import org.demarche.statement.StatementRecord;
import org.demarche.text.SearchWords;
import org.demarche.text.Texts;
import org.demarche.text.WordDifferences;
import org.demarche.text.Words;
import org.demarche.time.DateWords;

/** Sets the printed words of statements one after the other, each with what it changed. Three database queries, however many statements there are. */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
class PrintedVersions {
    /** Of longer words only the sentences around those that are asked for are shown. */
    private static final int LONGEST = 1_200;

    @Inject
    Revisions revisions;
    @Inject
    Documents documents;
    @Inject
    Actors actors;

    /**
     * @param words as printed, or of long ones the part that says what is asked for; null where none are held
     * @param saysIt whether what is asked for stands in them, and not only in a summary or a name
     */
    private record Report(Item item, StatementRecord.Rendering rendering, String words, boolean cut, boolean saysIt) {
        /** Equal where the words are, their case, accents and signs set aside. */
        List<String> same() {
            var terms = Words.exactTerms(words);
            return terms.isEmpty() ? List.of(words) : terms;
        }
    }

    /**
     * @param statements in the order of their dates
     * @param earlier what comes before them
     * @param asked the words that are looked for, alternatives
     */
    List<WordingView.Version> of(List<Item> statements, Optional<Item> earlier, List<SearchWords> asked) {
        var all = Stream.concat(earlier.stream(), statements.stream()).toList();
        var records = revisions.present(RecordKind.STATEMENT, all.stream().map(Item::id).toList());
        var renderings = records.values().stream().flatMap(revision -> ((StatementRecord) revision.record()).renderings().stream()).toList();
        var cited = documents.named(renderings.stream().map(StatementRecord.Rendering::document).toList());
        var named = actors.named(renderings.stream().map(StatementRecord.Rendering::via).filter(Objects::nonNull).toList());
        var before = new HashMap<String, String>();
        earlier.filter(item -> records.containsKey(item.id())).ifPresent(item -> reports(item, (StatementRecord) records.get(item.id()).record(), asked)
                .filter(report -> report.words != null).forEach(report -> before.put(String.valueOf(report.rendering.language()), report.words)));
        var groups = grouped(statements.stream().filter(item -> records.containsKey(item.id()))
                .flatMap(item -> reports(item, (StatementRecord) records.get(item.id()).record(), asked)).toList());
        return versions(groups, before, cited, named);
    }

    private static Stream<Report> reports(Item item, StatementRecord record, List<SearchWords> asked) {
        var ordered = new LinkedHashSet<StatementRecord.Rendering>();
        ordered.add(record.preferred());
        ordered.addAll(record.renderings());
        var printed = ordered.stream().filter(rendering -> rendering.words() != null).toList();
        return (printed.isEmpty() ? List.of(record.preferred()) : printed).stream().map(rendering -> {
            var words = rendering.words();
            boolean saysIt = words != null && asked.stream().anyMatch(search -> search.matches(List.of(words)));
            boolean cut = Texts.length(words) > LONGEST;
            return new Report(item, rendering, cut ? around(words, asked) : words, cut, saysIt);
        });
    }

    /** The first sentence that says it, and as many after it as fit; the beginning where none says it alone. */
    private static String around(String words, List<SearchWords> asked) {
        var sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
        sentences.setText(words);
        int start = sentences.first();
        for (int end = sentences.next(); end != BreakIterator.DONE; start = end, end = sentences.next()) {
            var sentence = words.substring(start, end);
            if (asked.stream().anyMatch(search -> search.matches(List.of(sentence)))) {
                return (start > 0 ? "… " : "") + Texts.cut(words.substring(start), LONGEST);
            }
        }
        return Texts.cut(words, LONGEST);
    }

    /** Reports in a row that have the same words in the same language, or none. */
    private static List<List<Report>> grouped(List<Report> reports) {
        var groups = new ArrayList<List<Report>>();
        for (var report : reports) {
            var last = groups.isEmpty() ? null : groups.get(groups.size() - 1).get(0);
            if (last != null && last.words != null && report.words != null && Objects.equals(last.rendering.language(), report.rendering.language()) && last.same().equals(report.same())) {
                groups.get(groups.size() - 1).add(report);
            } else {
                groups.add(new ArrayList<>(List.of(report)));
            }
        }
        return groups;
    }

    /** @param before the last words before this page by language; what is on it is put in */
    private static List<WordingView.Version> versions(List<List<Report>> groups, Map<String, String> before, Map<UUID, Documents.DocumentName> cited, Map<String, ActorRef> named) {
        var versions = new ArrayList<WordingView.Version>();
        var known = new HashMap<List<String>, Integer>();
        for (var group : groups) {
            var report = group.get(0);
            int number = versions.size() + 1;
            var printed = group.stream().map(one -> printed(one, cited, named)).toList();
            if (report.words == null) {
                versions.add(new WordingView.Version(number, List.of(), null, report.item.title(), null, printed));
                continue;
            }
            var previous = before.put(String.valueOf(report.rendering.language()), report.words);
            var again = known.putIfAbsent(report.same(), number);
            var compared = previous == null ? List.<WordDifferences.Part>of() : WordDifferences.between(previous, report.words);
            versions.add(new WordingView.Version(number, compared.isEmpty() ? List.of(new WordDifferences.Part(WordDifferences.Change.KEPT, report.words)) : compared,
                    report.rendering.language(), note(report, previous != null && compared.isEmpty()), again, printed));
        }
        return versions;
    }

    private static String note(Report report, boolean notCompared) {
        var notes = Stream.of(report.saysIt ? null : "found by its summary or a name, not in these words", report.cut ? "a part of longer words" : null,
                notCompared ? "too long to be compared here" : null).filter(Objects::nonNull).toList();
        return notes.isEmpty() ? null : String.join(" · ", notes);
    }

    private static WordingView.Printed printed(Report report, Map<UUID, Documents.DocumentName> cited, Map<String, ActorRef> named) {
        var rendering = report.rendering;
        var document = cited.get(rendering.document());
        var row = ItemRow.of(report.item);
        var who = row.speakers().stream().map(speaker -> speaker.behalf() == null ? speaker.name() : speaker.name() + " for " + speaker.behalf()).collect(Collectors.joining(" · "));
        var via = rendering.via() == null ? null : named.get(rendering.via());
        return new WordingView.Printed(DateWords.shortWords(report.item.when().date()), who, row.page(), document == null ? null : "/documents/" + document.id(),
                document == null ? null : document.agency() == null ? document.source().name() : document.source().name() + " (" + document.agency() + ")",
                languages(rendering), via == null ? null : via.shortName());
    }

    private static String languages(StatementRecord.Rendering rendering) {
        var original = rendering.originalLanguage();
        return original != null && !original.equals(rendering.language()) ? "translated from " + language(original) : rendering.language() == null ? null : "in " + language(rendering.language());
    }

    private static String language(String tag) {
        return Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH);
    }
}
