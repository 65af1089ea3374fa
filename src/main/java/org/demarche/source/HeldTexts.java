package org.demarche.source;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Whether the text of a document is held, for templates of features that know nothing of documents. */
@Named("heldTexts")
@ApplicationScoped
public class HeldTexts {
    @Inject
    Documents documents;

    /** True also of a document that was retracted: there is nothing to bring then. */
    public boolean isHeld(UUID document) {
        return documents.named(document).map(Documents.DocumentName::held).orElse(true);
    }
}
