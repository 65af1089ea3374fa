package org.demarche.item;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.demarche.time.DateWords;

/** What is said of items beside their rows: names joined, numbers, and a whole item in one sentence. */
public final class ItemWords {
    private ItemWords() {
    }

    /** 'Japan', 'Japan and NATO', 'Japan, NATO and China'. */
    public static String names(List<ActorRef> actors) {
        return listed(actors.stream().map(ActorRef::shortName).distinct().toList());
    }

    public static String listed(List<String> words) {
        int last = words.size() - 1;
        return last < 1 ? String.join("", words) : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }

    /** '1 statement', '1,204 statements'. */
    public static String statements(long number) {
        return number(number) + (number == 1 ? " statement" : " statements");
    }

    /** '1 event', '1,204 events'. */
    public static String events(long number) {
        return number(number) + (number == 1 ? " event" : " events");
    }

    public static String number(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    /** All of it in one sentence, for those who hear a drawing. */
    public static String sentence(Item item) {
        var row = ItemRow.of(item);
        var date = DateWords.words(item.when().date());
        if (!item.isStatement()) {
            return item.title() + ", " + row.about() + ", " + date;
        }
        var who = listed(row.speakers().stream().map(speaker -> speaker.behalf() == null ? speaker.name() : speaker.name() + " for " + speaker.behalf()).toList());
        var about = row.about().isEmpty() || row.about().startsWith("to ") ? row.about() : "about " + row.about();
        return Stream.of(who, about, row.mark().words(), date).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "))
                + ": " + (row.words() == null ? row.otherwise() : row.words());
    }
}
