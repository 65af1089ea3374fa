package org.demarche.exchange.out;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.demarche.coding.Cameo;
import org.demarche.coding.CodingRecord;
import org.demarche.coding.Codings;
import org.demarche.coding.QuadClass;
import org.demarche.item.ActorRef;
import org.demarche.item.Item;

/** The layout of a GDELT 2.0 event file: 61 columns, tabs between them, no header and no quotation marks. */
final class GdeltFormat extends TableFormat {
    /** In the order of the file; the reference lists them. */
    static final List<String> COLUMNS = List.of("GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate",
            "Actor1Code", "Actor1Name", "Actor1CountryCode", "Actor1KnownGroupCode", "Actor1EthnicCode", "Actor1Religion1Code", "Actor1Religion2Code", "Actor1Type1Code", "Actor1Type2Code", "Actor1Type3Code",
            "Actor2Code", "Actor2Name", "Actor2CountryCode", "Actor2KnownGroupCode", "Actor2EthnicCode", "Actor2Religion1Code", "Actor2Religion2Code", "Actor2Type1Code", "Actor2Type2Code", "Actor2Type3Code",
            "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions", "NumSources", "NumArticles", "AvgTone",
            "Actor1Geo_Type", "Actor1Geo_FullName", "Actor1Geo_CountryCode", "Actor1Geo_ADM1Code", "Actor1Geo_ADM2Code", "Actor1Geo_Lat", "Actor1Geo_Long", "Actor1Geo_FeatureID",
            "Actor2Geo_Type", "Actor2Geo_FullName", "Actor2Geo_CountryCode", "Actor2Geo_ADM1Code", "Actor2Geo_ADM2Code", "Actor2Geo_Lat", "Actor2Geo_Long", "Actor2Geo_FeatureID",
            "ActionGeo_Type", "ActionGeo_FullName", "ActionGeo_CountryCode", "ActionGeo_ADM1Code", "ActionGeo_ADM2Code", "ActionGeo_Lat", "ActionGeo_Long", "ActionGeo_FeatureID",
            "DATEADDED", "SOURCEURL");
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd");

    GdeltFormat() {
        super("gdelt", "gdelt.tsv", "text/tab-separated-values; charset=UTF-8", "GDELT 2.0 layout", "One row for each pair of principal and whom, 61 columns without a header. "
                + "No words, no stance, no PLOVER; a date that is not known to the day leaves its finer columns empty.",
                CSVFormat.TDF.builder().setRecordSeparator("\n").setQuote(null).get());
    }

    @Override
    public Unit unit() {
        return Unit.PAIR;
    }

    @Override
    List<String> header() {
        return List.of();
    }

    @Override
    void rows(List<Item> items, Export export, Row row) throws IOException {
        var pairs = items.stream().map(item -> Pair.of(item).stream().map(pair -> new Pair(pair.principal(), pair.principal() == null ? pair.described() : null, pair.principal(), pair.whom()))
                .distinct().toList()).toList();
        var codes = ActorCodes.of(pairs.stream().flatMap(List::stream).toList(), export);
        for (int index = 0; index < items.size(); index++) {
            for (var pair : pairs.get(index)) {
                row.add(cells(items.get(index), pair, codes));
            }
        }
    }

    private static List<String> cells(Item item, Pair pair, ActorCodes codes) {
        var cells = new String[COLUMNS.size()];
        Arrays.fill(cells, "");
        set(cells, "GLOBALEVENTID", number(item.id(), pair.name() + " " + (pair.whom() == null ? "" : pair.whom().id())));
        dates(cells, item);
        set(cells, "Actor1Name", text(pair.name()));
        actor(cells, "Actor1", pair.who(), codes);
        set(cells, "Actor2Name", pair.whom() == null ? null : text(pair.whom().name()));
        actor(cells, "Actor2", pair.whom(), codes);
        Codings.find(item.codings(), Cameo.SCHEME).filter(coding -> coding.type() != null).ifPresent(coding -> code(cells, coding));
        set(cells, "QuadClass", Codings.quad(item.codings()).map(QuadClass::number).orElse(null));
        set(cells, "ActionGeo_FullName", text(item.place().name()));
        set(cells, "ActionGeo_Lat", item.place().latitude());
        set(cells, "ActionGeo_Long", item.place().longitude());
        set(cells, "DATEADDED", SECOND.format(item.recorded().first()));
        set(cells, "SOURCEURL", item.report() == null ? null : text(item.report().url()));
        return List.of(cells);
    }

    private static void dates(String[] cells, Item item) {
        var found = item.when().date().isQualified() || item.when().unplaced() || item.when().date().isInterval() && !isExact(item) ? null : CalendarDays.of(item).orElse(null);
        if (found == null || found.first().getYear() < 1 || found.first().getYear() > 9999) {
            return;
        }
        var first = found.first();
        boolean sameYear = first.getYear() == found.last().getYear();
        if (found.isOneDay() && found.exact()) {
            set(cells, "SQLDATE", DAY.format(first));
            set(cells, "FractionDate", fraction(first));
        }
        if (sameYear && first.getMonth() == found.last().getMonth()) {
            set(cells, "MonthYear", "%04d%02d".formatted(first.getYear(), first.getMonthValue()));
        }
        if (sameYear) {
            set(cells, "Year", "%04d".formatted(first.getYear()));
        }
    }

    private static boolean isExact(Item item) {
        return CalendarDays.of(item).filter(CalendarDays::exact).isPresent();
    }

    /** As GDELT does: months of 30 days, which for the last days of December may reach the next year's first. */
    private static String fraction(LocalDate day) {
        var share = BigDecimal.valueOf((day.getMonthValue() - 1) * 30L + day.getDayOfMonth()).divide(BigDecimal.valueOf(365), 4, RoundingMode.HALF_UP);
        return BigDecimal.valueOf(day.getYear()).add(share).toPlainString();
    }

    private static void actor(String[] cells, String which, ActorRef actor, ActorCodes codes) {
        set(cells, which + "Code", codes.cameo(actor));
        set(cells, which + "CountryCode", codes.country(actor));
        set(cells, which + "Type1Code", codes.sector(actor));
    }

    private static void code(String[] cells, CodingRecord coding) {
        var code = coding.type();
        set(cells, "EventCode", code);
        set(cells, "EventBaseCode", code.substring(0, Math.min(3, code.length())));
        set(cells, "EventRootCode", code.substring(0, Math.min(2, code.length())));
        set(cells, "GoldsteinScale", coding.score());
    }

    private static void set(String[] cells, String column, Object value) {
        cells[COLUMNS.indexOf(column)] = value == null ? "" : value.toString();
    }
}
