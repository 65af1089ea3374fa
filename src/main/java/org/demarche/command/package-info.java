/** The program as a command: what it does is read from its first word, before anything is started. */
package org.demarche.command;
