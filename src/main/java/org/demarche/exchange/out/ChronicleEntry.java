package org.demarche.exchange.out;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.demarche.coding.StanceWords;
import org.demarche.item.ActorRef;
import org.demarche.item.Citable;
import org.demarche.item.Item;
import org.demarche.item.ItemWords;
import org.demarche.time.DateWords;

/**
 * An item as a chronology tells it.
 *
 * @param day over the items of one day; null where the query is not by date
 * @param who who spoke, as what and for whom; the title of an event
 * @param words as printed, else null
 * @param language of the words, BCP 47, null where unknown
 * @param summary in the analyst's words where none are printed; null for an event
 * @param about to and about whom with the stance; what kind of event it is, where, and who took part
 * @param note the source, as a footnote; null where none is known
 */
record ChronicleEntry(String day, String who, String words, String language, String summary, String about, String note) {
    /** @param byDate whether days are headings; else each entry begins with its own date */
    static ChronicleEntry of(Item item, boolean byDate) {
        var cited = Citable.of(item);
        var day = byDate ? DateWords.heading(item.when().date()) : null;
        var dated = byDate ? "" : DateWords.words(item.when().date()) + ": ";
        var time = item.when().time() == null ? "" : ", " + item.when().time();
        if (!item.isStatement()) {
            return new ChronicleEntry(day, dated + item.title() + time, null, null, null, event(item), cited.source());
        }
        return new ChronicleEntry(day, dated + Citable.who(item) + time, cited.words(), cited.language(), cited.words() == null ? item.title() : null, statement(item), cited.source());
    }

    private static String statement(Item item) {
        var to = item.addressees().isEmpty() ? null : "to " + names(item.addressees());
        var about = item.targets().isEmpty() ? null : "about " + names(item.targets());
        var stances = item.stances().isEmpty() ? null : item.stances().stream().map(ChronicleEntry::stance).collect(Collectors.joining("; "));
        return sentence(Stream.of(to, about, stances));
    }

    /** 'strongly critical of NATO', with its holder in front where that is not everybody. */
    private static String stance(Item.Stance stance) {
        var toward = stance.toward() == null ? stance.topic().label() : stance.toward().name();
        var held = stance.holder() == null ? "" : stance.holder().name() + " ";
        return held + StanceWords.of(stance.value()) + (stance.value() == 0 ? " on " : " of ") + toward;
    }

    private static String event(Item event) {
        var kind = words(event.eventKind());
        var status = event.status() == null || event.status().equals("HELD") ? null : words(event.status());
        var where = Stream.concat(Stream.ofNullable(event.place().name()), event.place().countries().stream().map(code -> new Locale("", code).getDisplayCountry(Locale.ENGLISH)))
                .distinct().collect(Collectors.joining(", "));
        var who = event.participants().stream().map(participant -> participant.actor().name() + " (" + participant.roles().stream().map(ChronicleEntry::words)
                .collect(Collectors.joining(", ")) + ")").toList();
        return sentence(Stream.of(kind, status, where.isEmpty() ? null : "in " + where, who.isEmpty() ? null : "with " + ItemWords.listed(who)));
    }

    private static String names(List<ActorRef> actors) {
        return ItemWords.listed(actors.stream().map(ActorRef::name).distinct().toList());
    }

    private static String words(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String sentence(Stream<String> parts) {
        var text = parts.filter(part -> part != null && !part.isEmpty()).collect(Collectors.joining("; "));
        return text.isEmpty() ? "" : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + ".";
    }
}
