package org.demarche.exchange.in.sheet;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.demarche.actor.ActorRecord;
import org.demarche.coding.Cameo;
import org.demarche.coding.CodingRecord;
import org.demarche.coding.Codings;
import org.demarche.coding.Plover;
import org.demarche.event.EventRecord;
import org.demarche.event.LinkKind;
import org.demarche.event.LinkRecord;
import org.demarche.exchange.in.DerivedIds;
import org.demarche.exchange.in.ImportProblem;
import org.demarche.exchange.in.Proposal;
import org.demarche.history.RecordKind;
import org.demarche.source.AnchorRecord;
import org.demarche.source.CitationRecord;
import org.demarche.source.DocumentRecord;
import org.demarche.source.SourceRecord;
import org.demarche.statement.StatementRecord;
import org.demarche.text.Quotations;
import org.demarche.timeline.Column;

/** A row in the columns of the timeline CSV as a proposal: a new record, or the present one changed where the row says otherwise. */
final class TimelineRow {
    private static final Pattern PATH = Pattern.compile("(statements|events)/([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})$");
    private static final Column[] SPEAKERS = {Column.SPEAKERS, Column.SPEAKER_ROLES, Column.ON_BEHALF_OF};
    private static final Column[] DOCUMENT = {Column.SOURCE, Column.AGENCY, Column.SOURCE_TITLE, Column.SOURCE_URL, Column.SOURCE_DATE};
    private static final Column[] PASSAGE = {Column.WORDS, Column.QUOTE, Column.ANCHOR_START, Column.ANCHOR_END};
    private static final Column[] PRINTED = {Column.MODE, Column.LANGUAGE, Column.ORIGINAL_LANGUAGE, Column.REPORTED_VIA, Column.CREDIBILITY};
    private static final Column[] PLACE = {Column.PLACE, Column.COUNTRY, Column.LATITUDE, Column.LONGITUDE};
    private static final Column[] PLOVER = {Column.PLOVER_TYPE, Column.PLOVER_MODE, Column.PLOVER_CONTEXTS};
    private static final Column[] CAMEO = {Column.CAMEO, Column.GOLDSTEIN};
    private static final Pattern STANCE = Pattern.compile("(?s)(?:(.+?)>)?(.+)=([-−+]?[0-9]{1,3})");

    private final TimelineCells cells;
    private final Map<UUID, DocumentRecord> documents = new LinkedHashMap<>();

    private TimelineRow(TimelineCells cells) {
        this.cells = cells;
    }

    /**
     * The proposal of a row.
     *
     * @param raw the cells as they stand in the file, by {@code header}
     * @param given the same by column, in normal form and without the guard against formulas
     * @param called what the file calls a column
     */
    static Proposal proposal(long row, List<String> header, List<String> raw, Map<Column, String> given, Function<Column, String> called) {
        var cells = TimelineCells.of(given);
        var problems = new ArrayList<>(cells.problems(row, called));
        var kind = kind(cells);
        if (kind == null) {
            problems.add(new ImportProblem(row, called.apply(Column.KIND), cells.text(Column.KIND), "It is ‘statement’ or ‘event’"));
        }
        if (!problems.isEmpty()) {
            return Proposal.refused(row, header, raw, problems);
        }
        var path = PATH.matcher(cells.text(Column.URL).strip());
        var id = cells.id(Column.ID) != null ? cells.id(Column.ID) : path.find() ? UUID.fromString(path.group(2)) : null;
        boolean derived = id == null;
        if (derived) {
            id = DerivedIds.id("row\0" + String.join("\0", header) + "\0" + String.join("\0", raw), 0);
        }
        var documents = document(cells).map(List::of).orElse(List.of());
        var own = id;
        Proposal.Over over = (present, shown) -> kind == RecordKind.EVENT ? new TimelineRow(cells.over(shown)).event(own, (EventRecord) present)
                : new TimelineRow(cells.over(shown)).statement(own, (StatementRecord) present);
        return new Proposal(row, header, raw, kind, id, derived, derived ? null : instant(cells.text(Column.RECORDED_AT)), over, documents, hints(cells), publishers(cells), List.of(),
                field -> called.apply(column(field, kind)));
    }

