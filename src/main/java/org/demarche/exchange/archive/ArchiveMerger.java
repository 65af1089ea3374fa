package org.demarche.exchange.archive;

import java.util.UUID;

/** That the slug of a retracted topic leads to another one, which no revision tells. */
record ArchiveMerger(UUID topic, UUID into) {
}
