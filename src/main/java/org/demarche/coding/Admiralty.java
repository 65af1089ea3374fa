package org.demarche.coding;

import java.util.Arrays;
import java.util.Optional;

/** The Admiralty code: how far a source is trusted, and how far what it says this time. The two are judged apart. */
public final class Admiralty {

    /** Of a source, by its record so far. */
    public enum Reliability {
        A("can always be relied on"),
        B("can mostly be relied on"),
        C("can be relied on at times"),
        D("can seldom be relied on"),
        E("can't be relied on"),
        F("too little is known of it to say");

        private final String label;

        Reliability(String label) {
            this.label = label;
        }

        /** Of a letter as a record holds it; empty for null and for any other text. */
        public static Optional<Reliability> find(String letter) {
            return Arrays.stream(values()).filter(reliability -> reliability.name().equals(letter)).findFirst();
        }

        public String label() {
            return label;
        }
    }

    /** Of one piece of information. */
    public enum Credibility {
        CONFIRMED(1, "borne out by others"),
        PROBABLE(2, "likely to be true"),
        POSSIBLE(3, "may be true"),
        DOUBTFUL(4, "hard to believe"),
        IMPROBABLE(5, "unlikely to be true"),
        UNKNOWN(6, "nothing to judge it by");

        private final int number;
        private final String label;

        Credibility(int number, String label) {
            this.number = number;
            this.label = label;
        }

        public static Optional<Credibility> of(int number) {
            return Arrays.stream(values()).filter(credibility -> credibility.number == number).findFirst();
        }

        /** 1 to 6, as records hold it. */
        public int number() {
            return number;
        }

        public String label() {
            return label;
        }
    }

    private Admiralty() {
    }
}