    private static RecordKind kind(TimelineCells cells) {
        var said = cells.text(Column.KIND).strip().toLowerCase(Locale.ROOT);
        return switch (said) {
            case "statement" -> RecordKind.STATEMENT;
            case "event" -> RecordKind.EVENT;
            case "" -> cells.value(Column.SPEAKERS) == null && (cells.value(Column.PARTICIPANTS) != null || cells.value(Column.EVENT_KIND) != null) ? RecordKind.EVENT : RecordKind.STATEMENT;
            default -> null;
        };
    }

    private StatementRecord statement(UUID id, StatementRecord present) {
        boolean isNew = present == null;
        var speakers = isNew || cells.changes(SPEAKERS) ? speakers(present) : present.speakers();
        return new StatementRecord(id, isNew ? null : present.version(), of(Column.DATE, isNew ? null : present.date()), of(Column.DATE_BASIS, isNew ? null : present.dateBasis()),
                of(Column.TIME, isNew ? null : present.time()), summary(present), isNew || cells.changes(Column.AT_EVENT) ? cells.id(Column.AT_EVENT) : present.event(),
                of(Column.INSTRUMENT, isNew ? null : present.instrument()), isNew || cells.changes(Column.TOPICS) ? cells.list(Column.TOPICS) : present.topics(), speakers,
                isNew || cells.changes(Column.ADDRESSEES) ? cells.list(Column.ADDRESSEES) : present.addressees(),
                isNew || cells.changes(Column.TARGETS) ? cells.list(Column.TARGETS) : present.targets(), isNew || cells.changes(Column.STANCE) ? stances() : present.stances(),
                renderings(present), codings(isNew ? List.of() : present.codings(), isNew), links(isNew ? List.of() : present.links(), isNew), isNew ? null : present.reason());
    }

    private EventRecord event(UUID id, EventRecord present) {
        boolean isNew = present == null;
        return new EventRecord(id, isNew ? null : present.version(), of(Column.EVENT_KIND, isNew ? null : present.kind()), of(Column.TITLE, isNew ? null : present.title()),
                of(Column.DATE, isNew ? null : present.date()), of(Column.DATE_BASIS, isNew ? null : present.dateBasis()), of(Column.TIME, isNew ? null : present.time()),
                of(Column.STATUS, isNew ? null : present.status()), isNew || cells.changes(PLACE) ? place() : present.place(),
                isNew || cells.changes(Column.PARENT) ? cells.id(Column.PARENT) : present.parent(),
                isNew || cells.changes(Column.PARTICIPANTS) ? participants() : present.participants(), citations(present),
                codings(isNew ? List.of() : present.codings(), isNew), links(isNew ? List.of() : present.links(), isNew),
                isNew || cells.changes(Column.TOPICS) ? cells.list(Column.TOPICS) : present.topics(), isNew ? null : present.reason());
    }

    private String of(Column column, String present) {
        return cells.changes(column) || present == null ? cells.value(column) : present;
    }

    /** A title that a sheet gives a statement is its summary where it has no other; in our own export it follows from the rest. */
    private String summary(StatementRecord present) {
        if (present != null) {
            return of(Column.SUMMARY, present.summary());
        }
        return cells.has(Column.SUMMARY) || cells.has(Column.WORDS) ? cells.value(Column.SUMMARY) : cells.value(Column.TITLE);
    }

    private List<StatementRecord.Speaker> speakers(StatementRecord present) {
        var names = cells.places(Column.SPEAKERS);
        var roles = cells.places(Column.SPEAKER_ROLES);
        var chains = cells.places(Column.ON_BEHALF_OF);
        var speakers = new ArrayList<StatementRecord.Speaker>();
        for (int place = 0; place < names.size(); place++) {
            var name = names.get(place);
            boolean described = name.startsWith("(") && name.endsWith(")") && name.length() > 2;
            var actor = described || name.isEmpty() ? null : name;
            var chain = place < chains.size() && !chains.get(place).isEmpty() ? List.of(chains.get(place).split(" ?> ?")) : null;
            var before = present == null ? null : present.speakers().stream().filter(speaker -> Objects.equals(speaker.actor(), actor) && Objects.equals(speaker.behalf(), chain)).findFirst().orElse(null);
            speakers.add(new StatementRecord.Speaker(actor, described ? name.substring(1, name.length() - 1) : null, place < roles.size() && !roles.get(place).isEmpty() ? roles.get(place) : null,
                    chain, before == null ? null : before.affiliation(), before == null ? null : before.override()));
        }
        return speakers;
    }

