/**
 * What happens to a file, whatever its format. {@link org.demarche.exchange.in.engine.ImportDesk} is where pages, the API and the command hand it in.
 * {@code ImportRows} lays each row over what is there and checks or keeps it; {@code NameFinder} finds whom a name means, and {@code ImportNaming}
 * puts that in the rows. {@code ImportEngine} works in batches of less than a second that a killed process leaves whole or not at all,
 * {@code ImportUndo} takes an import back, {@code Imports} holds what is known of each.
 */
package org.demarche.exchange.in.engine;
