package org.demarche.item;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.demarche.coding.StanceMark;
import org.demarche.text.Texts;
import org.demarche.time.DateWords;

/**
 * How a list tells one item: who for whom, about whom, in which words, when.
 *
 * @param mark of all its stances together; an event has none
 * @param speakers none for an event
 * @param about whom a statement is about, else to whom it was said; what kind an event is
 * @param words as printed, else null
 * @param otherwise the summary of a statement without words; who takes part in an event; may be empty
 */
public record ItemRow(Item item, StanceMark mark, List<Speaker> speakers, String about, String words, String otherwise, String date) {
    private static final int WORDS_LENGTH = 240;

    /** @param behalf null where it speaks for itself or nothing is known */
    public record Speaker(String name, String behalf) {
    }

    public static ItemRow of(Item item) {
        var mark = StanceMark.of(item.stances().stream().map(Item.Stance::value).toList());
        var date = DateWords.shortWords(item.when().date());
        if (!item.isStatement()) {
            return new ItemRow(item, mark, List.of(), kind(item), null, names(item.participants().stream().map(Item.Participant::actor).toList()), date);
        }
        var printed = item.report() == null ? null : item.report().words();
        return new ItemRow(item, mark, item.speakers().stream().map(ItemRow::speaker).toList(), about(item),
                printed == null ? null : Texts.cut(Texts.oneLine(printed), WORDS_LENGTH), printed == null ? item.title() : "", date);
    }

    public static List<ItemRow> of(List<Item> items) {
        return items.stream().map(ItemRow::of).toList();
    }

    public String page() {
        return "/" + item.kind().word() + "s/" + item.id();
    }

    private static Speaker speaker(Item.Speaker speaker) {
        var name = speaker.actor() == null ? speaker.described() : speaker.actor().shortName();
        var principal = speaker.principal();
        return new Speaker(name, principal == null || principal.equals(speaker.actor()) ? null : principal.shortName());
    }

    private static String about(Item item) {
        var principals = new HashSet<>(item.principals());
        if (principals.size() > 1 && principals.equals(new HashSet<>(item.targets()))) {
            return "each other";
        }
        return !item.targets().isEmpty() || item.addressees().isEmpty() ? names(item.targets()) : "to " + names(item.addressees());
    }

    private static String kind(Item event) {
        var kind = event.eventKind().toLowerCase(Locale.ROOT).replace('_', ' ');
        return "HELD".equals(event.status()) ? kind : kind + ", " + event.status().toLowerCase(Locale.ROOT);
    }

    private static String names(List<ActorRef> actors) {
        return actors.stream().map(ActorRef::shortName).collect(Collectors.joining(", "));
    }
}
