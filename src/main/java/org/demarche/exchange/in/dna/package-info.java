/** Projects of the Discourse Network Analyzer, versions 2 and 3, which are databases of SQLite. */
package org.demarche.exchange.in.dna;