    private List<StatementRecord.Stance> stances() {
        var stances = new ArrayList<StatementRecord.Stance>();
        for (var one : cells.list(Column.STANCE)) {
            Matcher parts = STANCE.matcher(one);
            if (parts.matches()) {
                stances.add(new StatementRecord.Stance(parts.group(1), parts.group(2).strip(), Integer.valueOf(parts.group(3).replace('−', '-'))));
            }
        }
        return stances;
    }

    private List<StatementRecord.Rendering> renderings(StatementRecord present) {
        var before = present == null ? null : present.preferred();
        boolean isNew = before == null;
        if (!isNew && !cells.changes(DOCUMENT) && !cells.changes(PASSAGE) && !cells.changes(PRINTED)) {
            return present.renderings();
        }
        var document = isNew || cells.changes(DOCUMENT) ? document(cells).map(DocumentRecord::id).orElse(null) : before.document();
        var others = isNew ? List.<StatementRecord.Rendering>of() : present.renderings().stream().filter(rendering -> rendering != before).toList();
        var renderings = new ArrayList<StatementRecord.Rendering>();
        if (document != null) {
            renderings.add(new StatementRecord.Rendering(document, isNew ? Boolean.TRUE : before.preferred(), of(Column.MODE, isNew ? null : before.mode()), of(Column.WORDS, isNew ? null : before.words()),
                    of(Column.LANGUAGE, isNew ? null : before.language()), of(Column.ORIGINAL_LANGUAGE, isNew ? null : before.originalLanguage()),
                    of(Column.REPORTED_VIA, isNew ? null : before.via()), isNew || cells.changes(Column.CREDIBILITY) ? cells.whole(Column.CREDIBILITY) : before.credibility(),
                    isNew || cells.changes(PASSAGE) ? anchors() : before.anchors()));
        }
        int place = isNew ? 0 : present.renderings().indexOf(before);
        renderings.addAll(0, others.subList(0, Math.min(place, others.size())));
        renderings.addAll(others.subList(Math.min(place, others.size()), others.size()));
        return renderings;
    }

    private List<AnchorRecord> anchors() {
        var words = cells.value(Column.WORDS);
        var start = cells.whole(Column.ANCHOR_START);
        var end = cells.whole(Column.ANCHOR_END);
        var quote = cells.value(Column.QUOTE);
        var anchors = new ArrayList<AnchorRecord>();
        if (start != null || end != null || words != null) {
            anchors.add(new AnchorRecord("WHOLE", start, end, words, null, null, null, null));
        }
        var found = String.join(" … ", Quotations.find(words).stream().map(Quotations.Passage::text).toList());
        if (quote != null && !quote.equals(found)) {
            for (var passage : quote.split(" … ")) {
                anchors.add(new AnchorRecord("QUOTE", null, null, passage, null, null, null, null));
            }
        }
        return anchors;
    }

    private List<CitationRecord> citations(EventRecord present) {
        boolean isNew = present == null || present.citations().isEmpty();
        var before = isNew ? null : present.citations().get(0);
        if (present != null && !cells.changes(DOCUMENT) && !cells.changes(Column.ANCHOR_START, Column.ANCHOR_END)) {
            return present.citations();
        }
        var document = isNew || cells.changes(DOCUMENT) ? document(cells).map(DocumentRecord::id).orElse(null) : before.document();
        var citations = new ArrayList<CitationRecord>();
        if (document != null) {
            var anchors = isNew || cells.changes(Column.ANCHOR_START, Column.ANCHOR_END) ? placed() : before.anchors();
            citations.add(new CitationRecord(document, isNew ? null : before.date(), anchors));
        }
        if (!isNew) {
            citations.addAll(present.citations().subList(1, present.citations().size()));
        }
        return citations;
    }

    private List<AnchorRecord> placed() {
        var start = cells.whole(Column.ANCHOR_START);
        var end = cells.whole(Column.ANCHOR_END);
        return start == null && end == null ? List.of() : List.of(new AnchorRecord("WHOLE", start, end, null, null, null, null, null));
    }

