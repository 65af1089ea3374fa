/**
 * What a format of files is. One is a bean of {@link org.demarche.exchange.in.RowFormat}: a word, how sure it is of a file, and a
 * {@link org.demarche.exchange.in.ProposalReader} that gives one {@link org.demarche.exchange.in.Proposal} for each row: a statement or event
 * record with <em>names in the places of slugs</em>, the documents that it cites, and what the file tells of actors and publishers that may be new.
 * It never asks the database, and reads in memory that does not grow. What is no rows is a {@link org.demarche.exchange.in.WholeFormat}.
 *
 * <p>Each family of files has a room beneath this one; {@code engine} does the rest for all of them. {@code sheet/TimelineFormat} is the plainest
 * format. None knows another, but all may read their rows with {@code table}.
 */
package org.demarche.exchange.in;
