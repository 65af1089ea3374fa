/**
 * Dates as analysts know them, and what follows from them: EDTF dates with their four days, windows on the
 * timeline, the words in which dates are shown and the forgiving reading of what is typed.
 *
 * <p>Days are 64-bit numbers, counted from 1970-01-01 in the proleptic Gregorian calendar, so that an open or
 * unknown bound can be a number too. This package uses the JDK and nothing else.
 */
package org.demarche.time;