    private EventRecord.Place place() {
        var name = cells.value(Column.PLACE);
        var countries = cells.list(Column.COUNTRY);
        var latitude = cells.number(Column.LATITUDE);
        var longitude = cells.number(Column.LONGITUDE);
        return name == null && countries.isEmpty() && latitude == null && longitude == null ? null : new EventRecord.Place(name, countries, latitude, longitude);
    }

    private List<EventRecord.Participant> participants() {
        var roles = new LinkedHashMap<String, List<String>>();
        for (var one : cells.list(Column.PARTICIPANTS)) {
            int sign = one.lastIndexOf('=');
            var has = roles.computeIfAbsent(one.substring(0, sign).strip(), any -> new ArrayList<>());
            for (var role : one.substring(sign + 1).split(", ?")) {
                has.add(role);
            }
        }
        return roles.entrySet().stream().map(entry -> new EventRecord.Participant(entry.getKey(), entry.getValue().stream().distinct().toList())).toList();
    }

    private List<CodingRecord> codings(List<CodingRecord> present, boolean isNew) {
        var codings = new ArrayList<>(present);
        if (isNew || cells.changes(PLOVER)) {
            var type = cells.value(Column.PLOVER_TYPE);
            var mode = cells.value(Column.PLOVER_MODE);
            var contexts = cells.list(Column.PLOVER_CONTEXTS);
            var before = Codings.find(present, Plover.SCHEME).orElse(null);
            replace(codings, Plover.SCHEME, type == null && mode == null && contexts.isEmpty() ? null
                    : new CodingRecord(Plover.SCHEME, type, mode, contexts, before == null ? null : before.score(), before == null ? null : before.quad()));
        }
        if (isNew || cells.changes(CAMEO)) {
            var code = cells.value(Column.CAMEO);
            var before = Codings.find(present, Cameo.SCHEME).orElse(null);
            replace(codings, Cameo.SCHEME, code == null ? null : new CodingRecord(Cameo.SCHEME, code, before == null ? null : before.mode(), before == null ? List.of() : before.contexts(),
                    cells.number(Column.GOLDSTEIN), before == null ? null : before.quad()));
        }
        return codings;
    }

    private static void replace(List<CodingRecord> codings, String scheme, CodingRecord with) {
        int place = 0;
        while (place < codings.size() && !scheme.equals(codings.get(place).scheme())) {
            place++;
        }
        if (place < codings.size()) {
            codings.remove(place);
        }
        if (with != null) {
            codings.add(place, with);
        }
    }

    private List<LinkRecord> links(List<LinkRecord> present, boolean isNew) {
        if (!isNew && !cells.changes(Column.RESPONDS_TO)) {
            return present;
        }
        var ids = new HashSet<UUID>();
        var links = new ArrayList<LinkRecord>();
        for (var text : cells.list(Column.RESPONDS_TO)) {
            var id = UUID.fromString(text);
            if (ids.add(id)) {
                links.add(present.stream().filter(link -> isResponse(link) && link.to().equals(id)).findFirst().orElseGet(() -> new LinkRecord(LinkKind.RESPONDS_TO.name(), id, null, List.of())));
            }
        }
        present.stream().filter(link -> !isResponse(link)).forEach(links::add);
        return links;
    }

    private static boolean isResponse(LinkRecord link) {
        return LinkKind.RESPONDS_TO.name().equals(link.kind());
    }

    /** The document that the row names by what tells it apart. */
    private static java.util.Optional<DocumentRecord> document(TimelineCells cells) {
        var parts = new ArrayList<String>();
        for (var column : DOCUMENT) {
            parts.add(Objects.requireNonNullElse(cells.value(column), ""));
        }
        if (parts.stream().allMatch(String::isEmpty)) {
            return java.util.Optional.empty();
        }
        var id = DerivedIds.id("document\0" + String.join("\0", parts), day(cells.text(Column.SOURCE_DATE)));
        return java.util.Optional.of(new DocumentRecord(id, null, cells.value(Column.SOURCE), cells.value(Column.AGENCY), cells.value(Column.SOURCE_TITLE), cells.value(Column.SOURCE_URL), null,
                cells.value(Column.SOURCE_DATE), null, cells.value(Column.LANGUAGE), null, null, null));
    }

