package org.demarche.exchange.in.coded;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;

import jakarta.enterprise.context.ApplicationScoped;

import org.demarche.event.Countries;
import org.demarche.event.EventRecord;
import org.demarche.exchange.in.DerivedIds;
import org.demarche.exchange.in.ImportFile;
import org.demarche.exchange.in.ImportProblem;
import org.demarche.exchange.in.Proposal;
import org.demarche.exchange.in.ProposalReader;
import org.demarche.exchange.in.RowFormat;
import org.demarche.exchange.in.UnreadableFileException;
import org.demarche.source.DocumentRecord;
import org.demarche.text.Texts;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;

/** Event files of GDELT 1.0 and 2.0 as it publishes them: cells between tabs, no header, no quotation marks, plain or as the one file of a ZIP. */
@ApplicationScoped
class GdeltEvents implements RowFormat {
    /** What no text file has: nothing is a quotation mark. */
    private static final char NO_QUOTE = '\uFFFF';
    private static final int LONGEST = 1_000_000;
    /** Bytes after unpacking: a day of GDELT has 50 million. */
    private static final long LARGEST = 2L << 30;
    private static final List<String> GEOGRAPHY = List.of("Geo_Type", "Geo_FullName", "Geo_CountryCode", "Geo_ADM1Code", "Geo_ADM2Code", "Geo_Lat", "Geo_Long", "Geo_FeatureID");
    /** By the number of cells of a row: before April 2013 no address stood at its end. */
    private static final Map<Integer, List<String>> HEADERS = new TreeMap<>(Map.of(61, header(true, true), 58, header(false, true), 57, header(false, false)));

    private static List<String> header(boolean second, boolean addressed) {
        var header = new ArrayList<>(List.of("GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate"));
        for (var actor : List.of("Actor1", "Actor2")) {
            Stream.of("Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type1Code", "Type2Code", "Type3Code").forEach(name -> header.add(actor + name));
        }
        header.addAll(List.of("IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions", "NumSources", "NumArticles", "AvgTone"));
        for (var which : List.of("Actor1", "Actor2", "Action")) {
            GEOGRAPHY.stream().filter(name -> second || !name.equals("Geo_ADM2Code")).forEach(name -> header.add(which + name));
        }
        header.add("DATEADDED");
        if (addressed) {
            header.add("SOURCEURL");
        }
        return List.copyOf(header);
    }

    @Override
    public String word() {
        return "gdelt";
    }

    @Override
    public String label() {
        return "GDELT events";
    }

    @Override
    public int sureness(ImportFile file) throws IOException {
        try (var rows = new Rows(file)) {
            return rows.header.isEmpty() ? 0 : 90;
        } catch (UnreadableFileException other) {
            return 0;
        }
    }

    @Override
    public ProposalReader open(ImportFile file, String mapping) throws IOException {
        var rows = new Rows(file);
        if (rows.header.isEmpty()) {
            rows.close();
            throw new UnreadableFileException(1, null, null, "A row of GDELT events has 57, 58 or 61 cells between tabs, and begins with its number and its day");
        }
        return rows;
    }

    /** The text of the file, or of the only file in it. */
    private static InputStream unpacked(ImportFile file) throws IOException {
        var head = file.head(2);
        if (head.length < 2 || head[0] != 'P' || head[1] != 'K') {
            return file.open();
        }
        var zip = new ZipInputStream(file.open());
        if (zip.getNextEntry() == null) {
            zip.close();
            throw new UnreadableFileException("The ZIP holds no file");
        }
        return new FilterInputStream(zip) {
            private long read;

            @Override
            public int read(byte[] bytes, int from, int most) throws IOException {
                int number = super.read(bytes, from, most);
                read += Math.max(0, number);
                if (read > LARGEST) {
                    throw new UnreadableFileException("What the ZIP holds is larger than %,d bytes".formatted(LARGEST));
                }
                return number;
            }
        };
    }

    private static final class Rows implements ProposalReader {
        private final CsvReader<CsvRecord> reader;
        private final CloseableIterator<CsvRecord> records;
        private final List<String> header;
        private CsvRecord first;
        private long row;

        private Rows(ImportFile file) throws IOException {
            var decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
            reader = CsvReader.builder().fieldSeparator('\t').quoteCharacter(NO_QUOTE).skipEmptyLines(true).maxBufferSize(LONGEST).ofCsvRecord(new InputStreamReader(unpacked(file), decoder));
            records = reader.iterator();
            try {
                first = read();
            } catch (UnreadableFileException | RuntimeException failed) {
                close();
                throw failed;
            }
            header = first != null && isEvent(first) ? HEADERS.get(first.getFieldCount()) : List.of();
        }

        private static boolean isEvent(CsvRecord record) {
            return HEADERS.containsKey(record.getFieldCount()) && (record.getField(0).matches("\\d{1,18}") && record.getField(1).matches("\\d{8}") || record.getField(0).equals("GLOBALEVENTID"));
        }

