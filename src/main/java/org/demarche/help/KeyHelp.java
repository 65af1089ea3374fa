package org.demarche.help;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a key does.
 *
 * @param keys pressed together, or each for itself where there are two single ones
 * @param single whether it is one key alone, which does nothing in a field and can be switched off
 */
record KeyHelp(List<String> keys, String does, boolean single) {

    static List<KeyHelp> everywhere() {
        return List.of(single("?", "these keys"), single("n", "add a statement"), single("/", "search"), together("find anything: an actor by any name, an event, a date, a page", "Ctrl", "K"),
                single("e", "edit what is open"), single("y", "copy it with its source"), together("close what stands on top", "Escape"));
    }

    static List<KeyHelp> ofTheTimeline() {
        return List.of(new KeyHelp(List.of("↓", "Enter"), "from the drawing, which Tab reaches, in to its lanes", false), new KeyHelp(List.of("←", "→"), "in a lane: the item or step before and after", false),
                new KeyHelp(List.of("↑", "↓"), "the lane above and below, at the same time", false), new KeyHelp(List.of("Home", "End"), "the first and the last of the lane", false),
                new KeyHelp(List.of("Page Up", "Page Down"), "the window before and after", false), new KeyHelp(List.of("+", "-"), "closer and farther away", true),
                new KeyHelp(List.of("Enter", "Escape"), "open what has the focus, and back out", false),
                new KeyHelp(List.of("j", "k"), "next and previous item", true), single("x", "tick the item, to copy or export just these"), single("Y", "copy what is ticked with its sources"),
                single("a", "add a statement at the lane and step that have the focus"), single("g", "go to a date"), single("s", "save this view as a collection"),
                single("w", "how the words that are asked for changed"), single("r", "who has reacted to the event that is open"),
                single("m", "what since the two last met that ‘actor’ and ‘with’ name"));
    }

    static List<KeyHelp> ofRecords() {
        return List.of(single("r", "of a statement: record a response; of an event: who has reacted"), single("o", "of a statement: add another report of it"));
    }

    static List<KeyHelp> ofForms() {
        return List.of(together("save", "Ctrl", "Enter"), new KeyHelp(List.of("↓"), "offers what fits, in a date the document’s day and those around it", false),
                new KeyHelp(List.of("Enter", "Tab"), "take what is chosen", false), new KeyHelp(List.of("-2", "2"), "on a stance: from strongly critical to strongly supportive", false),
                new KeyHelp(List.of("c"), "on a stance: not coded", false));
    }

    static List<KeyHelp> ofDocuments() {
        return List.of(single("s", "select words of a text by keyboard"), single("a", "add a statement from the words that are selected"));
    }

    static List<KeyHelp> all() {
        return Stream.of(everywhere(), ofTheTimeline(), ofRecords(), ofForms(), ofDocuments()).flatMap(List::stream).toList();
    }

    private static KeyHelp single(String key, String does) {
        return new KeyHelp(List.of(key), does, true);
    }

    private static KeyHelp together(String does, String... keys) {
        return new KeyHelp(List.of(keys), does, false);
    }
}