    private static long day(String date) {
        try {
            return java.time.LocalDate.parse(date.strip()).toEpochDay();
        } catch (DateTimeParseException inexact) {
            return 0;
        }
    }

    /** Who speaks for another than themselves through nobody of their own name is a person. */
    private static Map<String, ActorRecord> hints(TimelineCells cells) {
        var hints = new HashMap<String, ActorRecord>();
        var chains = cells.places(Column.ON_BEHALF_OF);
        var roles = cells.places(Column.SPEAKER_ROLES);
        var names = cells.places(Column.SPEAKERS);
        for (int place = 0; place < names.size(); place++) {
            var name = names.get(place);
            boolean forAnother = place < chains.size() && !chains.get(place).isEmpty() && !chains.get(place).split(" ?> ?")[0].equals(name);
            boolean hasRole = place < roles.size() && !roles.get(place).isEmpty();
            if ((forAnother || hasRole) && !name.isEmpty() && !name.startsWith("(")) {
                hints.put(name, new ActorRecord(null, null, null, "PERSON", null, null, null, null, null, null, null, null, null, null));
            }
        }
        return hints;
    }

    private static Map<String, SourceRecord> publishers(TimelineCells cells) {
        var name = cells.value(Column.SOURCE);
        var rated = cells.value(Column.RELIABILITY);
        return name == null || rated == null || !rated.matches("[A-F]") ? Map.of() : Map.of(name, new SourceRecord(null, null, null, name, rated, null));
    }

    private static Instant instant(String text) {
        try {
            return text.isBlank() ? null : Instant.parse(text.strip());
        } catch (DateTimeParseException unread) {
            return null;
        }
    }

    /** Which column a field of the record comes from. */
    private static Column column(String field, RecordKind kind) {
        var first = field.replaceFirst("[.\\[].*", "");
        var last = field.replaceFirst(".*[.\\]]", "");
        return switch (first) {
            case "id" -> Column.ID;
            case "date" -> Column.DATE;
            case "dateBasis" -> Column.DATE_BASIS;
            case "time" -> Column.TIME;
            case "title" -> Column.TITLE;
            case "kind" -> Column.EVENT_KIND;
            case "status" -> Column.STATUS;
            case "summary" -> Column.SUMMARY;
            case "event" -> Column.AT_EVENT;
            case "parent" -> Column.PARENT;
            case "instrument" -> Column.INSTRUMENT;
            case "topics" -> Column.TOPICS;
            case "addressees" -> Column.ADDRESSEES;
            case "targets" -> Column.TARGETS;
            case "participants" -> Column.PARTICIPANTS;
            case "stances" -> Column.STANCE;
            case "links" -> Column.RESPONDS_TO;
            case "speakers" -> field.contains(".behalf") ? Column.ON_BEHALF_OF : last.equals("as") ? Column.SPEAKER_ROLES : Column.SPEAKERS;
            case "place" -> field.contains("countries") ? Column.COUNTRY : last.equals("latitude") ? Column.LATITUDE : last.equals("longitude") ? Column.LONGITUDE : Column.PLACE;
            case "codings" -> last.equals("score") ? Column.GOLDSTEIN : Column.PLOVER_TYPE;
            case "document" -> switch (last) {
                case "url" -> Column.SOURCE_URL;
                case "published" -> Column.SOURCE_DATE;
                case "title" -> Column.SOURCE_TITLE;
                case "agency" -> Column.AGENCY;
                case "language" -> Column.LANGUAGE;
                default -> Column.SOURCE;
            };
            case "renderings" -> switch (last) {
                case "words" -> Column.WORDS;
                case "mode" -> Column.MODE;
                case "language" -> Column.LANGUAGE;
                case "originalLanguage" -> Column.ORIGINAL_LANGUAGE;
                case "via" -> Column.REPORTED_VIA;
                case "credibility" -> Column.CREDIBILITY;
                case "start", "exact" -> Column.ANCHOR_START;
                default -> Column.SOURCE;
            };
            case "citations" -> last.equals("start") ? Column.ANCHOR_START : Column.SOURCE;
            default -> kind == RecordKind.EVENT ? Column.TITLE : Column.SUMMARY;
        };
    }
}
