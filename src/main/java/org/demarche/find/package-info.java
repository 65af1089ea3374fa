/** One field for everything: an actor by any name, a collection, an event, a date, words, or what can be done. */
package org.demarche.find;
