package org.demarche.exchange.in;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Ids of what a file does not number: the same text gives the same id, so that what is brought in twice is there once. */
public final class DerivedIds {
    private DerivedIds() {
    }

    /**
     * In the form of version 7.
     *
     * @param text all that tells it apart, with the name of its format in front
     * @param day the day number on which it stands, for the part that tells the time, so that newer records still come before older ones
     */
    public static UUID id(String text, long day) {
        var hash = ByteBuffer.wrap(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
        long millis = Math.max(0, Math.min(day, 40_000)) * 86_400_000L;
        return new UUID(millis << 16 | 0x7000 | hash.getLong() & 0xFFF, 0x8000_0000_0000_0000L | hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every Java platform has SHA-256", absent);
        }
    }
}
