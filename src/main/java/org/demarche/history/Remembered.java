package org.demarche.history;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;

/**
 * What the adding of many records has looked up already, so that not each of them asks again. It ends with {@link Change#addAll}, at the
 * latest with its transaction; everywhere else each question is asked of the database.
 */
@ApplicationScoped
public class Remembered {
    /** Databases take far longer lists, but compare each row that they find with each entry. */
    private static final int AT_ONCE = 100;

    @Inject
    TransactionSynchronizationRegistry transaction;

    /** Answers by question and key; empty where there is none, as is known. */
    private static final class Memory {
        private final Map<String, Map<Object, Optional<Object>>> answers = new HashMap<>();

        private Map<Object, Optional<Object>> of(String question) {
            return answers.computeIfAbsent(question, any -> new HashMap<>());
        }
    }

    /**
     * The answers for these keys, by key; a key without one is left out.
     *
     * @param question what is asked: the same for the same kind of answer
     * @param query asks the database for the keys whose answers are not known; no key is null or there twice
     */
    public <K, V> Map<K, V> answers(String question, Collection<K> keys, Function<List<K>, Map<K, V>> query) {
        var asked = keys.stream().filter(Objects::nonNull).distinct().toList();
        var memory = memory();
        if (memory == null) {
            return asked.isEmpty() ? new HashMap<>() : query.apply(asked);
        }
        var known = memory.of(question);
        var unknown = asked.stream().filter(key -> !known.containsKey(key)).toList();
        for (int from = 0; from < unknown.size(); from += AT_ONCE) {
            var some = unknown.subList(from, Math.min(unknown.size(), from + AT_ONCE));
            var found = query.apply(some);
            some.forEach(key -> known.put(key, Optional.ofNullable(found.get(key))));
        }
        return known(asked, known);
    }

    /** Whether answers are kept, so that it is worth asking for more than is needed now. */
    public boolean isOn() {
        return memory() != null;
    }

    /** Notes an answer that follows from a record which was just stored. */
    public <K> void note(String question, K key, Object answer) {
        var memory = memory();
        if (memory != null) {
            memory.of(question).put(key, Optional.of(answer));
        }
    }

    /** A record with this id or slug is there now: that it was not is no answer any more. */
    void appeared(Object key) {
        var memory = memory();
        if (memory != null) {
            memory.answers.values().forEach(known -> known.remove(key, Optional.empty()));
        }
    }

    /** Answers are kept while this runs, within the transaction around it; only for reading what nobody writes meanwhile. */
    public void during(Runnable reading) {
        begin();
        try {
            reading.run();
        } finally {
            end();
        }
    }

    void begin() {
        transaction.putResource(Remembered.class, new Memory());
    }

    void end() {
        transaction.putResource(Remembered.class, null);
    }

    private Memory memory() {
        return transaction.getTransactionKey() == null ? null : (Memory) transaction.getResource(Remembered.class);
    }

    @SuppressWarnings("unchecked")
    private static <K, V> Map<K, V> known(List<K> asked, Map<Object, Optional<Object>> known) {
        var answers = new HashMap<K, V>();
        asked.forEach(key -> known.get(key).ifPresent(answer -> answers.put(key, (V) answer)));
        return answers;
    }
}
