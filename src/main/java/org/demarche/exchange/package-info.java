/**
 * Everything in, everything out, in rooms that know little of each other:
 *
 * <ul>
 * <li>{@code in}: what a format of files is; {@code in.engine}: what brings a file in; beneath it a room for each family of files
 * <li>{@code out}: a query in each form that other tools expect
 * <li>{@code archive}: all records with their history; {@code backup}: archives made each night
 * <li>{@code example}: the example timeline
 * </ul>
 *
 * Nothing is in this package itself. Which room may use which stands in {@code ArchitectureTest}.
 */
package org.demarche.exchange;
