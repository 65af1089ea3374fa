/**
 * Everything in, everything out. For now: the example timeline, which is kept and loaded in the form of an archive.
 */
package org.demarche.exchange;
