package org.demarche.find;

import java.util.List;
import java.util.stream.Stream;

import org.demarche.text.FoldedName;

/** What can be done, each on a page of its own. */
enum Command {
    ADD_STATEMENT("Add a statement", "/statements/new", "new statement"),
    ADD_EVENT("Add an event", "/events/new", "new event"),
    ADD_ACTOR("Add an actor", "/actors/new", "new actor", "new person", "new state"),
    ADD_SOURCE("Add a source", "/sources/new", "new source", "new publisher"),
    TIMELINE("Timeline", "/timeline", "all items"),
    WHAT_IS_NEW("What is new", "/new", "since", "recorded"),
    ACTORS("Actors", "/actors", "people", "states"),
    SOURCES("Sources", "/sources", "publishers", "documents"),
    TOPICS("Topics", "/topics", "code book"),
    COLLECTIONS("Collections", "/collections", "saved views"),
    CHANGES("Changes", "/history", "history", "undo", "revisions"),
    HELP("Help", "/help", "query language"),
    KEYS("Keys", "/help/keys", "shortcuts"),
    CAPTURE("Capture from a page you read", "/help/capture", "bookmark", "bookmarklet");

    final String words;
    final String href;
    private final List<FoldedName> names;

    Command(String words, String href, String... others) {
        this.words = words;
        this.href = href;
        this.names = Stream.concat(Stream.of(words), Stream.of(others)).map(FoldedName::of).toList();
    }

    /** Of all where nothing was typed. */
    static List<Command> beginning(FoldedName typed) {
        return Stream.of(values()).filter(command -> typed.isEmpty() || command.names.stream().anyMatch(name -> name.beginsWith(typed))).toList();
    }
}
