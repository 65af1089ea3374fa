/** The JSON API: the same records, checks and query as the pages. */
package org.demarche.api;