        /** Null at the end. */
        private CsvRecord read() throws UnreadableFileException {
            try {
                row++;
                return records.hasNext() ? records.next() : null;
            } catch (CsvParseException | java.io.UncheckedIOException failed) {
                var cause = failed.getCause();
                throw new UnreadableFileException(row, null, null, cause instanceof CharacterCodingException ? "The text is no UTF-8" : cause instanceof UnreadableFileException told ? told.getMessage() : "The file can't be read on from here");
            }
        }

        @Override
        public List<String> header() {
            return header;
        }

        @Override
        public Proposal next() throws IOException {
            var record = first == null ? read() : first;
            first = null;
            if (record != null && record.getField(0).equals("GLOBALEVENTID")) {
                record = read();
            }
            if (record == null) {
                return null;
            }
            if (record.getFieldCount() != header.size()) {
                throw new UnreadableFileException(row, null, null, "The row has %d cells, the first one %d".formatted(record.getFieldCount(), header.size()));
            }
            var cells = record.getFields().stream().map(Texts::normalise).toList();
            return new Row(row, header, cells).proposal();
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }

    private record Row(long number, List<String> header, List<String> cells) {
        String cell(String column) {
            int place = header.indexOf(column);
            return place < 0 ? "" : cells.get(place).strip();
        }

        Proposal proposal() {
            var problems = new ArrayList<ImportProblem>();
            var day = day("SQLDATE", problems);
            var score = CodedCells.number(number, "GoldsteinScale", cell("GoldsteinScale"), problems);
            var quad = cell("QuadClass");
            if (!quad.matches("[1-4]?")) {
                problems.add(new ImportProblem(number, "QuadClass", quad, "A quad class is 1, 2, 3 or 4"));
            }
            if (!cell("EventCode").matches("\\d{2,4}")) {
                problems.add(new ImportProblem(number, "EventCode", cell("EventCode"), "A code of CAMEO has two to four figures"));
            }
            var place = place(problems);
            if (!problems.isEmpty()) {
                return Proposal.refused(number, header, cells, problems);
            }
            var who = CameoActors.of(cell("Actor1Code"), cell("Actor1Name")).orElse(null);
            var whom = CameoActors.of(cell("Actor2Code"), cell("Actor2Name")).orElse(null);
            var told = String.join(", ", Stream.of(cell("Actor1Name"), cell("Actor2Name")).filter(name -> !name.isEmpty()).map(CameoActors::capitalised)
                    .filter(name -> Stream.of(who, whom).noneMatch(actor -> actor != null && actor.name().startsWith(name))).distinct().toList());
            return new CodedEvent("GDELT", day, who, whom, cell("EventCode"), score, quad.isEmpty() ? null : Integer.valueOf(quad), place, document())
                    .proposal(number, header, cells, CodedCells.id("gdelt " + cell("GLOBALEVENTID"), day), told);
        }

        private String day(String column, List<ImportProblem> problems) {
            var cell = cell(column);
            return CodedCells.day(number, column, cell.length() == 8 ? cell.substring(0, 4) + "-" + cell.substring(4, 6) + "-" + cell.substring(6) : cell, problems);
        }

        private EventRecord.Place place(List<ImportProblem> problems) {
            var name = cell("ActionGeo_FullName");
            var latitude = CodedCells.number(number, "ActionGeo_Lat", cell("ActionGeo_Lat"), problems);
            var longitude = CodedCells.number(number, "ActionGeo_Long", cell("ActionGeo_Long"), problems);
            if (name.isEmpty()) {
                return null;
            }
            var country = Countries.code(name.substring(name.lastIndexOf(',') + 1).strip());
            return new EventRecord.Place(name, country.stream().toList(), longitude == null ? null : latitude, latitude == null ? null : longitude);
        }

        /** Its publisher is told by the address alone; what is no address is the publisher's name. */
        private DocumentRecord document() {
            var told = cell("SOURCEURL");
            if (told.isEmpty()) {
                return null;
            }
            var host = host(told);
            var added = cell("DATEADDED");
            var retrieved = added.length() >= 8 ? added.substring(0, 4) + "-" + added.substring(4, 6) + "-" + added.substring(6, 8) : null;
            return new DocumentRecord(DerivedIds.id("gdelt source " + told, 0), null, host == null ? told : host, null, host == null ? told : null, host == null ? null : told, null, null,
                    host == null ? null : retrieved, null, null, null, null);
        }

        /** Null where it is no address. */
        private static String host(String address) {
            try {
                var uri = URI.create(address.replaceAll("[^!-~]", "_").replaceAll("[\"<>\\\\^`{|}\\[\\]]", "_"));
                return uri.getHost() == null || !String.valueOf(uri.getScheme()).matches("https?") ? null : uri.getHost().toLowerCase(java.util.Locale.ROOT).replaceFirst("^www\\.", "");
            } catch (IllegalArgumentException other) {
                return null;
            }
        }
    }
}
