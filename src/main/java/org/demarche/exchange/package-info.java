/**
 * Everything in, everything out.
 *
 * <p><b>In.</b> A file is brought in by its format and by one engine. A format is a bean of {@code ImportFormat}: a word, how sure it is of a file, and a
 * {@code ProposalReader} that gives one {@code Proposal} for each row: a statement or event record with <em>names in the places of slugs</em>, the documents
 * that it cites, and what the file tells of actors and publishers that may be new. It never asks the database, and reads in memory that does not grow.
 * The engine does the rest for all formats: {@code NameFinder} finds whom a name means, {@code ImportRows} lays each row over what is there and checks or keeps it,
 * {@code ImportEngine} works in batches of less than a second that a killed process leaves whole or not at all, {@code ImportUndo} takes an import back,
 * {@code Imports} holds what is known of each. {@code TimelineFormat} is the plainest reader; {@code TimelineRow} makes records of cells, and a reader whose rows
 * can be said in the columns of the timeline CSV may use it too. {@code ImportDesk} is where pages, the API and the command hand files in.
 *
 * <p>The archive holds all records with their history and is the backup too; the example timeline is kept and loaded in its form.
 */
package org.demarche.exchange;
