package org.demarche.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a handler of the API that takes a file as {@code multipart/form-data}, which a program sends without the token of a form.
 * Pages of other sites are kept out by their {@code Origin}, which browsers send with each such request and {@link Gate} refuses.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface FileFromProgram {
}
