package org.demarche.event;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.demarche.coding.Topics;
import org.demarche.history.RevisionView;
import org.demarche.item.ActorRef;
import org.demarche.item.Item;
import org.demarche.source.AnchorRecord;
import org.demarche.source.Documents;
import org.demarche.time.DateBasis;
import org.demarche.time.EdtfDate;
import org.demarche.time.FourDays;
import org.demarche.time.TimeOfDay;

/** The parts of a row that statements and events make alike. */
public final class RowParts {
    private RowParts() {
    }

    /** What a report says beside where it stands; any of it may be null. */
    public record Printed(String mode, String words, String quote, String language, String originalLanguage, ActorRef via, Integer credibility) {
    }

    /** @param documents those that attest the item, the first one first: where neither bound is known it stands at that one's date */
    public static Item.When when(String date, String basis, String time, List<UUID> documents, Map<UUID, Documents.DocumentName> cited) {
        var read = EdtfDate.parse(date);
        var days = read.days();
        var stands = !days.unplaced() ? days
                : documents.stream().map(cited::get).filter(Objects::nonNull).findFirst().map(Documents.DocumentName::days).orElse(days);
        return new Item.When(read, days, stands, DateBasis.valueOf(basis), time == null ? null : TimeOfDay.parse(time));
    }

    /** @param document null where it was retracted since, so that only what the item itself holds is shown */
    public static Item.Report report(Documents.DocumentName document, Printed printed, AnchorRecord anchor) {
        var start = anchor == null ? null : anchor.start();
        var end = anchor == null ? null : anchor.end();
        if (document == null) {
            return new Item.Report(null, printed.mode, printed.words, printed.quote, printed.language, printed.originalLanguage, printed.via, null, null, null, null, null,
                    null, start, end, null, printed.credibility, null);
        }
        return new Item.Report(document.id(), printed.mode, printed.words, printed.quote, printed.language, printed.originalLanguage, printed.via,
                document.source().slug(), document.source().name(), document.agency(), document.title(), document.url(), document.published(), start, end,
                document.source().reliability(), printed.credibility, document.retrieved());
    }

    public static List<String> sources(Collection<UUID> documents, Map<UUID, Documents.DocumentName> cited) {
        return documents.stream().map(cited::get).filter(Objects::nonNull).map(document -> document.source().slug()).distinct().toList();
    }

    public static List<Item.Topic> topics(List<String> slugs, Map<String, Topics.TopicName> names) {
        return slugs.stream().map(names::get).filter(Objects::nonNull).map(topic -> new Item.Topic(topic.id(), topic.slug(), topic.label())).toList();
    }

    public static List<Item.Link> links(List<LinkRecord> links) {
        return links.stream().map(link -> new Item.Link(link.kind(), link.to())).toList();
    }

    public static Item.Recorded recorded(RevisionView revision, Map<UUID, Instant> first) {
        return new Item.Recorded(revision.at(), revision.by(), first.getOrDefault(revision.id(), revision.at()));
    }
}
