package org.demarche.exchange.in.sheet;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.demarche.timeline.Column;

/** What a column of a table may be: a column of the timeline CSV, or a part of one. */
enum SheetTarget {
    ID("id", "id", Column.ID, "id", "uuid"),
    URL("url", "page here", Column.URL),
    KIND("kind", "statement or event", Column.KIND, "record kind"),
    DATE("date", "date, or its first day", Column.DATE, "date", "day", "event date", "date start", "start date", "start", "from", "begin", "date of event", "when", "datum", "fecha", "data", "дата", "日付", "日期", "statement date"),
    DATE_END("date_end", "last day", null, "date end", "end date", "end", "until", "to date", "date to"),
    TIME("time", "time of day", Column.TIME, "time", "time of day", "hour"),
    TITLE("title", "title, or summary of a statement", Column.TITLE, "title", "headline", "event", "label", "agenda item", "name of event", "event name", "subject of event", "description", "what"),
    SUMMARY("summary", "summary", Column.SUMMARY, "summary", "statement summary", "abstract", "paraphrase", "content", "notes on statement"),
    WORDS("words", "words as printed", Column.WORDS, "words", "quote", "quotation", "statement", "text", "verbatim", "said", "exact words"),
    SPEAKER("speakers", "speaker", Column.SPEAKERS, "speaker", "speakers", "speaker name", "who", "person", "said by", "official", "source actor", "name"),
    SPEAKER_ROLE("speaker_roles", "speaker's office", Column.SPEAKER_ROLES, "role", "office", "position", "capacity", "speaker role", "speaker roles", "speaker title", "function"),
    BEHALF("on_behalf_of", "on behalf of", Column.ON_BEHALF_OF, "on behalf of", "behalf", "for whom", "represents", "affiliation", "organisation", "organization", "speaker country"),
    ADDRESSEE("addressees", "to whom", Column.ADDRESSEES, "addressee", "addressees", "to", "to whom", "audience", "recipient", "addressed to"),
    TARGET("targets", "about whom", Column.TARGETS, "target", "targets", "about", "about whom", "target actor", "target country", "object"),
    PARTICIPANT("participants", "takes part", null, "participant", "participants", "actor", "actors", "actor1", "actor 1", "country", "state", "party", "parties", "attendees", "member", "members", "with",
            "country name", "country name usdos", "member veto1", "member veto2", "member veto3", "veto", "vetoed by"),
    RECIPIENT("recipient", "takes part as the one it is done to", null, "actor2", "actor 2", "victim", "recipient country"),
    HOST("host", "hosts", null, "host", "hosts", "hosted by", "host country"),
    PARTICIPANTS_CODED("participants_coded", "who takes part, with roles", Column.PARTICIPANTS),
    EVENT_KIND("event_kind", "kind of event", Column.EVENT_KIND, "event kind", "event type", "type of event"),
    STATUS("status", "held, planned …", Column.STATUS, "event status"),
    INSTRUMENT("instrument", "form", Column.INSTRUMENT, "instrument", "form", "medium", "format", "channel"),
    STANCE("stance", "stance, as nato=-2", Column.STANCE, "stance"),
    PLACE("place", "place", Column.PLACE, "place", "location", "city", "venue", "where", "lieu", "ort"),
    COUNTRY("country", "country of the place", Column.COUNTRY, "country code", "iso", "iso2", "iso country"),
    LATITUDE("latitude", "latitude", Column.LATITUDE, "latitude", "lat"),
    LONGITUDE("longitude", "longitude", Column.LONGITUDE, "longitude", "lon", "lng", "long"),
    TOPIC("topics", "topic", Column.TOPICS, "topic", "topics", "theme", "issue", "subject", "tag", "tags", "keywords", "category", "crisis topic"),
    LANGUAGE("language", "language of the words", Column.LANGUAGE, "language", "lang"),
    ORIGINAL_LANGUAGE("original_language", "language in which it was said", Column.ORIGINAL_LANGUAGE, "original language"),
    VIA("reported_via", "reported by whom", Column.REPORTED_VIA, "reported via", "via"),
    SOURCE("source", "publisher", Column.SOURCE, "source", "publisher", "outlet", "newspaper", "media", "source name", "publication"),
    AGENCY("agency", "agency", Column.AGENCY, "agency", "news agency", "wire"),
    SOURCE_TITLE("source_title", "title of the article", Column.SOURCE_TITLE, "source title", "article", "article title", "document", "meeting record"),
    SOURCE_URL("source_url", "address of the article", Column.SOURCE_URL, "source url", "url", "link", "address", "web address", "website", "href", "sourceurl"),
    SOURCE_DATE("source_date", "date of the article", Column.SOURCE_DATE, "source date", "published", "publication date", "date published"),
    CREDIBILITY("credibility", "credibility, 1 to 6", Column.CREDIBILITY, "credibility"),
    PLOVER_TYPE("plover_type", "PLOVER type", Column.PLOVER_TYPE, "plover type", "plover"),
    CAMEO("cameo", "CAMEO code", Column.CAMEO, "cameo", "cameo code", "eventcode", "event code"),
    GOLDSTEIN("goldstein", "Goldstein score", Column.GOLDSTEIN, "goldstein", "goldstein scale", "goldsteinscale"),
    PARENT("parent", "id of the event that it is part of", Column.PARENT, "parent"),
    AT_EVENT("at_event", "id of the event where it was said", Column.AT_EVENT, "at event"),
    RESPONDS_TO("responds_to", "ids of what it responds to", Column.RESPONDS_TO, "responds to");

    private final String word;
    private final String label;
    private final Column column;
    private final List<String> names;

    /**
     * @param column null where it is only a part of one
     * @param names that columns of this kind have in the wild, in small letters
     */
    SheetTarget(String word, String label, Column column, String... names) {
        this.word = word;
        this.label = label;
        this.column = column;
        this.names = List.of(names);
    }

    public String word() {
        return word;
    }

    public String label() {
        return label;
    }

    Column column() {
        return column;
    }

    /** Whether a row may have several of it, so that several columns may be it. */
    boolean isList() {
        return switch (this) {
            case SPEAKER, SPEAKER_ROLE, BEHALF, ADDRESSEE, TARGET, PARTICIPANT, RECIPIENT, HOST, COUNTRY, TOPIC, STANCE, RESPONDS_TO -> true;
            default -> false;
        };
    }

    /** Whether texts of several columns are joined in it. */
    boolean isProse() {
        return this == TITLE || this == SUMMARY || this == WORDS;
    }

    boolean isDate() {
        return this == DATE || this == DATE_END || this == SOURCE_DATE;
    }

    boolean isNumber() {
        return this == LATITUDE || this == LONGITUDE || this == GOLDSTEIN;
    }

    /** The role of whom it names at an event; null where it names no participant. */
    String role() {
        return switch (this) {
            case PARTICIPANT -> "ACTOR";
            case RECIPIENT -> "RECIPIENT";
            case HOST -> "HOST";
            default -> null;
        };
    }

    static Optional<SheetTarget> of(String word) {
        return Arrays.stream(values()).filter(target -> target.word.equals(word)).findFirst();
    }

    /** By the name of a column, whatever its case and signs. */
    static Optional<SheetTarget> called(String name) {
        var plain = name.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ").toLowerCase(java.util.Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
        return Arrays.stream(values()).filter(target -> target.names.contains(plain) || target.word.replace('_', ' ').equals(plain)).findFirst()
                .or(() -> Arrays.stream(values()).filter(target -> target.names.contains(plain.replaceFirst(" ?[0-9]+$", ""))).findFirst());
    }
}
