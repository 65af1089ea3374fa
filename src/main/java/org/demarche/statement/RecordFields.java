package org.demarche.statement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.demarche.actor.FormActors;
import org.demarche.coding.FormCodings;
import org.demarche.coding.FormTopics;
import org.demarche.event.LinkKind;
import org.demarche.history.RecordKind;
import org.demarche.history.Revisions;
import org.demarche.source.Documents;
import org.demarche.source.FormSelection;
import org.demarche.source.FormSources;
import org.demarche.source.PastedSource;
import org.demarche.text.Quotations;
import org.demarche.text.ReportingMode;
import org.demarche.text.Texts;
import org.demarche.web.FormFields;
import org.demarche.web.Violations;

/** Fills the fields of the form from a statement that is recorded, or from the parameters of a page that opens it. */
@ApplicationScoped
class RecordFields {
    /** Whether the form stands in the window beside a page that is read, where saving leads back to that page. */
    static final String CAPTURED = "captured";

    /** Pages give the moment; the day is the one where they were printed. */
    private static final Pattern MOMENT = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[T ].*", Pattern.DOTALL);

    @Inject
    FormActors formActors;
    @Inject
    FormSpeakers formSpeakers;
    @Inject
    Documents documents;
    @Inject
    FormSelection formSelection;
    @Inject
    Revisions revisions;
    @Inject
    FormTopics formTopics;

    FormFields of(StatementRecord record) {
        var fields = new FormFields(Map.of());
        var names = formActors.names(Stream.of(record.addressees().stream(), record.targets().stream(), record.stances().stream().map(StatementRecord.Stance::holder),
                record.renderings().stream().map(StatementRecord.Rendering::via)).flatMap(slugs -> slugs).filter(Objects::nonNull).distinct().toList());
        rendering(record.preferred(), names, fields);
        fields.put("date", record.date()).put("time", record.time()).put("summary", record.summary()).put("event", record.event())
                .put("instrument", record.instrument()).put("version", record.version());
        for (int row = 0; row < record.speakers().size(); row++) {
            formSpeakers.write(row, record.speakers().get(row), fields);
        }
        for (int row = 0; row < record.addressees().size(); row++) {
            fields.put("addressees[" + row + "].actor", names.get(record.addressees().get(row)));
        }
        targets(record, names, fields);
        formTopics.fill(record.topics(), fields);
        FormCodings.fill(record.codings(), fields);
        record.links().stream().filter(link -> LinkKind.RESPONDS_TO.name().equals(link.kind())).findFirst()
                .ifPresent(link -> fields.put("respondsTo", link.to()).put("respondsToBasis", link.basis()));
        return fields;
    }

    FormFields of(StatementRecord.Rendering rendering) {
        var fields = new FormFields(Map.of());
        rendering(rendering, formActors.names(Stream.ofNullable(rendering.via()).toList()), fields);
        return fields;
    }

    /** The fields that a page which opens an empty form may fill: by the names that other pages use for the same things. */
    FormFields ofParameters(Map<String, List<String>> parameters) {
        var given = new FormFields(parameters);
        var fields = new FormFields(Map.of());
        fields.put("document", given.value("document")).put("words", given.value("quote")).put("date", given.value("date")).put("event", given.value("event"))
                .put("summary", given.value("summary")).put("respondsTo", given.value("responds_to")).put("instrument", given.value("instrument")).put(CAPTURED, given.value(CAPTURED));
        formSelection.begin("", given, fields);
        var source = Stream.of(given.value("title"), given.value("url")).filter(Objects::nonNull).toList();
        if (!source.isEmpty()) {
            fields.put("source", String.join(" ", source));
        }
        number("speakers", given.all("speaker"), fields);
        number("targets", given.value("responds_to") == null || given.value("target") != null ? given.all("target") : principals(given.value("responds_to")), fields);
        number("addressees", given.all("addressee"), fields);
        if (given.value("speaker") != null && given.value("behalf") != null) {
            fields.put("speakers[0].behalf", FormSpeakers.FOR + given.value("behalf"));
        }
        fields.put("principal", given.value("behalf"));
        return fields;
    }

