package org.demarche.source;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.demarche.history.AsRecorded;
import org.demarche.history.Change;
import org.demarche.history.RecordChecks;
import org.demarche.history.RecordKind;
import org.demarche.history.Revisions;
import org.demarche.history.Roots;
import org.demarche.text.Texts;
import org.demarche.time.DateWords;
import org.demarche.time.EdtfDate;
import org.demarche.time.FourDays;
import org.demarche.web.RecordLimits;
import org.demarche.web.Violations;

/** Documents: the texts in which facts stand. */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
public class Documents extends Roots<Document, DocumentRecord> {
    private static final String NAMED = "select d.id, s.id, s.slug, s.name, s.reliability, d.agency, d.title, d.url, d.published, d.language, d.text is not null, d.retrieved "
            + "from Document d join Source s on s.id = d.source where d.retracted = false";

    @Inject
    Sources sources;
    @Inject
    Revisions revisions;
    @Inject
    Reanchoring reanchoring;
    @Inject
    AsRecorded asRecorded;

    /**
     * A document as rows and forms name it.
     *
     * @param published EDTF, null where unknown
     * @param held whether its text is held
     * @param retrieved EDTF, null where unknown
     */
    public record DocumentName(UUID id, Sources.SourceName source, String agency, String title, String url, String published, String language, boolean held, String retrieved) {
        /** The title or, where it has none, what tells it apart. */
        public String heading() {
            return title != null ? title : "Untitled document of " + source.name();
        }

        /** '1 February 2023'; null where unknown. */
        public String publishedWords() {
            return published == null ? null : DateWords.words(EdtfDate.parse(published));
        }

        DocumentName of(Sources.SourceName publisher) {
            return new DocumentName(id, publisher, agency, title, url, published, language, held, retrieved);
        }

        /** The days of its publication; all days where unknown. */
        public FourDays days() {
            return published == null ? FourDays.within(FourDays.MINUS_INFINITY, FourDays.PLUS_INFINITY) : EdtfDate.parse(published).days();
        }
    }

    /** The documents of these ids that are not retracted. One query. */
    public Map<UUID, DocumentName> named(Collection<UUID> ids) {
        return remembered.answers("document of id", ids, this::ofIds);
    }

    /**
     * The same as they were once the revision of this number was kept, under the present names of their publishers but with the ratings of then. Where one
     * of them changed since, a few queries more.
     */
    public Map<UUID, DocumentName> named(Collection<UUID> ids, long number) {
        var asked = ids.stream().filter(Objects::nonNull).distinct().toList();
        var changed = revisions.changedSince(number, asked);
        var named = named(asked.stream().filter(id -> !changed.contains(id)).toList());
        var before = revisions.at(number, kind(), changed);
        var publishers = sources.ever(before.values().stream().map(revision -> ((DocumentRecord) revision.record()).source()).toList());
        before.forEach((id, revision) -> named.put(id, name((DocumentRecord) revision.record(), publishers)));
        if (number != Revisions.NOW) {
            var rated = sources.ratedOtherwise(named.values().stream().map(document -> document.source().id()).distinct().toList(), number);
            named.replaceAll((id, document) -> rated.containsKey(document.source().id()) ? document.of(rated.get(document.source().id())) : document);
        }
        return named;
    }

    /** Lets checks take a document to be there that will be made before what they check: see {@link org.demarche.history.Change#checkAll}. */
    public void presume(DocumentRecord document, Sources.SourceName publisher) {
        remembered.note("document of id", document.id(), name(document, Map.of(publisher.slug(), publisher)));
    }

    public Optional<DocumentName> named(UUID id) {
        return Optional.ofNullable(named(List.of(id)).get(id));
    }

    /** The same for checking what cites them. */
    public CitableDocuments citable(Collection<UUID> ids) {
        return new CitableDocuments(this, ids, asRecorded.isOn());
    }

    /** In its normal form; null where it is not held, or there is no such document. */
    public String text(UUID id) {
        var texts = getEntityManager().createQuery("select text from Document where id = :id and retracted = false", String.class).setParameter("id", id).getResultList();
        return texts.isEmpty() ? null : texts.get(0);
    }

    /** The same of a document that may be null; without asking where it is known not to be held. */
    public String text(DocumentName document) {
        return document == null || !document.held() ? null : text(document.id());
    }

    /** The document of this address. */
    public Optional<DocumentName> at(String url) {
        return find("url = ?1 and retracted = false order by id", url).firstResultOptional().flatMap(document -> named(document.id));
    }

    /** The documents of these addresses. One query. */
    public Map<String, List<DocumentName>> atAny(Collection<String> urls) {
        return urls.isEmpty() ? Map.of() : getEntityManager().createQuery(NAMED + " and d.url in :urls order by d.id", Object[].class).setParameter("urls", urls).getResultList().stream()
                .map(Documents::name).collect(Collectors.groupingBy(DocumentName::url));
    }

    /** The newest documents, for choosing one: a page of them, of one publisher where its id is not null. */
    public List<DocumentName> newest(UUID source, int from, int most) {
        return getEntityManager().createQuery(NAMED + " and (:source is null or d.source = :source) order by d.id desc", Object[].class)
                .setParameter("source", source).setFirstResult(from).setMaxResults(most).getResultList().stream().map(Documents::name).toList();
    }

