package org.demarche.time;

import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** Makes EDTF dates of every form that is read, and names the seed of a run that fails. */
final class RandomDates {

    private final Random random;

    RandomDates(long seed) {
        random = new Random(seed);
    }

    static void each(int times, Consumer<RandomDates> check) {
        long start = Long.getLong("demarche.test.seed", System.nanoTime());
        for (int time = 0; time < times; time++) {
            long seed = start + time;
            try {
                check.accept(new RandomDates(seed));
            } catch (AssertionError | RuntimeException failure) {
                throw new AssertionError("With -Ddemarche.test.seed=" + seed + ": " + failure.getMessage(), failure);
            }
        }
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T oneOf(List<T> values) {
        return values.get(below(values.size()));
    }

    EdtfDate date() {
        for (int attempt = 0; attempt < 1000; attempt++) {
            try {
                return EdtfDate.parse(text());
            } catch (EdtfException outOfOrderOrNoSuchDay) {
                // The next one may do.
            }
        }
        throw new IllegalStateException("No date in 1000 attempts");
    }

    /** In the form of EDTF, though the day may not exist and the end may lie before the start. */
    String text() {
        return switch (below(6)) {
            case 0, 1 -> term() + qualifier();
            case 2, 3 -> end() + "/" + end();
            case 4 -> "[" + term() + ".." + term() + "]";
            default -> oneOf(List.of("[" + term() + "," + term() + "," + term() + "]", "[.." + term() + "]", "[" + term() + "..]"));
        };
    }

    long near(EdtfDate date) {
        FourDays days = date.days();
        List<Long> bounds = List.of(days.s1(), days.s2(), days.e1(), days.e2());
        long bound = oneOf(bounds);
        return Math.abs(bound) == Long.MAX_VALUE || bound == Long.MIN_VALUE ? below(1_000_000) - 500_000 : bound + below(61) - 30;
    }

    private String end() {
        return below(3) > 0 ? term() + qualifier() : oneOf(List.of("", ".."));
    }

    private String qualifier() {
        return oneOf(List.of("", "", "?", "~", "%"));
    }

    private String term() {
        int year = below(4) > 0 ? 1990 + below(40) : below(19999) - 9999;
        String text = (year < 0 ? "-" : "") + "%04d".formatted(Math.abs(year));
        text = switch (below(4)) {
            case 0 -> text;
            case 1 -> text + "-%02d".formatted(1 + below(12));
            case 2 -> text + "-%02d-%02d".formatted(1 + below(12), 1 + below(31));
            default -> text + "-" + (21 + below(4));
        };
        return below(4) == 0 && text.matches("-?\\d{4}(-[01].*)?") ? withUnknownDigit(text) : text;
    }

    private String withUnknownDigit(String text) {
        int place = below(text.length());
        return text.charAt(place) == '-' ? text : text.substring(0, place) + "X" + text.substring(place + 1);
    }
}
