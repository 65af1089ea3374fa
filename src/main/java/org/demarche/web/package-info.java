/**
 * What every page and every answer share: the page shell, the words of errors, the checks that a request passes before any
 * feature sees it. Features above this one throw the exceptions of this package; only this package turns them into answers.
 */
package org.demarche.web;
