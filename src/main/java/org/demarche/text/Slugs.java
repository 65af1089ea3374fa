package org.demarche.text;

import com.ibm.icu.text.Transliterator;
import java.util.regex.Pattern;

/** Names for addresses: made once from the name of a record, in ASCII, whatever script the name is in. */
public final class Slugs {

    /** How long a slug that was typed may be; one that is made is shorter, so that a suffix fits. */
    public static final int MAX_LENGTH = 100;

    private static final int MADE_LENGTH = 80;
    private static final String WHEN_NOTHING_REMAINS = "x";
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
    // Stateless once built, so that all threads may share it.
    private static final Transliterator TO_ASCII = Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower");

    private Slugs() {
    }

    /** The slug of a name, at most 80 characters, cut between words; {@code x} when the name holds no letter or digit at all. */
    public static String of(String name) {
        String ascii = name == null ? "" : TO_ASCII.transliterate(name);
        String slug = trimmed(OTHERS.matcher(ascii).replaceAll("-"));
        slug = cut(slug, MADE_LENGTH);
        return slug.isEmpty() ? WHEN_NOTHING_REMAINS : slug;
    }

    /** The slug with a number, for when it is taken: {@code japan-2}. A long one is cut so that it stays valid. */
    public static String withSuffix(String slug, int number) {
        String suffix = "-" + number;
        return cut(slug, MAX_LENGTH - suffix.length()) + suffix;
    }

    public static boolean isSlug(String text) {
        return text != null && text.length() <= MAX_LENGTH && SLUG.matcher(text).matches();
    }

    private static String cut(String slug, int length) {
        if (slug.length() <= length) {
            return slug;
        }
        int word = slug.lastIndexOf('-', length);
        return slug.substring(0, word > 0 ? word : length);
    }

    private static String trimmed(String slug) {
        int start = slug.startsWith("-") ? 1 : 0;
        int end = slug.length() > start && slug.endsWith("-") ? slug.length() - 1 : slug.length();
        return slug.substring(start, end);
    }
}
