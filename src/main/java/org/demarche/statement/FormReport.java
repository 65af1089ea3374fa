package org.demarche.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.demarche.history.Change;
import org.demarche.history.History;
import org.demarche.history.Meanwhile;
import org.demarche.history.Merging;
import org.demarche.history.RevisionView;
import org.demarche.source.Documents;
import org.demarche.source.FormSources;
import org.demarche.text.AnchorState;
import org.demarche.text.Quotations;
import org.demarche.text.ReportingMode;
import org.demarche.text.WordDifferences;
import org.demarche.web.FormErrors;
import org.demarche.web.FormFields;
import org.demarche.web.Violations;

/**
 * Understands the form of one report of a statement. What else of the statement somebody changed since the form was opened stays as they
 * have it; where they changed this very report, both are shown and nothing is kept before it is chosen.
 */
@ApplicationScoped
class FormReport {
    private static final int NONE = -1;

    @Inject
    History history;
    @Inject
    Merging merging;
    @Inject
    FormSources formSources;
    @Inject
    FormStatement formStatement;
    @Inject
    Documents documents;
    @Inject
    RecentStatements recent;
    @Inject
    FormOffers offers;
    @Inject
    StatementViews views;

    /** @param saved null where it was not kept */
    record Read(ReportForm form, StatementRecord saved) {
    }

    /**
     * What the form was opened on, and what it is now.
     *
     * @param present may be a retraction
     * @param now what it is, or was before it was retracted
     */
    record Opened(StatementRecord base, int number, RevisionView present, StatementRecord now) {

        /** Null for a new one. */
        StatementRecord.Rendering before() {
            return number == 0 ? null : base.renderings().get(number - 1);
        }

        /** Where it stands now, if nobody changed it. */
        int place() {
            return number == 0 ? NONE : base.version().equals(now().version()) ? number - 1 : now().renderings().indexOf(before());
        }

        /** What somebody else made of it; null where it is gone. */
        StatementRecord.Rendering theirs() {
            var added = now().renderings().stream().filter(other -> !base.renderings().contains(other)).toList();
            var before = before();
            return added.stream().filter(other -> other.document().equals(before.document())).findFirst()
                    .orElseGet(() -> added.isEmpty() || now().renderings().size() < base.renderings().size() ? null : added.get(0));
        }
    }

    /** One report and where it goes; the place of a new one is beyond the last. */
    private record Placed(StatementRecord.Rendering report, int place, Meanwhile meanwhile, boolean removed) {
    }

    /** @throws org.demarche.web.StaleVersionException where somebody changed the statement in this very moment */
    Read read(FormFields typed, Opened opened, FormReading.Purpose purpose, Violations given) {
        return history.attempt(change -> {
            var errors = new FormErrors();
            var problems = new Violations();
            var fields = typed.keepable(problems);
            errors.addAll(problems);
            errors.addAll(given);
            var offered = formSources.offered(recent.used().documents());
            var cited = formSources.read("", fields, offered, change, errors);
            var document = cited.document();
            boolean wasPreferred = opened.number > 0 && Boolean.TRUE.equals(opened.before().preferred());
            var placed = placed(formStatement.rendering(fields, document, opened.before(), wasPreferred || !fields.isBlank("preferred"), errors), opened, fields);
            var record = opened.now().withRenderings(with(placed, opened.now()), fields.value("reason")).identified(opened.base.id(), opened.present.version());
            // What is recorded was checked when it was kept.
            var checked = purpose == FormReading.Purpose.OPEN ? record : checked(record, placed.place, cited.isNew(), change, errors);
            switch (purpose) {
                case OPEN -> errors.clear();
                case LIVE -> errors.dropMissing(fields);
                case CHECK, SAVE -> {
                    // All of it is told.
                }
            }
            boolean keeps = purpose == FormReading.Purpose.SAVE && errors.isEmpty() && placed.meanwhile == null && !placed.removed;
            var form = keeps ? null : form(checked.renderings().get(placed.place), placed, opened, fields, errors, cited, List.copyOf(offered.keySet()));
            return new History.Attempt<>(new Read(form, keeps ? change.keep(record) : null), keeps);
        });
    }

    /** Null where it was changed meanwhile or is the only one. */
    StatementRecord removed(Opened opened, String reason) {
        int place = opened.place();
        if (place < 0 || opened.now().renderings().size() == 1) {
            return null;
        }
        var left = new ArrayList<>(opened.now().renderings());
        boolean wasPreferred = Boolean.TRUE.equals(left.remove(place).preferred());
        if (wasPreferred) {
            left.set(0, left.get(0).preferred(true));
        }
        return history.keep(opened.now().withRenderings(left, reason));
    }

