package org.demarche.timeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.demarche.coding.StanceMark;
import org.demarche.item.AsOf;
import org.demarche.item.Citable;
import org.demarche.item.Item;
import org.demarche.item.ItemRow;
import org.demarche.item.ItemWords;
import org.demarche.text.Texts;
import org.demarche.time.DateWords;

/**
 * The items of a view as a list, by day.
 *
 * @param notes the sources, as footnotes that the entries count by
 * @param from the window, for a view of those that are ticked
 * @param to likewise
 * @param asOf as of when they are known, null being now
 * @param next the address of the next page; null on the last
 */
record DayList(List<Group> groups, List<String> notes, String from, String to, String asOf, String next) {
    /** @param heading null where the order is not by date: each entry then tells its own */
    record Group(String heading, List<Entry> entries) {
    }

    /**
     * @param words as printed, all of them; null where none are held
     * @param by who, as what, for whom and when, for those who quote it
     * @param note the number of its footnote; null where no source is known
     * @param mark toward those whom the query asks about
     * @param there how many statements were made at an event; may be empty
     * @param date null where the heading tells it
     */
    record Entry(ItemRow row, String words, String by, Integer note, StanceMark mark, String there, String date, String href, boolean current) {
    }

    /** @param statementsAt null where the items are only a part of the view, so that nothing can be counted in them */
    static DayList of(List<Item> items, boolean byDate, Set<String> toward, Map<UUID, Long> statementsAt, Links links, Item selected, String next) {
        var groups = new LinkedHashMap<String, List<Entry>>();
        var notes = new LinkedHashMap<String, Integer>();
        for (var item : items) {
            var heading = byDate ? DateWords.heading(item.when().date()) : "";
            long there = statementsAt == null ? 0 : statementsAt.getOrDefault(item.id(), 0L);
            groups.computeIfAbsent(heading, any -> new ArrayList<>()).add(entry(item, notes, mark(item, toward),
                    there == 0 ? "" : ItemWords.statements(there), byDate ? null : DateWords.shortWords(item.when().date()), links.selecting(item), selected != null && selected.id().equals(item.id())));
        }
        return new DayList(groups.entrySet().stream().map(group -> new Group(group.getKey().isEmpty() ? null : group.getKey(), group.getValue())).toList(),
                List.copyOf(notes.keySet()), links.window().fromText(), links.window().toText(), links.query().asOf().map(AsOf::text).orElse(null), next);
    }

    private static Entry entry(Item item, Map<String, Integer> notes, StanceMark mark, String there, String date, String href, boolean current) {
        var cited = Citable.of(item);
        var row = ItemRow.of(item);
        if (cited.source() != null) {
            notes.putIfAbsent(cited.source(), notes.size() + 1);
        }
        return new Entry(row, cited.words() == null ? null : Texts.oneLine(cited.words()), item.isStatement() ? cited.by() : row.about() + cited.by(), notes.get(cited.source()),
                mark, there, date, href, current);
    }

    private static StanceMark mark(Item item, Set<String> toward) {
        return StanceMark.of(item.stances().stream().filter(stance -> toward.isEmpty() || stance.toward() != null && toward.contains(stance.toward().slug()))
                .map(Item.Stance::value).toList());
    }
}
