package org.demarche.actor;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.demarche.history.RecordChecks;
import org.demarche.history.RecordKind;
import org.demarche.history.RevisionView;
import org.demarche.history.RootRecord;
import org.demarche.history.Roots;
import org.demarche.source.AnchorRecord;
import org.demarche.source.Citation;
import org.demarche.source.CitationChecks;
import org.demarche.source.Citing;
import org.demarche.source.Documents;
import org.demarche.time.DateBasis;
import org.demarche.time.EdtfDate;
import org.demarche.time.FourDays;
import org.demarche.web.RecordLimits;
import org.demarche.web.Violations;
import org.hibernate.Session;

/** The dated ties between actors. */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
public class Affiliations extends Roots<Affiliation, AffiliationRecord> implements Citing {
    @Inject
    Actors actors;
    @Inject
    Documents documents;
    @Inject
    Spoken spoken;

    /** The ids of all ties of an actor, as member or as what others belong to, in the order of their beginnings; at most so many. */
    public List<UUID> of(UUID actor, int most) {
        return find("(member = ?1 or whole = ?1) and retracted = false order by startFirst, id", actor).range(0, most - 1).list().stream().map(row -> row.id).toList();
    }

    /** All ties of actors to those that they came after. One query. */
    public List<Succession> successions() {
        return getEntityManager().createQuery("select member, whole from Affiliation where kind = 'SUCCESSOR' and retracted = false order by id", Object[].class)
                .getResultList().stream().map(row -> new Succession((UUID) row[0], (UUID) row[1])).toList();
    }

    /** The ties in which these members possibly speak for another on some day of the date. One query. */
    List<Affiliation> speaking(Collection<UUID> members, FourDays date) {
        // those of other dates are read too where further questions about the same members follow
        return remembered.isOn()
                ? remembered.answers("speaking ties of member", members, this::speakingWhenever).values().stream().flatMap(List::stream)
                        .filter(tie -> tie.startFirst <= date.e2() && tie.endLast >= date.s1()).toList()
                : members.isEmpty() ? List.of() : getEntityManager().unwrap(Session.class)
                        .createNativeQuery("select * from affiliation where member_id in (:members) and speaks and not retracted and start_first <= :last and end_last >= :first "
                                + "order by start_first, id", Affiliation.class)
                        .setParameter("members", members).setParameter("last", date.e2()).setParameter("first", date.s1()).getResultList();
    }

    private Map<UUID, List<Affiliation>> speakingWhenever(List<UUID> members) {
        return getEntityManager().unwrap(Session.class)
                .createNativeQuery("select * from affiliation where member_id in (:members) and speaks and not retracted order by start_first, id", Affiliation.class)
                .setParameter("members", members).getResultList().stream().collect(Collectors.groupingBy(tie -> tie.member));
    }

    /** The offices in these actors and their parts, whenever, whose holders speak for them, the latest first; at most so many. One query. */
    List<Affiliation> speakingFor(Collection<UUID> wholes, int most) {
        return find("whole in ?1 and kind in ?2 and speaks = true and retracted = false order by endLast desc, id", wholes,
                List.of(AffiliationKind.OCCUPANCY.name(), AffiliationKind.PART_OF.name())).range(0, most - 1).list();
    }

    /**
     * Who is a member or a part of an actor on some day of the date.
     *
     * @param sure whether it is on every day that the date may be
     */
    public record Member(UUID id, boolean sure) {
    }

    /** The members and parts of an actor on a date, each once; at most so many. One query. */
    public List<Member> members(UUID whole, FourDays date, int most) {
        var members = new LinkedHashMap<UUID, Member>();
        list("whole = ?1 and kind in ?2 and retracted = false and startFirst <= ?3 and endLast >= ?4 order by startFirst, id", whole,
                List.of(AffiliationKind.MEMBERSHIP.name(), AffiliationKind.PART_OF.name()), date.e2(), date.s1())
                .forEach(tie -> members.merge(tie.member, new Member(tie.member, tie.startLast <= date.s1() && tie.endFirst >= date.e2()),
                        (one, other) -> new Member(one.id, one.sure || other.sure)));
        return members.values().stream().limit(most).toList();
    }

    /** The ties of these ids that are not retracted. One query. */
    Map<UUID, Affiliation> rows(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of()
                : list("id in ?1 and retracted = false", ids).stream().collect(Collectors.toMap(tie -> tie.id, tie -> tie));
    }

    /** The roles of the ties of these ids, those of retracted ones too; one without a role is left out. One query. */
    public Map<UUID, String> roles(Collection<UUID> ids) {
        var roles = new HashMap<UUID, String>();
        if (!ids.isEmpty()) {
            list("id in ?1 and role is not null", ids).forEach(tie -> roles.put(tie.id, tie.role));
        }
        return roles;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.AFFILIATION;
    }

    @Override
    public Class<AffiliationRecord> type() {
        return AffiliationRecord.class;
    }

    @Override
    public void ahead(List<AffiliationRecord> records) {
        actors.named(records.stream().flatMap(tie -> Stream.of(tie.member(), tie.whole())).filter(Objects::nonNull).toList());
        documents.named(records.stream().flatMap(tie -> CitationChecks.documentsOf(tie.citations()).stream()).toList());
    }