    /** The newest documents with an address at this host: they tell who publishes there, and how. */
    public List<DocumentName> ofHost(String host, int most) {
        var literal = host.toLowerCase(java.util.Locale.ROOT).replace("!", "!!").replace("%", "!%").replace("_", "!_");
        return getEntityManager().createQuery(NAMED + " and (lower(d.url) like :secure escape '!' or lower(d.url) like :plain escape '!') order by d.id desc", Object[].class)
                .setParameter("secure", "https://" + literal + "/%").setParameter("plain", "http://" + literal + "/%").setMaxResults(most).getResultList().stream()
                .map(Documents::name).toList();
    }

    @Override
    public RecordKind kind() {
        return RecordKind.DOCUMENT;
    }

    @Override
    public Class<DocumentRecord> type() {
        return DocumentRecord.class;
    }

    @Override
    public DocumentRecord checked(DocumentRecord given, Violations violations) {
        var checks = new RecordChecks(violations);
        var source = given.source() == null || given.source().isBlank() ? null : sources.named(given.source()).orElse(null);
        if (source == null) {
            violations.add("source", given.source() == null || given.source().isBlank() ? "Name its publisher"
                    : "There is no source ‘" + Texts.cut(given.source(), 60).replace("\u0000", "") + "’");
        }
        var published = checks.date("published", given.published());
        var retrieved = checks.date("retrieved", given.retrieved());
        var text = CitationChecks.raw("text", given.text() == null || given.text().isBlank() ? null : given.text(), RecordLimits.DOCUMENT_TEXT, checks);
        var hash = checks.hash("sha256", given.sha256());
        return new DocumentRecord(given.id(), given.version(), source == null ? null : source.slug(),
                checks.line("agency", given.agency(), RecordLimits.NAME), checks.line("title", given.title(), RecordLimits.TITLE),
                checks.address("url", given.url()), checks.address("archivedUrl", given.archivedUrl()),
                published == null ? null : published.toString(), retrieved == null ? null : retrieved.toString(),
                checks.language("language", given.language()), text != null ? Texts.sha256(text) : hash, text, checks.line("reason", given.reason(), RecordLimits.REASON));
    }

    @Override
    public void store(DocumentRecord record) {
        var document = row(record, new Document());
        document.source = sources.named(record.source()).orElseThrow().id();
        document.agency = record.agency();
        document.title = record.title();
        document.url = record.url();
        document.archivedUrl = record.archivedUrl();
        document.published = record.published();
        var days = record.published() == null ? null : EdtfDate.parse(record.published()).days();
        document.publishedFirst = days == null || days.s1() == FourDays.MINUS_INFINITY ? null : (Long) days.s1();
        document.publishedLast = days == null || days.e2() == FourDays.PLUS_INFINITY ? null : (Long) days.e2();
        document.retrieved = record.retrieved();
        document.language = record.language();
        document.sha256 = record.sha256();
        document.text = record.text();
        persist(document);
    }

    @Override
    public void follow(DocumentRecord kept, Change change) {
        if (kept.version() > 1) {
            revisions.present(kind(), kept.id()).filter(before -> !before.isRetraction()).ifPresent(before -> reanchoring.follow((DocumentRecord) before.record(), kept, change));
        }
    }

    @Override
    public List<String> uses(UUID id) {
        return uses(id, Map.of(
                "%d statements are reported by it",
                "select count(*) from rendering join citation on citation.id = citation_id join item on item.id = statement_id where document_id = :id and not retracted",
                "%d events are attested by it",
                "select count(*) from event_citation join citation on citation.id = citation_id join item on item.id = event_id where document_id = :id and not retracted",
                "%d affiliations are attested by it",
                "select count(*) from affiliation_citation join citation on citation.id = citation_id join affiliation on affiliation.id = affiliation_id "
                        + "where document_id = :id and not retracted"));
    }

    @Override
    public Set<UUID> used(Collection<UUID> ids) {
        return used(ids, List.of(
                "select distinct document_id as used from rendering join citation on citation.id = citation_id join item on item.id = statement_id where document_id in (:ids) and not retracted",
                "select distinct document_id as used from event_citation join citation on citation.id = citation_id join item on item.id = event_id where document_id in (:ids) and not retracted",
                "select distinct document_id as used from affiliation_citation join citation on citation.id = citation_id join affiliation on affiliation.id = affiliation_id "
                        + "where document_id in (:ids) and not retracted"));
    }

    private Map<UUID, DocumentName> ofIds(List<UUID> ids) {
        var named = new HashMap<UUID, DocumentName>();
        getEntityManager().createQuery(NAMED + " and d.id in :ids", Object[].class).setParameter("ids", ids).getResultList()
                .forEach(row -> named.put((UUID) row[0], name(row)));
        return named;
    }

    private static DocumentName name(DocumentRecord record, Map<String, Sources.SourceName> publishers) {
        return new DocumentName(record.id(), publishers.get(record.source()), record.agency(), record.title(), record.url(), record.published(), record.language(), record.text() != null,
                record.retrieved());
    }

    private static DocumentName name(Object[] row) {
        return new DocumentName((UUID) row[0], new Sources.SourceName((UUID) row[1], (String) row[2], (String) row[3], (String) row[4]),
                (String) row[5], (String) row[6], (String) row[7], (String) row[8], (String) row[9], (Boolean) row[10], (String) row[11]);
    }
}
