package org.demarche.actor;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;

import org.demarche.history.RootRecord;
import org.demarche.source.CitationRecord;

/**
 * A dated tie of one actor to another.
 *
 * @param member slug of who belongs
 * @param whole slug of what it belongs to, {@code in} in JSON
 * @param kind OCCUPANCY, MEMBERSHIP, PART_OF, PARTNERSHIP or SUCCESSOR
 * @param level HEAD, MINISTER, SENIOR, SPOKESPERSON, MISSION or MEDIA; null where it is no post
 * @param since EDTF; null or empty is unknown, {@code ..} open
 * @param until alike, both days included
 * @param speaks whether the member speaks for the other
 * @param speaksUntil EDTF: when it ceased to, where that was before the end
 * @param basis of the dates, a {@link org.demarche.time.DateBasis} or null
 * @param citations each with the day on which it attests the tie
 */
public record AffiliationRecord(UUID id, Integer version, String member, @JsonProperty("in") String whole, String kind, String role, String level,
                                String since, String until, Boolean speaks, String speaksUntil, Boolean contested, String basis,
                                List<CitationRecord> citations, String note, String reason) implements RootRecord {
    public AffiliationRecord {
        citations = citations == null ? List.of() : List.copyOf(citations);
    }

    @Override
    public AffiliationRecord identified(UUID id, Integer version) {
        return new AffiliationRecord(id, version, member, whole, kind, role, level, since, until, speaks, speaksUntil, contested, basis, citations, note, reason);
    }

    @Override
    public String heading() {
        return member + ", " + (role == null ? AffiliationKind.valueOf(kind).label() + " " : role + ", ") + whole;
    }

    @Override
    public String page() {
        return "/actors/" + member;
    }
}
