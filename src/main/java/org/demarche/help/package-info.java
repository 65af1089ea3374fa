/** Help: what the words, dates, codes, keys and queries mean, made from the code's own tables. */
package org.demarche.help;
