/**
 * Everything in, everything out: the archive, which holds all records with their history and is the backup too, and the example timeline,
 * which is kept in the form of one.
 */
package org.demarche.exchange;
