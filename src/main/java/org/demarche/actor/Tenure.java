package org.demarche.actor;

import org.demarche.source.CitationRecord;
import org.demarche.time.DateWords;
import org.demarche.time.EdtfDate;
import org.demarche.time.FourDays;

/** On which days the member of an affiliation speaks for the other, so far as its dates and the documents that attest it say. */
final class Tenure {
    /** A part without dates belongs to its whole at all times. */
    private static final FourDays ALWAYS = new FourDays(FourDays.MINUS_INFINITY, FourDays.MINUS_INFINITY, FourDays.PLUS_INFINITY, FourDays.PLUS_INFINITY);

    private Tenure() {
    }

    /** 'since September 2022', 'always' for a part without dates. */
    static String words(String kind, String since, String until) {
        return kind.equals("PART_OF") && since == null && until == null ? "always" : DateWords.sinceAndUntil(since, until);
    }

    static FourDays of(AffiliationRecord record) {
        return days(record, record.speaksUntil() != null ? record.speaksUntil() : record.until());
    }

    /** On which days the tie itself holds, whether its member speaks or not. */
    static FourDays held(AffiliationRecord record) {
        return days(record, record.until());
    }

    private static FourDays days(AffiliationRecord record, String until) {
        if (record.kind().equals("PART_OF") && record.since() == null && until == null) {
            return ALWAYS;
        }
        var days = FourDays.ofSinceAndUntil(record.since(), until);
        if (Boolean.TRUE.equals(record.contested())) {
            return days;
        }
        for (var day : record.citations().stream().map(CitationRecord::date).filter(java.util.Objects::nonNull).toList()) {
            var attested = EdtfDate.parse(day).days();
            if (attested.s1() != FourDays.MINUS_INFINITY && attested.e2() != FourDays.PLUS_INFINITY) {
                days = days.attested(attested.e2(), attested.s1());
            }
        }
        return days;
    }
}
