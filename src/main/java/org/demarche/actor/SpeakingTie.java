package org.demarche.actor;

import java.util.UUID;

/**
 * A tie as far as it decides on whose behalf somebody speaks: its member speaks for the whole.
 *
 * @param role of the post, null where there is none
 * @param first day on which it may hold, as days since 1970-01-01, and the infinities of {@link org.demarche.time.FourDays}
 * @param last day alike
 */
public record SpeakingTie(UUID id, UUID member, UUID whole, String kind, String role, long first, long last) {
    /** Null where nobody speaks by it. */
    static SpeakingTie of(Affiliation row) {
        return row == null || row.retracted || !row.speaks ? null : new SpeakingTie(row.id, row.member, row.whole, row.kind, row.role, row.startFirst, row.endLast);
    }

    /** Whether both say the same of the days that they have in common. */
    public boolean isAlike(SpeakingTie other) {
        return member.equals(other.member) && whole.equals(other.whole) && kind.equals(other.kind);
    }
}
