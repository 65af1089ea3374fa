/**
 * All records with their whole history in one file: {@link org.demarche.exchange.archive.Archives} writes it,
 * {@link org.demarche.exchange.archive.ArchiveReader} reads it as if it came from an enemy, {@link org.demarche.exchange.archive.ArchiveImport}
 * takes it in, into an empty database or into what is there.
 */
package org.demarche.exchange.archive;
