package org.demarche.exchange.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.demarche.coding.Topics;
import org.demarche.history.Change;
import org.demarche.history.History;
import org.demarche.history.Identities;
import org.demarche.history.KeptRevision;
import org.demarche.history.Rebuilding;
import org.demarche.history.RecordTexts;
import org.demarche.history.Revisions;
import org.demarche.history.RootRecord;
import org.demarche.web.JsonFault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Takes an archive in: into an empty instance with its whole history, into one that holds something by merging it, record by record. */
@ApplicationScoped
public class ArchiveImport {
    @Inject
    ArchiveRestore restore;
    @Inject
    Revisions revisions;
    @Inject
    History history;
    @Inject
    Identities identities;
    @Inject
    Topics topics;
    @Inject
    RecordTexts texts;
    @Inject
    ObjectMapper mapper;

    /**
     * @param check whether to say what would come of it, and store nothing
     * @param begins is given each change of a merging before it is made
     * @throws ArchiveException where the file is no whole and right archive
     * @throws Rebuilding.NotEmptyException where somebody writes into an empty instance meanwhile
     */
    public ArchiveOutcome take(Path file, boolean check, Consumer<Change> begins, Pace pace) throws IOException {
        try (var archive = ArchiveReader.open(file, mapper)) {
            if (revisions.last() == 0 && !check) {
                var restored = restore.restore(file, pace);
                return new ArchiveOutcome(restored.records(), restored.records(), 0, 0, 0, 0, List.of());
            }
            archive.verify(pace);
            return new ArchiveMerge(archive, this, check, begins, pace).all();
        }
    }

    /** @throws ArchiveException where it is none of its kind */
    RootRecord recordOf(KeptRevision kept) {
        try {
            return texts.readForeign(kept.kind(), kept.text());
        } catch (JsonProcessingException wrong) {
            throw new ArchiveException("this is no " + kept.kind().label() + ": " + JsonFault.words(wrong));
        }
    }
}
