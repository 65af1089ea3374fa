package org.demarche.coding;

/**
 * One code of CAMEO 1.1b3. Rival scores and quad classes stand side by side, since data sets follow one or the other.
 *
 * @param code {@code 050}; never a number, since the zero in front counts
 * @param goldstein the Goldstein score that GDELT gives it, null for 1213, which GDELT does not have
 * @param intensity the intensity that ICEWS gives it
 * @param quadGdelt the quad class in GDELT
 * @param quadBeger the quad class in Beger's reading of ICEWS
 */
public record CameoCode(String code, String label, Double goldstein, Double intensity, QuadClass quadGdelt, QuadClass quadBeger) {

    /** The two digits of its category. */
    public String root() {
        return code.substring(0, 2);
    }

    /** Its first three digits, or the whole of a root. */
    public String base() {
        return code.substring(0, Math.min(3, code.length()));
    }
}
