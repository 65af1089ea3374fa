/** Archives handed in like any other file: what they are, and how they are taken in, is {@code exchange/archive/}'s. */
package org.demarche.exchange.in.archives;
