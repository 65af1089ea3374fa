package org.demarche.item;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.demarche.coding.Admiralty;
import org.demarche.coding.CodingRecord;
import org.demarche.coding.StanceMark;
import org.demarche.time.DateWords;
import org.demarche.time.EdtfDate;

/** Puts one item into the words of the reading pane, with what it hangs together with: for the template {@code item/pane}. */
@Named("itemPane")
@ApplicationScoped
public class ItemPane {
    private static final int MOST_THERE = 12;

    private final Items items;

    @Inject
    ItemPane(Items items) {
        this.items = items;
    }

    /**
     * @param about whom it is about or what its stances are toward, each with the stances toward it
     * @param event at which it was made, or of which it is a part; may be null
     * @param answered what it responds to
     * @param there what was said at an event, and the events within it
     * @param moreThere how many more there are
     * @param asOf what stands behind addresses of items, so that they too are as known then; empty now
     */
    public record Read(ItemRow row, List<About> about, String date, String basis, ReadSource source, Item event, List<Item> answered,
                       List<ItemRow> there, long moreThere, List<Code> codes, String recorded, String asOf) {
    }

    /** @param mark null where no stance toward it was coded */
    public record About(ActorRef actor, Item.Topic topic, StanceMark mark, String holder, String value) {
    }

    /** @param notes translated, rated, reported via: what is known of the source */
    public record ReadSource(UUID document, String slug, String name, String agency, String title, String published, String notes) {
    }

    /** @param scheme with its version and score, as a second line in small */
    public record Code(String words, String scheme) {
    }

    /** @param known as of when it is told, null being now */
    public Read of(Item item, AsOf known) {
        var ids = Stream.concat(Stream.ofNullable(item.event()), item.respondsTo().stream()).toList();
        var related = ids.isEmpty() ? List.<Item>of() : items.of(ids, known);
        var event = related.stream().filter(other -> other.id().equals(item.event())).findFirst().orElse(null);
        var answered = related.stream().filter(other -> item.respondsTo().contains(other.id())).toList();
        var there = item.isStatement() ? new Items.Slice(List.of(), null, 0)
                : items.list(TimelineQuery.ALL.asKnown(known).with(Parameter.EVENT, item.id().toString()).with(Parameter.LIMIT, String.valueOf(MOST_THERE)));
        return new Read(ItemRow.of(item), about(item), date(item), DateWords.basis(item.when().basis()), source(item), event, answered, ItemRow.of(there.items()),
                there.total() - there.items().size(), item.codings().stream().map(ItemPane::code).toList(), recorded(item.recorded(), item.version()), known == null ? "" : known.behind());
    }

    private static List<About> about(Item item) {
        var stances = item.stances().stream().map(stance -> new About(stance.toward(), stance.topic(), StanceMark.of(stance.value()),
                stance.holder() == null || item.principals().equals(List.of(stance.holder())) ? null : stance.holder().shortName(), value(stance.value())));
        var without = item.targets().stream().filter(target -> item.stances().stream().noneMatch(stance -> target.equals(stance.toward())))
                .map(target -> new About(target, null, null, null, null));
        return Stream.concat(stances, without).toList();
    }

    /** '−1', with the sign that numbers have. */
    private static String value(int value) {
        return value < 0 ? "−" + -value : value > 0 ? "+" + value : "0";
    }

    private static String date(Item item) {
        var words = DateWords.words(item.when().date());
        return item.when().time() == null ? words : words + ", " + item.when().time();
    }

    private static ReadSource source(Item item) {
        var report = item.report();
        if (report == null || report.document() == null) {
            return null;
        }
        var translated = report.originalLanguage() == null || report.originalLanguage().equals(report.language()) ? null
                : "translated from " + Locale.forLanguageTag(report.originalLanguage()).getDisplayName(Locale.ENGLISH);
        var rated = Admiralty.Reliability.find(report.reliability()).map(reliability -> "source rated " + reliability.name() + ": " + reliability.label()).orElse("source not rated");
        var credible = report.credibility() == null ? null
                : Admiralty.Credibility.of(report.credibility()).map(credibility -> "report rated " + credibility.number() + ": " + credibility.label()).orElse(null);
        var via = report.via() == null ? null : "reported via " + report.via().shortName();
        var notes = Stream.of(translated, via, rated, credible).filter(Objects::nonNull).toList();
        return new ReadSource(report.document(), report.source(), report.sourceName(), report.agency(), report.title(),
                report.published() == null ? null : DateWords.words(EdtfDate.parse(report.published())), String.join(" · ", notes));
    }

    private static Code code(CodingRecord coding) {
        var score = coding.score() == null ? "" : ", Goldstein " + (coding.score() < 0 ? "−" + -coding.score() : coding.score());
        return new Code(coding.mode() == null ? coding.type() : coding.type() + ", " + coding.mode(), coding.scheme() + score);
    }

    private static String recorded(Item.Recorded recorded, int version) {
        var first = day(LocalDate.ofInstant(recorded.first(), ZoneOffset.UTC));
        return "Recorded " + first + (version <= 1 ? ", never changed" : ", last changed " + day(LocalDate.ofInstant(recorded.at(), ZoneOffset.UTC)) + " by " + recorded.by());
    }

    private static String day(LocalDate day) {
        return DateWords.shortDay(day.toEpochDay());
    }
}
