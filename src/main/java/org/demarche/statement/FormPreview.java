package org.demarche.statement;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.demarche.coding.StanceMark;
import org.demarche.item.ActorRef;
import org.demarche.source.Documents;
import org.demarche.source.FormSources;
import org.demarche.text.ReportingMode;
import org.demarche.time.DateWords;
import org.demarche.time.EdtfDate;

/**
 * What will be recorded, in words.
 *
 * @param when null while there is no date
 * @param words as printed, null where there are none
 * @param language of the words, null where unknown
 * @param source null while there is none
 */
record FormPreview(List<Speaker> speakers, String when, List<About> about, String words, String language, boolean verbatim, String summary, String source,
                   String translatedFrom) {

    /** @param behalf the name of the principal, null where it speaks for itself or that is not known yet */
    record Speaker(String name, String role, String behalf) {
    }

    /** @param holder whose stance it is, null where it is the speaker's principal's */
    record About(String name, StanceMark mark, String holder) {
    }

    static FormPreview of(StatementRecord record, Map<String, ActorRef> known, Documents.DocumentName document) {
        var rendering = record.preferred();
        return new FormPreview(record.speakers().stream().map(speaker -> speaker(speaker, known)).filter(Objects::nonNull).toList(),
                record.date() == null ? null : DateWords.inSentence(EdtfDate.parse(record.date())),
                about(record, known), rendering.words(), rendering.language(), ReportingMode.VERBATIM.name().equals(rendering.mode()),
                record.summary(), document == null ? null : FormSources.label(document),
                rendering.originalLanguage() == null || rendering.originalLanguage().equals(rendering.language()) ? null
                        : Locale.forLanguageTag(rendering.originalLanguage()).getDisplayLanguage(Locale.ENGLISH));
    }

    /** Nothing is said while nothing is known. */
    public boolean isEmpty() {
        return speakers.isEmpty() && about.isEmpty() && words == null && summary == null;
    }

    private static Speaker speaker(StatementRecord.Speaker speaker, Map<String, ActorRef> known) {
        var actor = known.get(speaker.actor());
        if (actor == null && speaker.described() == null) {
            return null;
        }
        var principal = speaker.behalf() == null || speaker.behalf().isEmpty() ? null : known.get(speaker.behalf().get(speaker.behalf().size() - 1));
        return new Speaker(actor == null ? speaker.described() : actor.name(), speaker.role(), principal == null || principal.equals(actor) ? null : principal.shortName());
    }

    private static List<About> about(StatementRecord record, Map<String, ActorRef> known) {
        return record.targets().stream().map(known::get).filter(Objects::nonNull).flatMap(target -> {
            var stances = record.stances().stream().filter(stance -> target.slug().equals(stance.toward()) && stance.value() != null && Math.abs(stance.value()) <= 2).toList();
            return stances.isEmpty() ? java.util.stream.Stream.of(new About(target.shortName(), null, null))
                    : stances.stream().map(stance -> new About(target.shortName(), StanceMark.of(stance.value()),
                            known.containsKey(stance.holder()) ? known.get(stance.holder()).shortName() : null));
        }).toList();
    }
}
