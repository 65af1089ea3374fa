/** Calendars in iCalendar, with their time zones and recurrences. */
package org.demarche.exchange.in.calendar;
