package org.demarche.web;

import java.util.function.Supplier;

/** Does work again that somebody else got in the way of: the next look sees what they did. */
public final class Again {
    private static final int TRIES = 3;

    private Again() {
    }

    /**
     * The answer of the first of three tries that nobody gets in the way of.
     *
     * @param meeting what is thrown where somebody does; of the last try it is thrown on
     */
    public static <T> T after(Class<? extends RuntimeException> meeting, Supplier<T> work) {
        for (int again = 1; again < TRIES; again++) {
            try {
                return work.get();
            } catch (RuntimeException thrown) {
                if (!meeting.isInstance(thrown)) {
                    throw thrown;
                }
            }
        }
        return work.get();
    }
}
