/** Events that machines have coded from the news: GDELT and ICEWS, with the actors of CAMEO. */
package org.demarche.exchange.in.coded;
