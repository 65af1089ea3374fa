package org.demarche.timeline;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The answers that were asked for last, as many as there is room for. Keys hold the number of the revision, so that none is told for the next. */
final class Kept<K, V> {
    private final Map<K, V> answers;

    Kept(int most) {
        answers = new LinkedHashMap<>(16, .75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    /** @param answering may be asked by several threads at once: none waits for another */
    V of(K key, Supplier<V> answering) {
        synchronized (answers) {
            var known = answers.get(key);
            if (known != null) {
                return known;
            }
        }
        var answer = answering.get();
        synchronized (answers) {
            answers.put(key, answer);
        }
        return answer;
    }
}
