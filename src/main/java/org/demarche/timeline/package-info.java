/**
 * The timeline: the index behind {@link org.demarche.item.Items}, its pages, its CSV.
 *
 * <p>A page goes one way: {@code Timeline} asks the index, {@code ItemChart} or {@code Counted} turn the answers into a drawing in plain
 * Java, the templates write the drawing down as SVG. No template computes, no drawing asks.
 */
package org.demarche.timeline;
