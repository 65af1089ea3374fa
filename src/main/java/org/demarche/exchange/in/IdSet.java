package org.demarche.exchange.in;

import java.util.Arrays;
import java.util.UUID;

/** The ids of a file, each with a mark: 17 bytes each in the mean 1.5 times over, where a set of objects takes a hundred. */
public final class IdSet {
    private static final byte FREE = 0;

    private long[] high = new long[1 << 10];
    private long[] low = new long[1 << 10];
    private byte[] marks = new byte[1 << 10];
    private int size;

    /**
     * @param mark 1 to 127
     * @return whether it is new
     */
    public boolean add(UUID id, int mark) {
        if (size * 3L > high.length * 2L) {
            grow();
        }
        int place = place(id.getMostSignificantBits(), id.getLeastSignificantBits());
        if (marks[place] != FREE) {
            return false;
        }
        put(place, id.getMostSignificantBits(), id.getLeastSignificantBits(), (byte) mark);
        size++;
        return true;
    }

    /** 0 where it is not there. */
    public int mark(UUID id) {
        return marks[place(id.getMostSignificantBits(), id.getLeastSignificantBits())];
    }

    int size() {
        return size;
    }

    private int place(long mostSignificant, long leastSignificant) {
        long mixed = (mostSignificant ^ Long.rotateLeft(leastSignificant, 32)) * 0x9E3779B97F4A7C15L;
        int place = (int) (mixed >>> 32) & high.length - 1;
        while (marks[place] != FREE && (high[place] != mostSignificant || low[place] != leastSignificant)) {
            place = place + 1 & high.length - 1;
        }
        return place;
    }

    private void put(int place, long mostSignificant, long leastSignificant, byte mark) {
        high[place] = mostSignificant;
        low[place] = leastSignificant;
        marks[place] = mark;
    }

    private void grow() {
        var oldHigh = high;
        var oldLow = low;
        var oldMarks = marks;
        high = new long[oldHigh.length * 2];
        low = new long[oldHigh.length * 2];
        marks = new byte[oldHigh.length * 2];
        Arrays.fill(marks, FREE);
        for (int place = 0; place < oldMarks.length; place++) {
            if (oldMarks[place] != FREE) {
                put(place(oldHigh[place], oldLow[place]), oldHigh[place], oldLow[place], oldMarks[place]);
            }
        }
    }
}
