package org.demarche.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Finds out whether somebody is to be asked before a change is undone. */
@ApplicationScoped
class UndoQuestions {
    @Inject
    RecordTexts texts;
    @Inject
    Revisions revisions;

    /** Where that is asked; null where it need not be, and where others changed the record since, so that it can't be undone at all. */
    String before(RevisionView undone) {
        boolean isPresent = revisions.present(undone.kind(), undone.id()).filter(present -> present.number() == undone.number()).isPresent();
        var restored = undone.version() == 1 ? null : revisions.version(undone.kind(), undone.id(), undone.version() - 1).map(RevisionView::record).orElse(null);
        return isPresent ? asked(texts.feature(undone.kind()), undone, restored) : null;
    }

    @SuppressWarnings("unchecked")
    private static <R extends RootRecord> String asked(Recorded<R> feature, RevisionView undone, RootRecord restored) {
        return feature.askedBeforeUndoing(undone, (R) restored);
    }
}
