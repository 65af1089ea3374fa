/**
 * Schemes of codes for what was said and done, with their numbers: PLOVER, CAMEO, stances and the Admiralty code. Codes and scores are
 * facts of the field; every label is our own.
 */
package org.demarche.coding;
