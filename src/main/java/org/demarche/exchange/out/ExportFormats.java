package org.demarche.exchange.out;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** All formats, in the order in which people look for them. */
@ApplicationScoped
public class ExportFormats {
    private final List<ExportFormat> formats;

    @Inject
    ExportFormats(ObjectMapper mapper) {
        formats = List.of(new CsvFormat(), new XlsxFormat(), new JsonFormat(mapper), new NdjsonFormat(mapper), new WordFormat(), new MarkdownFormat(), new SiteFormat(mapper),
                new CalendarFormat(), new AtomFormat(), new NetworkFormat(), new DnaFormat(), new GdeltFormat(), new IcewsFormat(), new TimelineJsFormat(mapper), new TimelineJsTableFormat());
    }

    public List<ExportFormat> all() {
        return formats;
    }

    /** By the ending of its address. */
    Optional<ExportFormat> ofEnding(String ending) {
        return formats.stream().filter(format -> format.ending().equals(ending)).findFirst();
    }

    /** By what the command calls it, or its ending. */
    public Optional<ExportFormat> named(String word) {
        var asked = word.strip().toLowerCase(Locale.ROOT);
        return formats.stream().filter(format -> format.word().equals(asked) || format.ending().equals(asked)).findFirst();
    }

    /** 'csv, xlsx, …'. */
    public String words() {
        return formats.stream().map(ExportFormat::word).collect(Collectors.joining(", "));
    }
}