    private Placed placed(StatementRecord.Rendering mine, Opened opened, FormFields fields) {
        var now = opened.now().renderings();
        int place = opened.place();
        var retraction = opened.present.isRetraction() ? merging.between(opened.base, opened.present, opened.base, fields) : null;
        var unseen = retraction == null || retraction.isSettled(fields.value(Meanwhile.SEEN)) ? null : retraction;
        if (opened.number == 0 || place >= 0) {
            return new Placed(mine, place < 0 ? now.size() : place, unseen, false);
        }
        var theirs = opened.theirs();
        if (theirs == null) {
            return new Placed(mine, now.size(), null, true);
        }
        // Where it stands in the text follows from the words, and which one lists show is no part of this report alone.
        var began = opened.before().anchored(List.of()).preferred(true);
        var ours = mine.anchored(List.of()).preferred(true);
        var saved = theirs.anchored(List.of()).preferred(true);
        var meanwhile = merging.between(began, saved, ours, opened.present, fields);
        if (!meanwhile.isSettled(fields.value(Meanwhile.SEEN))) {
            return new Placed(mine, now.indexOf(theirs), meanwhile, false);
        }
        var merged = merging.merged(began, saved, ours, meanwhile);
        var anchored = sameWords(merged, theirs) ? theirs : sameWords(merged, mine) ? mine : null;
        return new Placed(merged.anchored(anchored == null ? formStatement.anchors(merged) : anchored.anchors())
                .preferred(Boolean.TRUE.equals(mine.preferred()) || Boolean.TRUE.equals(theirs.preferred())), now.indexOf(theirs), null, false);
    }

    private static boolean sameWords(StatementRecord.Rendering one, StatementRecord.Rendering other) {
        return Objects.equals(one.words(), other.words()) && one.document().equals(other.document());
    }

    /** All reports of the statement with this one among them; where lists are to show it, none of the others. */
    private static List<StatementRecord.Rendering> with(Placed placed, StatementRecord now) {
        var all = new ArrayList<>(now.renderings());
        if (Boolean.TRUE.equals(placed.report.preferred())) {
            all.replaceAll(other -> other.preferred(false));
        }
        if (placed.place < all.size()) {
            all.set(placed.place, placed.report);
        } else {
            all.add(placed.report);
        }
        return all;
    }

    private static StatementRecord checked(StatementRecord record, int place, boolean isNew, Change change, FormErrors errors) {
        var violations = new Violations();
        var checked = change.checked(record, violations);
        var own = "renderings[" + place + "].";
        errors.addAll(violations.list(), path -> {
            if (!path.startsWith(own)) {
                return "";
            }
            var field = path.substring(own.length());
            return field.equals("document") ? isNew ? FormSources.NEW + "publisher" : "source" : field.startsWith("anchors") ? "words" : field;
        });
        return checked;
    }

    private ReportForm form(StatementRecord.Rendering report, Placed placed, Opened opened, FormFields fields, FormErrors errors, FormSources.Cited cited, List<String> offered) {
        var anchor = report.anchors().stream().findFirst().map(first -> first.state()).orElse(AnchorState.UNVERIFIED.name());
        var follows = report.words() == null ? ReportingMode.INDIRECT : Quotations.mode(report.words());
        var mode = report.mode() == null ? follows.name() : report.mode();
        boolean preferred = opened.number > 0 && !placed.removed && Boolean.TRUE.equals(opened.before().preferred());
        return new ReportForm(opened.now().id(), placed.removed ? 0 : opened.number, preferred, opened.number > 0 && opened.now().renderings().size() == 1, fields, errors.list(),
                cited.document(), cited.isNew(), mode, anchor.equals(AnchorState.UNVERIFIED.name()) ? null : (Boolean) anchor.equals(AnchorState.EXACT.name()),
                views.of(opened.now()), compared(report, opened), new ReportForm.Choices(offered, offers.actors()), placed.meanwhile, placed.removed ? opened.present.by() : null,
                StatementChecks.misquoted(mode, report.words(), documents.text(cited.document())).orElse(null));
    }

    /** With the words that lists show, of this report with the first of the others. */
    private static WordDifferences.Sides compared(StatementRecord.Rendering report, Opened opened) {
        var preferred = opened.now().preferred();
        var others = Stream.concat(Stream.of(preferred), opened.now().renderings().stream()).filter(other -> !other.equals(opened.before())).filter(other -> other.words() != null);
        return others.filter(other -> report.words() != null && StatementView.sameLanguage(other, report)).findFirst()
                .map(other -> WordDifferences.sides(other.words(), report.words())).orElse(null);
    }
}
