/**
 * Archives made each night, checked by restoring them elsewhere, and kept: {@link org.demarche.exchange.backup.Backups} makes one,
 * {@link org.demarche.exchange.backup.BackupSchedule} says when.
 */
package org.demarche.exchange.backup;
