package org.demarche.web;

/** Somebody saved a newer version of the record than the one that was changed: answered with 409. */
public class StaleVersionException extends ConflictException {

    /** @param current the record as it stands now, with its version */
    public StaleVersionException(Object current) {
        super("Somebody else changed this record after you opened it. Nothing was overwritten.", current);
    }
}
