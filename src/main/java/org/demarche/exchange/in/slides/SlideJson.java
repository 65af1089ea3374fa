package org.demarche.exchange.in.slides;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.demarche.exchange.in.ImportFile;
import org.demarche.exchange.in.Proposal;
import org.demarche.exchange.in.ProposalReader;
import org.demarche.exchange.in.UnreadableFileException;
import org.demarche.web.JsonFault;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;

/** Slides in the JSON of TimelineJS 3, or 2, read one after the other. */
final class SlideJson implements ProposalReader {
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(100).maxStringLength(2_000_000).maxNumberLength(100).maxNameLength(1_000).build()).build();
    private static final List<String> HEADER = List.of("unique_id", "type", "start_date", "end_date", "headline", "text", "group");
    private static final Slide.Columns CALLED = new Slide.Columns("type", "start_date", "start_date", "end_date", "headline", "group");
    /** Of a slide nothing else is held. */
    private static final Set<String> READ = Set.of("unique_id", "group", "tag", "start_date.year", "start_date.month", "start_date.day", "start_date.hour", "start_date.minute", "end_date.year",
            "end_date.month", "end_date.day", "text.headline", "text.text", "startDate", "endDate", "headline", "text");
    private static final Map<String, String> LISTS = Map.of("root.events", "event", "root.eras", "era", "timeline.date", "event", "timeline.era", "era");

    private final JsonParser json;
    /** In which objects and lists it stands: root, timeline, or what a list is of. */
    private final Deque<String> within = new ArrayDeque<>();
    private long row;
    private boolean found;
    private boolean ended;

    SlideJson(ImportFile file) throws IOException {
        json = JSON.createParser(file.open());
    }

    @Override
    public List<String> header() {
        return HEADER;
    }

    @Override
    public Proposal next() throws IOException {
        try {
            return ended ? null : read();
        } catch (JsonProcessingException damaged) {
            throw new UnreadableFileException("At line %d it is no JSON any more: %s".formatted(damaged.getLocation() == null ? 1 : damaged.getLocation().getLineNr(), JsonFault.words(damaged)));
        }
    }

    private Proposal read() throws IOException {
        if (within.isEmpty()) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new UnreadableFileException("It is no timeline of TimelineJS, which is a JSON object with ‘events’ or ‘timeline’");
            }
            within.push("root");
        }
        while (!within.isEmpty()) {
            var token = json.nextToken();
            if (token == null) {
                throw new UnreadableFileException("The file ends in the middle");
            }
            if (token == JsonToken.END_ARRAY || token == JsonToken.END_OBJECT) {
                within.pop();
            } else if (token == JsonToken.FIELD_NAME) {
                var title = field(json.currentName(), json.nextToken());
                if (title != null) {
                    return title;
                }
            } else {
                row++;
                var type = within.peek();
                if (token == JsonToken.START_OBJECT) {
                    return slide(type, fields()).proposal();
                }
                json.skipChildren();
                return slide(type, Map.of()).refused("headline", "", "It is no object of JSON");
            }
        }
        if (json.nextToken() != null) {
            throw new UnreadableFileException("Behind the timeline the file goes on");
        }
        if (!found) {
            throw new UnreadableFileException("It has neither ‘events’, as TimelineJS 3 does, nor a ‘timeline’ with ‘date’, as TimelineJS 2");
        }
        ended = true;
        return null;
    }

    /** Goes into the lists of slides and past all else; the title of the timeline where the field is that. */
    private Proposal field(String name, JsonToken value) throws IOException {
        var path = within.peek() + "." + name;
        var list = LISTS.get(path);
        if (list != null && value == JsonToken.START_ARRAY) {
            found |= list.equals("event");
            within.push(list);
        } else if (path.equals("root.timeline") && value == JsonToken.START_OBJECT) {
            within.push("timeline");
        } else if (path.equals("root.title") && value == JsonToken.START_OBJECT) {
            row++;
            return slide("title", fields()).proposal();
        } else if (path.equals("timeline.headline") && value == JsonToken.VALUE_STRING && !json.getText().isBlank()) {
            row++;
            return slide("title", Map.of("headline", json.getText())).proposal();
        } else {
            json.skipChildren();
        }
        return null;
    }

    /** The fields of the object that begins here, those of objects within it by their paths. */
    private Map<String, String> fields() throws IOException {
        var fields = new HashMap<String, String>();
        var path = new ArrayDeque<String>();
        for (var token = json.nextToken(); token != JsonToken.END_OBJECT || !path.isEmpty(); token = json.nextToken()) {
            if (token == JsonToken.END_OBJECT) {
                path.pop();
            } else if (token != JsonToken.FIELD_NAME) {
                throw new UnreadableFileException("The file ends in the middle");
            } else {
                var name = path.isEmpty() ? json.currentName() : path.peek() + "." + json.currentName();
                var value = json.nextToken();
                if (value == JsonToken.START_OBJECT) {
                    path.push(path.size() > 1 ? "…" : name);
                } else if (value == JsonToken.START_ARRAY) {
                    json.skipChildren();
                } else if (value != null && value != JsonToken.VALUE_NULL && READ.contains(name)) {
                    fields.put(name, json.getText());
                }
            }
        }
        return fields;
    }

    private Slide slide(String type, Map<String, String> fields) {
        var start = date(fields, "start_date", "startDate");
        var end = date(fields, "end_date", "endDate");
        var headline = first(fields, "text.headline", "headline");
        var group = first(fields, "group", "tag");
        var cells = List.of(first(fields, "unique_id"), type, start.cell(), end.cell(), headline, first(fields, "text.text", "text"), group);
        return new Slide(row, HEADER, cells, type, first(fields, "unique_id"), start, end, headline, group, CALLED);
    }

    private static SlideDate date(Map<String, String> fields, String parts, String whole) {
        return fields.containsKey(whole) ? SlideDate.ofCommas(fields.get(whole))
                : new SlideDate(first(fields, parts + ".year"), first(fields, parts + ".month"), first(fields, parts + ".day"), SlideDate.clock(first(fields, parts + ".hour"), first(fields, parts + ".minute")));
    }

    private static String first(Map<String, String> fields, String... names) {
        for (var name : names) {
            if (fields.containsKey(name) && !fields.get(name).isBlank()) {
                return fields.get(name);
            }
        }
        return "";
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
