/** The example timeline of the first start: loaded, marked, and removed without what others have made of it. */
package org.demarche.exchange.example;
