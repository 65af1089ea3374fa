/**
 * The one way to keep a change: {@link org.demarche.history.History} checks, stores, numbers and makes durable what a feature offers as
 * {@link org.demarche.history.Recorded}. Revisions are only ever added. Nothing here knows what a statement is.
 */
package org.demarche.history;
