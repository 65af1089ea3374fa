package org.demarche.actor;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.demarche.history.RecordKind;
import org.demarche.history.Revisions;
import org.demarche.item.ActorRef;
import org.demarche.source.CitationChecks;
import org.demarche.source.CitedDocument;
import org.demarche.source.Documents;
import org.demarche.time.DateBasis;
import org.demarche.time.DateWords;
import org.demarche.time.EdtfDate;

/** Looks up what the page of an actor tells: a fixed number of queries, however many ties it has. */
@ApplicationScoped
class ActorViews {
    /** A state has more office-holders than a page shows. */
    private static final int TIES = 200;

    @Inject
    Actors actors;
    @Inject
    Affiliations affiliations;
    @Inject
    Revisions revisions;
    @Inject
    Documents documents;

    ActorView of(ActorRecord record) {
        var ids = affiliations.of(record.id(), TIES);
        var present = revisions.present(RecordKind.AFFILIATION, ids);
        var ties = ids.stream().filter(present::containsKey).map(id -> (AffiliationRecord) present.get(id).record()).toList();
        var slugs = new ArrayList<String>();
        ties.forEach(tie -> slugs.addAll(List.of(tie.member(), tie.whole())));
        var named = actors.named(slugs);
        var cited = documents.named(ties.stream().flatMap(tie -> CitationChecks.documentsOf(tie.citations()).stream()).toList());
        var belongsTo = new ArrayList<ActorView.Tie>();
        var others = new ArrayList<ActorView.Tie>();
        var axis = TenureAxis.of(ties.stream().map(Tenure::held), LocalDate.now(ZoneOffset.UTC).toEpochDay());
        for (var tie : ties) {
            var member = named.get(tie.member());
            boolean own = member != null && member.id().equals(record.id());
            (own ? belongsTo : others).add(tie(tie, own, axis, named, cited));
        }
        return new ActorView(record, ActorType.valueOf(record.type()).label(), existed(record), names(record), codes(record), belongsTo, others, axis, ids.size() < TIES);
    }

    private static ActorView.Tie tie(AffiliationRecord tie, boolean own, TenureAxis axis, Map<String, ActorRef> named, Map<UUID, Documents.DocumentName> cited) {
        var kind = AffiliationKind.valueOf(tie.kind());
        var what = tie.role() == null || kind != AffiliationKind.OCCUPANCY ? (own ? kind.label() : kind.inverse()) + (tie.role() == null ? "" : ", " + tie.role()) : tie.role();
        return new ActorView.Tie(tie.id(), named.get(own ? tie.whole() : tie.member()), what, tie.level() == null ? null : Level.valueOf(tie.level()).label(),
                Tenure.words(tie.kind(), tie.since(), tie.until()), axis == null ? null : axis.bar(tie), tie.basis() == null ? null : DateWords.basis(DateBasis.valueOf(tie.basis())),
                speaks(tie, kind), Boolean.TRUE.equals(tie.contested()), tie.note(), CitedDocument.of(tie.citations(), cited));
    }

    private static String speaks(AffiliationRecord tie, AffiliationKind kind) {
        if (tie.speaksUntil() != null) {
            return "spoke for it until " + DateWords.words(EdtfDate.parse(tie.speaksUntil()));
        }
        boolean expected = kind == AffiliationKind.OCCUPANCY || kind == AffiliationKind.PART_OF;
        boolean speaks = Boolean.TRUE.equals(tie.speaks());
        return speaks == expected ? null : speaks ? "speaks for it" : "does not speak for it";
    }

    private static String existed(ActorRecord record) {
        return record.existedSince() == null && record.existedUntil() == null ? null : DateWords.sinceAndUntil(record.existedSince(), record.existedUntil());
    }

    private static List<ActorView.Name> names(ActorRecord record) {
        return record.names().stream().map(name -> new ActorView.Name(name.text(), name.language(),
                name.language() == null ? null : Locale.forLanguageTag(name.language()).getDisplayName(Locale.ENGLISH), NameKind.valueOf(name.kind()).label())).toList();
    }

    private static List<ActorView.Code> codes(ActorRecord record) {
        var codes = new ArrayList<ActorView.Code>();
        code("ISO 3166", record.iso(), codes);
        code("CAMEO", record.cameo(), codes);
        code("PLOVER sector", record.sector(), codes);
        for (var id : record.externalIds()) {
            boolean wikidata = id.scheme().equals("wikidata") && id.id().matches("Q[1-9]\\d*");
            codes.add(new ActorView.Code(wikidata ? "Wikidata" : id.scheme(), id.id(), wikidata ? "https://www.wikidata.org/wiki/" + id.id() : null));
        }
        return codes;
    }

    private static void code(String scheme, String code, List<ActorView.Code> codes) {
        if (code != null) {
            codes.add(new ActorView.Code(scheme, code, null));
        }
    }
}
