/** Timelines of TimelineJS, as JSON or as its spreadsheet. */
package org.demarche.exchange.in.slides;
