package org.demarche.statement;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.demarche.coding.FormCodings;
import org.demarche.coding.FormTopics;
import org.demarche.web.FormRows;
import org.demarche.web.Violation;

/** Tells where in the form stands what a check found wrong in the record that was made from it. */
final class FormFieldNames {
    private static final Pattern PATH = Pattern.compile("(\\w+)\\[(\\d+)](?:\\.(.+))?");

    /** What the ids of the fields begin with, in the order of the page. */
    private static final List<Pattern> ORDER = Stream.of("", "source", "newDocument-.*", "words", "speakers-\\d+-(actor|type|of|role|level|since)", "date", "speakers-.*",
                    "targets-\\d+-(actor|type|of|role|level|since|stance)", "summary", "addressees-.*", "event", "instrument", "time", "dateBasis", "topics-.*", "plover", "contexts", "cameo", "mode",
                    "language", "originalLanguage", "via", "credibility", "respondsTo", "respondsToBasis", "targets-.*")
            .map(Pattern::compile).toList();

    private final StatementRecord record;
    private final List<FormSpeakers.Row> speakers;
    private final List<FormStatement.Target> targets;
    private final FormRows<String> addressees;
    private final FormRows<String> topics;
    private final FormRows<StatementRecord.Stance> stances;

    FormFieldNames(StatementRecord record, List<FormSpeakers.Row> speakers, List<FormStatement.Target> targets, FormRows<String> addressees,
                   FormRows<String> topics, FormRows<StatementRecord.Stance> stances) {
        this.record = record;
        this.speakers = speakers;
        this.targets = targets;
        this.addressees = addressees;
        this.topics = topics;
        this.stances = stances;
    }

    /** What is wrong from the top of the page to its foot, so that the first of it is the first that is seen. */
    static List<Violation> inOrder(List<Violation> violations) {
        return violations.stream().sorted(Comparator.comparingInt(FormFieldNames::place)).toList();
    }

    private static int place(Violation violation) {
        int place = 0;
        while (place < ORDER.size() && !ORDER.get(place).matcher(violation.field()).matches()) {
            place++;
        }
        return place;
    }

    /** @param path in the record: {@code renderings[0].words} stands in the field {@code words} */
    String of(String path) {
        Matcher parts = PATH.matcher(path);
        if (!parts.matches()) {
            return path.equals("speakers") ? "speakers[0].actor" : path.equals("renderings") ? "source" : path;
        }
        int index = Integer.parseInt(parts.group(2));
        var part = parts.group(3) == null ? "" : parts.group(3);
        return switch (parts.group(1)) {
            case "speakers" -> "speakers[" + (index < speakers.size() ? speakers.get(index).number() : index) + "]." + (part.startsWith("behalf[") ? "chain"
                    : part.equals("affiliation") ? "behalf" : part.equals("described") ? "actor" : part);
            case "targets" -> "targets[" + (index < targets.size() ? targets.get(index).number() : index) + "].actor";
            case "addressees" -> "addressees[" + addressees.number(index) + "].actor";
            case "topics" -> FormTopics.field(topics.number(index));
            case "stances" -> "targets[" + stances.number(index) + "]." + (part.equals("holder") ? "holder" : "stance");
            case "renderings" -> part.equals("document") ? "source" : part.startsWith("anchors") ? "words" : part;
            case "codings" -> FormCodings.field(record.codings(), index, part);
            case "links" -> "respondsTo";
            default -> path;
        };
    }
}
