package org.demarche.timeline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

import org.demarche.coding.Cameo;
import org.demarche.coding.CodingRecord;
import org.demarche.coding.Codings;
import org.demarche.coding.Plover;
import org.demarche.coding.QuadClass;
import org.demarche.item.ActorRef;
import org.demarche.item.Item;
import org.demarche.item.ItemKind;
import org.demarche.time.FourDays;
import org.demarche.web.BaseUrl;

/**
 * The columns of the timeline CSV, in its order, and the members of an entry of the JSON list. A value is a text, a number, a list of
 * texts, or null for an empty cell.
 */
public enum Column {
    ID(item -> item.id().toString()),
    KIND(item -> item.kind().word()),
    TITLE(Item::title, true),
    DATE(item -> item.when().date().toString()),
    EARLIEST(item -> day(item.when().days().s1())),
    LATEST(item -> day(item.when().days().e2())),
    DATE_BASIS(item -> item.when().basis().name()),
    TIME(item -> text(item.when().time())),
    SPEAKERS(item -> item.speakers().stream().map(Column::speaker).toList()),
    SPEAKER_ROLES(item -> item.speakers().stream().map(speaker -> Objects.requireNonNullElse(speaker.role(), "")).toList(), true),
    ON_BEHALF_OF(item -> item.speakers().stream().map(speaker -> String.join(">", slugs(speaker.behalf()))).toList()),
    ADDRESSEES(item -> slugs(item.addressees())),
    TARGETS(item -> slugs(item.targets())),
    PARTICIPANTS(item -> item.participants().stream().map(participant -> participant.actor().slug() + "=" + String.join(",", participant.roles())).toList()),
    EVENT_KIND(Item::eventKind),
    INSTRUMENT(Item::instrument),
    MODE(report(Item.Report::mode)),
    WORDS(report(Item.Report::words), true),
    QUOTE(report(Item.Report::quote), true),
    SUMMARY(Item::summary, true),
    LANGUAGE(report(Item.Report::language)),
    ORIGINAL_LANGUAGE(report(Item.Report::originalLanguage)),
    STANCE(item -> item.stances().stream().map(stance -> stance(stance, item)).toList()),
    PLOVER_TYPE(coding(Plover.SCHEME, CodingRecord::type)),
    PLOVER_MODE(coding(Plover.SCHEME, CodingRecord::mode)),
    PLOVER_CONTEXTS(item -> Codings.find(item.codings(), Plover.SCHEME).map(CodingRecord::contexts).orElse(List.of())),
    CAMEO(coding(Cameo.SCHEME, CodingRecord::type)),
    GOLDSTEIN(coding(Cameo.SCHEME, CodingRecord::score)),
    QUAD(item -> Codings.quad(item.codings()).map(QuadClass::number).orElse(null)),
    STATUS(Item::status),
    PLACE(item -> item.place().name(), true),
    COUNTRY(item -> item.place().countries()),
    LATITUDE(item -> item.place().latitude()),
    LONGITUDE(item -> item.place().longitude()),
    PARENT(item -> item.kind() == ItemKind.EVENT ? text(item.event()) : null),
    AT_EVENT(item -> item.kind() == ItemKind.STATEMENT ? text(item.event()) : null),
    RESPONDS_TO(item -> item.respondsTo().stream().map(UUID::toString).toList()),
    TOPICS(item -> item.topics().stream().map(Item.Topic::slug).toList()),
    REPORTED_VIA(report(report -> report.via() == null ? null : report.via().slug())),
    SOURCE(report(Item.Report::sourceName), true),
    AGENCY(report(Item.Report::agency), true),
    SOURCE_TITLE(report(Item.Report::title), true),
    SOURCE_URL(report(Item.Report::url)),
    SOURCE_DATE(report(Item.Report::published)),
    ANCHOR_START(report(Item.Report::start)),
    ANCHOR_END(report(Item.Report::end)),
    RELIABILITY(report(Item.Report::reliability)),
    CREDIBILITY(report(Item.Report::credibility)),
    RECORDED_AT(item -> item.recorded().at().toString()),
    RECORDED_BY(item -> item.recorded().by(), true),
    URL(item -> "/" + item.kind().word() + "s/" + item.id());

    private final Function<Item, Object> value;
    private final boolean freeText;

    Column(Function<Item, Object> value) {
        this(value, false);
    }

    Column(Function<Item, Object> value, boolean freeText) {
        this.value = value;
        this.freeText = freeText;
    }

    /** As it is written in the header and in JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether people write it, so that a spreadsheet could take it for a formula. */
    public boolean isFreeText() {
        return freeText;
    }

    public Object value(Item item) {
        return value.apply(item);
    }

    /** An item as an object of JSON: the names of the columns, lists as lists, null for an empty cell. */
    public static Map<String, Object> entry(Item item, BaseUrl baseUrl) {
        var entry = new LinkedHashMap<String, Object>();
        for (var column : values()) {
            entry.put(column.word(), column == URL ? baseUrl.at((String) column.value(item)) : column.value(item));
        }
        return entry;
    }

    private static <T> Function<Item, Object> report(Function<Item.Report, T> value) {
        return item -> item.report() == null ? null : value.apply(item.report());
    }

    private static <T> Function<Item, Object> coding(String scheme, Function<CodingRecord, T> value) {
        return item -> Codings.find(item.codings(), scheme).map(value).orElse(null);
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }

    private static String day(long day) {
        return day == FourDays.MINUS_INFINITY || day == FourDays.PLUS_INFINITY ? null : java.time.LocalDate.ofEpochDay(day).toString();
    }

    private static List<String> slugs(List<ActorRef> actors) {
        return actors.stream().map(ActorRef::slug).toList();
    }

    private static String speaker(Item.Speaker speaker) {
        return speaker.actor() != null ? speaker.actor().slug() : "(" + speaker.described() + ")";
    }

    /** The holder is left out where every principal holds it. */
    private static String stance(Item.Stance stance, Item item) {
        boolean everybodys = stance.holder() == null || item.principals().stream().allMatch(stance.holder()::equals);
        return (everybodys ? "" : stance.holder().slug() + ">") + stance.towardSlug() + "=" + stance.value();
    }
}
