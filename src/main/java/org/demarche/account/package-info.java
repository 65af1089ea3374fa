/** Who is asking, and what they may do. Until accounts exist it is always the person at this machine. */
package org.demarche.account;
