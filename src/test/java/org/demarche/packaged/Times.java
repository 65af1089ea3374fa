package org.demarche.packaged;

import java.util.ArrayList;
import java.util.List;

/**
 * How long something took, time after time, the shortest first.
 *
 * @param sorted in nanoseconds
 */
record Times(List<Long> sorted) {
    /** What is measured. */
    interface Work {
        void run() throws Exception;
    }

    /** @param warming so often it is done before, unmeasured */
    static Times of(int warming, int times, Work work) throws Exception {
        var measured = new ArrayList<Long>();
        for (int time = -warming; time < times; time++) {
            long start = System.nanoTime();
            work.run();
            if (time >= 0) {
                measured.add(System.nanoTime() - start);
            }
        }
        return new Times(measured.stream().sorted().toList());
    }

    /** In milliseconds; 50 is the median, 100 the longest. */
    double percentile(int percent) {
        return sorted.get(Math.max(0, (sorted.size() * percent + 99) / 100 - 1)) / 1e6;
    }

    /** Median, 95th percentile and longest, in columns of eight. */
    String columns() {
        return "%8.1f %8.1f %8.1f".formatted(percentile(50), percentile(95), percentile(100));
    }
}
