package org.demarche.item;

import java.util.ArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

import org.demarche.time.DateWords;
import org.demarche.time.EdtfDate;

/**
 * A statement as it is quoted elsewhere: for the template {@code item/citable}.
 *
 * @param words as printed, else null
 * @param language of the words, null where unknown
 * @param summary where no words are held
 * @param by who, as what, for whom and when
 * @param source publisher, title, date, address and when it was retrieved; null where the document was retracted
 */
public record Citable(String words, String language, String summary, String by, String source) {

    /** Where the template asks. */
    @Named("citable")
    @ApplicationScoped
    public static class Citables {
        public Citable of(Item item) {
            return Citable.of(item);
        }
    }

    public static Citable of(Item item) {
        var report = item.report();
        var words = report == null ? null : report.words();
        return new Citable(words, words == null ? null : report.language(), words == null ? item.title() : null,
                who(item) + ", " + DateWords.words(item.when().date()), report == null || report.sourceName() == null ? null : source(report));
    }

    /** Each speaker with the role and on whose behalf; the empty text for an event. */
    public static String who(Item item) {
        return ItemWords.listed(item.speakers().stream().map(Citable::speaker).toList());
    }

    private static String speaker(Item.Speaker speaker) {
        var words = new ArrayList<String>();
        words.add(speaker.actor() == null ? speaker.described() : speaker.actor().name());
        if (speaker.role() != null) {
            words.add(speaker.role());
        }
        if (speaker.principal() != null && !speaker.principal().equals(speaker.actor())) {
            words.add("on behalf of " + speaker.principal().name());
        }
        return String.join(", ", words);
    }

    private static String source(Item.Report report) {
        var publisher = report.agency() == null ? report.sourceName() : report.sourceName() + " (" + report.agency() + ")";
        var published = report.published() == null ? null : DateWords.words(EdtfDate.parse(report.published()));
        var title = report.title() == null ? null : "“" + report.title() + "”";
        var retrieved = report.retrieved() == null ? null : "retrieved " + DateWords.words(EdtfDate.parse(report.retrieved()));
        return Stream.of(publisher, title, published, report.url(), retrieved).filter(part -> part != null).collect(Collectors.joining(", "));
    }
}