    /** For whom a statement was said: a response is mostly about them. Empty for an event, and for what is not there. */
    private List<String> principals(String statement) {
        return FormSources.uuid(statement).flatMap(id -> revisions.present(RecordKind.STATEMENT, id)).filter(present -> !present.isRetraction())
                .map(present -> ((StatementRecord) present.record()).speakers().stream().filter(speaker -> !speaker.behalf().isEmpty())
                        .map(speaker -> speaker.behalf().get(speaker.behalf().size() - 1)).distinct().toList()).orElse(List.of());
    }

    /** What a page says of itself: the document that is there under its address, else what one begins with. */
    FormFields ofCapture(Map<String, List<String>> parameters, Violations violations) {
        var given = new FormFields(parameters);
        var url = given.value("url");
        var site = given.value("site");
        var title = withoutSite(given.value("title"), site);
        if (url != null && PastedSource.of(url).url() == null) {
            violations.add("source", "This is no address of a page on the web: it must begin with https:// or http://");
        }
        if (site != null && Texts.problem(Texts.normalise(site)).isPresent()) {
            violations.add(FormSources.NEW + "publisher", Texts.problem(Texts.normalise(site)).orElseThrow());
        }
        var published = given.value("published");
        var moment = published == null ? null : MOMENT.matcher(published);
        var language = given.value("lang");
        return new FormFields(Map.of()).put(CAPTURED, "1").put("words", given.value("quote")).put("source", url != null ? url : title)
                .put(FormSources.NEW + "title", title).put(FormSources.NEW + "site", site)
                .put(FormSources.NEW + "published", moment != null && moment.matches() ? moment.group(1) : published)
                .put(FormSources.NEW + "language", language == null ? null : language.replace('_', '-'));
    }

    /** A title as browsers show it ends with the name of the site. */
    private static String withoutSite(String title, String site) {
        if (title == null || site == null || !title.endsWith(site)) {
            return title;
        }
        var rest = title.substring(0, title.length() - site.length()).strip();
        var alone = rest.replaceFirst("\\s*[|｜—–-]$", "");
        return alone.isEmpty() || alone.equals(rest) ? title : alone;
    }

    private void rendering(StatementRecord.Rendering rendering, Map<String, String> names, FormFields fields) {
        var follows = rendering.words() == null ? ReportingMode.INDIRECT : Quotations.mode(rendering.words());
        fields.put("document", rendering.document()).put("words", rendering.words()).put("mode", follows.name().equals(rendering.mode()) ? null : rendering.mode())
                .put("language", rendering.language()).put("originalLanguage", rendering.originalLanguage())
                .put("via", rendering.via() == null ? null : names.get(rendering.via())).put("credibility", rendering.credibility());
        documents.named(rendering.document()).ifPresent(document -> fields.put("source", FormSources.label(document)));
    }

    /** A target toward which several hold a stance has a row for each. */
    private static void targets(StatementRecord record, Map<String, String> names, FormFields fields) {
        int row = 0;
        for (var target : record.targets()) {
            var stances = record.stances().stream().filter(stance -> target.equals(stance.toward())).toList();
            for (var stance : stances) {
                fields.put("targets[" + row + "].actor", names.get(target)).put("targets[" + row + "].stance", stance.value())
                        .put("targets[" + row + "].holder", stance.holder() == null ? null : names.get(stance.holder()));
                row++;
            }
            if (stances.isEmpty()) {
                fields.put("targets[" + row + "].actor", names.get(target));
                row++;
            }
        }
    }

    private void number(String list, List<String> given, FormFields fields) {
        var names = named(given);
        for (int row = 0; row < names.size(); row++) {
            fields.put(list + "[" + row + "].actor", names.get(row));
        }
    }

    /** Slugs as names; what is no slug is a name already. */
    private List<String> named(List<String> given) {
        var names = new LinkedHashMap<>(formActors.names(given));
        return given.stream().map(slug -> names.getOrDefault(slug, slug)).toList();
    }
}
