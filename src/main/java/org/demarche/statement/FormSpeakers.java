package org.demarche.statement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.demarche.actor.FormActors;
import org.demarche.actor.Speaking;
import org.demarche.history.Change;
import org.demarche.item.ActorRef;
import org.demarche.source.Documents;
import org.demarche.time.DateWords;
import org.demarche.time.EdtfDate;
import org.demarche.web.FormErrors;
import org.demarche.web.FormFields;

/** Reads who spoke and on whose behalf, and what the form says and asks of it. */
@ApplicationScoped
class FormSpeakers {
    /** The choice of somebody whom resolution does not give. */
    static final String OTHER = "other";

    /** In front of a principal's slug: whichever answer ends with it, where that is one. */
    static final String FOR = "for ";

    @Inject
    FormActors formActors;
    @Inject
    Speaking speaking;

    /**
     * One row.
     *
     * @param number of the row in the form
     * @param actor null where the name means nobody, or several
     * @param choices on whose behalf it may have been; empty while speaker or date is missing
     * @param record as it goes into the statement
     */
    record Row(int number, ActorRef actor, boolean unknown, List<Choice> choices, StatementRecord.Speaker record) {
        public boolean isAsked() {
            return choices.size() > 1;
        }

        /** The one answer, null where there is none or several. */
        public Choice only() {
            return choices.size() == 1 ? choices.get(0) : null;
        }
    }

    /** One answer to 'on whose behalf?', with the key that the form sends for it. */
    record Choice(String key, Speaking.Candidate candidate) {
        public String role() {
            return candidate.role();
        }

        /** What stands between the speaker and the principal; null where nothing does. */
        public String of() {
            return candidate.behalf().size() < 2 ? null : candidate.behalf().get(0).name();
        }

        public String principal() {
            return candidate.principal().shortName();
        }

        public boolean isSure() {
            return candidate.sure();
        }

        /** The dates of the tie; null where there is none. */
        public String dates() {
            return candidate.affiliation() == null ? null : DateWords.sinceAndUntil(candidate.since(), candidate.until());
        }
    }

    List<Row> read(FormFields fields, EdtfDate date, Documents.DocumentName attesting, StatementRecord base, Change change, FormErrors errors) {
        var rows = new ArrayList<Row>();
        for (int number : fields.rows("speakers")) {
            var prefix = "speakers[" + number + "].";
            if (fields.isBlank(prefix + "actor")) {
                continue;
            }
            var named = formActors.read(prefix, fields, attesting, change, errors);
            var choices = named.actor() == null || date == null ? List.<Choice>of()
                    : speaking.candidates(named.actor(), date.days()).stream().map(FormSpeakers::choice).toList();
            if (fields.text(prefix + "behalf").startsWith(FOR)) {
                fields.put(prefix + "behalf", keyFor(fields.text(prefix + "behalf").substring(FOR.length()), choices));
            }
            var record = record(prefix, fields, named.actor(), choices, date, base, errors);
            if (choices.size() > 1 && record.behalf() == null) {
                errors.add(prefix + "behalf", "On that date it may have been on behalf of several: choose one");
            }
            rows.add(new Row(number, named.actor(), named.unknown(), choices, record));
        }
        return rows;
    }

    /** The fields of a speaker that is recorded. */
    void write(int number, StatementRecord.Speaker speaker, FormFields fields) {
        var prefix = "speakers[" + number + "].";
        fields.put(prefix + "actor", speaker.actor() == null ? speaker.described() : formActors.names(List.of(speaker.actor())).get(speaker.actor()));
        if (speaker.actor() == null) {
            fields.put(prefix + "type", FormActors.DESCRIBED);
        }
        boolean chosen = Boolean.TRUE.equals(speaker.override()) || speaker.actor() == null && !speaker.behalf().isEmpty();
        if (chosen) {
            fields.put(prefix + "chain", String.join(" > ", formActors.names(speaker.behalf()).values()));
        }
        fields.put(prefix + "behalf", chosen ? OTHER : key(speaker.behalf(), Objects.toString(speaker.affiliation(), null)));
        fields.put(prefix + "as", speaker.role());
    }

    private StatementRecord.Speaker record(String prefix, FormFields fields, ActorRef actor, List<Choice> choices, EdtfDate date, StatementRecord base, FormErrors errors) {
        var role = fields.value(prefix + "as");
        if (actor == null) {
            boolean described = FormActors.DESCRIBED.equals(fields.value(prefix + "type"));
            return new StatementRecord.Speaker(null, described ? fields.value(prefix + "actor") : null, role, chain(prefix, fields, errors), null, false);
        }
        var key = fields.text(prefix + "behalf");
        var before = base == null ? null : base.speakers().stream().filter(speaker -> actor.slug().equals(speaker.actor())).findFirst().orElse(null);
        var described = before == null ? null : before.described();
        if (key.equals(OTHER)) {
            var chain = chain(prefix, fields, errors);
            if (chain.isEmpty() && !fields.has(prefix + "chain") || fields.isBlank(prefix + "chain")) {
                errors.add(prefix + "chain", "Say on whose behalf, the state or organisation last: Ministry of Foreign Affairs > Japan");
            }
            return new StatementRecord.Speaker(actor.slug(), described, role, chain, null, true);
        }
        boolean left = before != null && !key.isEmpty() && before.behalf() != null && key.equals(key(before.behalf(), Objects.toString(before.affiliation(), null)));
        if (left && date != null && date.toString().equals(base.date()) && Objects.equals(role, before.role())) {
            return before;
        }
        // A role that only stands there since the form was opened belongs to the office that was left.
        var said = base != null && !left && base.speakers().stream().anyMatch(speaker -> Objects.equals(speaker.role(), role)) ? null : role;
        return choices.stream().filter(choice -> choice.key().equals(key)).findFirst()
                .map(choice -> new StatementRecord.Speaker(actor.slug(), described, said, choice.candidate().slugs(), choice.candidate().affiliation(), false))
                .orElseGet(() -> new StatementRecord.Speaker(actor.slug(), described, said, null, null, false));
    }

    /** 'Ministry of Foreign Affairs > Japan' as slugs. */
    private List<String> chain(String prefix, FormFields fields, FormErrors errors) {
        var slugs = new ArrayList<String>();
        for (var name : Arrays.stream(fields.text(prefix + "chain").split(">")).map(String::strip).filter(name -> !name.isEmpty()).toList()) {
            var meant = formActors.meant(name);
            if (meant.size() == 1) {
                slugs.add(meant.get(0).slug());
            } else {
                errors.add(prefix + "chain", meant.isEmpty() ? "There is no actor ‘" + name + "’" : "Several actors are called ‘" + name + "’. Write one of: "
                        + String.join(", ", meant.stream().map(ActorRef::slug).toList()));
            }
        }
        return slugs;
    }

    /** Null where no answer ends with that principal, or several do. */
    private static String keyFor(String principal, List<Choice> choices) {
        var fitting = choices.stream().filter(choice -> choice.candidate().principal().slug().equals(principal)).toList();
        return fitting.size() == 1 ? fitting.get(0).key() : null;
    }

    private static Choice choice(Speaking.Candidate candidate) {
        return new Choice(key(candidate.slugs(), Objects.toString(candidate.affiliation(), null)), candidate);
    }

    private static String key(List<String> chain, String affiliation) {
        return String.join(">", chain) + "@" + (affiliation == null ? "" : affiliation);
    }
}