    @Override
    public AffiliationRecord checked(AffiliationRecord given, Violations violations) {
        var checks = new RecordChecks(violations);
        var known = actors.named(java.util.Arrays.asList(given.member(), given.whole()));
        var member = checks.named("member", given.member(), known, "an actor");
        var whole = checks.named("in", given.whole(), known, "an actor");
        if (member != null && whole != null && member.id().equals(whole.id())) {
            checks.add("in", "An actor can't belong to itself");
        }
        var kind = checks.required("kind", checks.oneOf("kind", given.kind(), AffiliationKind.class, null), given.kind(), "Say what kind of tie it is");
        var since = end("since", given.since(), checks);
        var until = end("until", given.until(), checks);
        var speaksUntil = checks.date("speaksUntil", given.speaksUntil());
        var checked = new AffiliationRecord(given.id(), given.version(), member == null ? null : member.slug(), whole == null ? null : whole.slug(), kind,
                checks.line("role", given.role(), RecordLimits.NAME), checks.oneOf("level", given.level(), Level.class, null), since, until,
                given.speaks() == null ? "OCCUPANCY".equals(kind) || "PART_OF".equals(kind) : given.speaks(),
                speaksUntil == null ? null : speaksUntil.toString(), Boolean.TRUE.equals(given.contested()),
                checks.oneOf("basis", given.basis(), DateBasis.class, null),
                CitationChecks.citations("citations", given.citations(), documents.citable(CitationChecks.documentsOf(given.citations())), checks),
                checks.text("note", given.note(), RecordLimits.NOTE), checks.line("reason", given.reason(), RecordLimits.REASON));
        if (violations.isEmpty()) {
            checkOrder("until", since, until, checks);
            checkOrder("speaksUntil", since, checked.speaksUntil(), checks);
        }
        return checked;
    }

    @Override
    public void store(AffiliationRecord record) {
        var row = row(record, new Affiliation());
        var ends = actors.named(List.of(record.member(), record.whole()));
        row.member = ends.get(record.member()).id();
        row.whole = ends.get(record.whole()).id();
        row.kind = record.kind();
        row.role = record.role();
        row.level = record.level();
        row.since = record.since();
        row.until = record.until();
        var days = Tenure.of(record);
        row.startFirst = days.s1();
        row.startLast = days.s2();
        row.endFirst = days.e1();
        row.endLast = days.e2();
        row.speaks = record.speaks();
        row.speaksUntil = record.speaksUntil();
        row.contested = record.contested();
        row.basis = record.basis();
        row.note = record.note();
        row.citations.clear();
        record.citations().forEach(citation -> row.citations.add(new Citation(citation)));
        persist(row);
    }

    /** A tie that comes back, goes or is again what it was may change on whose behalf somebody spoke. */
    @Override
    public String askedBeforeUndoing(RevisionView undone, AffiliationRecord restored) {
        var before = findByIdOptional(undone.id()).map(SpeakingTie::of).orElse(null);
        if (restored == null) {
            return spoken.mayChange(before, null) ? undone.retraction() : null;
        }
        return spoken.mayChange(before, tie(restored)) ? "/history/affiliations/changes/" + undone.number() + "/undo" : null;
    }

    @Override
    public List<String> uses(UUID id) {
        return uses(id, Map.of("%d statements were resolved by it",
                "select count(*) from item where not retracted and id in (select statement_id from speaker where affiliation_id = :id "
                        + "union select statement_id from speaker join speaker_behalf part on part.speaker_id = speaker.id "
                        + "join speaker_behalf whole on whole.speaker_id = speaker.id and whole.position = part.position + 1 "
                        + "join affiliation on affiliation.id = :id and affiliation.member_id = part.actor_id and affiliation.whole_id = whole.actor_id "
                        + "where speaker.actor_id is not null and not speaker.overridden and not exists (select 1 from affiliation other where other.id <> :id and other.member_id = part.actor_id "
                        + "and other.whole_id = whole.actor_id and other.kind = affiliation.kind and other.speaks and not other.retracted))"));
    }

    @Override
    public List<UUID> citing(UUID document, int most) {
        return getEntityManager().createQuery("select distinct tie.id from Affiliation tie join tie.citations c where c.document = :document and tie.retracted = false order by tie.id", UUID.class)
                .setParameter("document", document).setMaxResults(most).getResultList();
    }

    @Override
    public AffiliationRecord reanchored(RootRecord record, UUID document, UnaryOperator<AnchorRecord> anchor, String reason) {
        var tie = (AffiliationRecord) record;
        return new AffiliationRecord(tie.id(), tie.version(), tie.member(), tie.whole(), tie.kind(), tie.role(), tie.level(), tie.since(), tie.until(), tie.speaks(), tie.speaksUntil(),
                tie.contested(), tie.basis(), tie.citations().stream().map(citation -> citation.reanchored(document, anchor)).toList(), tie.note(), reason);
    }

    private SpeakingTie tie(AffiliationRecord record) {
        var ends = actors.named(List.of(record.member(), record.whole()));
        var days = Tenure.of(record);
        return !record.speaks() || ends.size() < 2 ? null : new SpeakingTie(record.id(), ends.get(record.member()).id(), ends.get(record.whole()).id(), record.kind(), record.role(),
                days.s1(), days.e2());
    }

    /** An end of a tie: EDTF, {@code ..} where open, null where unknown. */
    private static String end(String field, String given, RecordChecks checks) {
        if (given == null || given.isBlank()) {
            return null;
        }
        if (given.strip().equals("..")) {
            return "..";
        }
        EdtfDate date = checks.date(field, given);
        if (date != null && date.isInterval()) {
            checks.add(field, "Write one date here; the other end has a field of its own");
            return null;
        }
        return date == null ? null : date.toString();
    }

    private static void checkOrder(String field, String since, String until, RecordChecks checks) {
        try {
            FourDays.ofSinceAndUntil(since, until);
        } catch (IllegalArgumentException wrong) {
            checks.add(field, wrong.getMessage());
        }
    }
}
