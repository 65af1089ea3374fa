package org.demarche.exchange.out;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.apache.commons.csv.CSVFormat;
import org.demarche.coding.Cameo;
import org.demarche.coding.CameoCode;
import org.demarche.coding.CodingRecord;
import org.demarche.coding.Codings;
import org.demarche.item.Item;

/** The layout of the ICEWS event data. */
final class IcewsFormat extends TableFormat {
    private static final List<String> HEADER = List.of("Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code", "Intensity",
            "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher", "City", "District", "Province", "Country", "Latitude", "Longitude");

    IcewsFormat() {
        super("icews", "icews.tab", "text/tab-separated-values; charset=UTF-8", "ICEWS layout", "One row for each pair of who and whom, with its CAMEO code. "
                + "No words, no stance, no PLOVER, no date that is not known to the day.", CSVFormat.TDF.builder().setRecordSeparator("\n").get());
    }

    @Override
    public Unit unit() {
        return Unit.PAIR;
    }

    @Override
    List<String> header() {
        return HEADER;
    }

    @Override
    void rows(List<Item> items, Export export, Row row) throws IOException {
        var pairs = items.stream().map(Pair::of).toList();
        var codes = ActorCodes.of(pairs.stream().flatMap(List::stream).toList(), export);
        for (int index = 0; index < items.size(); index++) {
            for (var pair : pairs.get(index)) {
                row.add(cells(items.get(index), pair, codes));
            }
        }
    }

    private static List<Object> cells(Item item, Pair pair, ActorCodes codes) {
        var coding = Codings.find(item.codings(), Cameo.SCHEME);
        var report = item.report();
        var place = item.place();
        return Arrays.asList(number(item.id(), pair.name() + " " + (pair.whom() == null ? "" : pair.whom().id())), day(item),
                text(pair.name()), codes.sector(pair.who()), codes.countryName(pair.principal()),
                coding.map(CodingRecord::type).flatMap(Cameo::find).map(CameoCode::label).orElse(null), coding.map(CodingRecord::type).orElse(null),
                coding.map(CodingRecord::score).orElse(null),
                pair.whom() == null ? null : text(pair.whom().name()), codes.sector(pair.whom()), codes.countryName(pair.whom()),
                null, null, report == null ? null : text(report.sourceName()), text(place.name()), null, null,
                place.countries().size() == 1 ? new Locale("", place.countries().get(0)).getDisplayCountry(Locale.ENGLISH) : null, place.latitude(), place.longitude());
    }

    private static String day(Item item) {
        return CalendarDays.of(item).filter(days -> days.exact() && days.isOneDay()).map(days -> days.first().toString()).orElse(null);
    }
}
