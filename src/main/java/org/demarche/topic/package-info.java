/** The code book as people tend it: what is said on one topic, and topics that are renamed, merged and split. */
package org.demarche.topic;
