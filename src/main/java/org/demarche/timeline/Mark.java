package org.demarche.timeline;

import java.util.UUID;

import org.demarche.coding.StanceMark;

/**
 * One item as it is drawn in one lane.
 *
 * @param said the whole item in a sentence, for those who hear the page, and on hovering
 * @param bar null where its shape stands alone
 * @param stance null for an event
 * @param x of the middle of the shape; of an event, where its label begins
 * @param y of the middle of the shape
 * @param label cut to its room; may be empty
 * @param look classes: tone, kind of event, {@code current}, {@code dimmed}
 */
record Mark(UUID id, String href, String said, Bar bar, StanceMark stance, double x, double y, String label, double labelX, String look, boolean current) {
    public double labelY() {
        return y + 4;
    }

    public boolean isCancelled() {
        return (" " + look + " ").contains(" cancelled ");
    }

    public double startX() {
        return Scale.rounded(bar.x() + 6);
    }

    public double endX() {
        return Scale.rounded(bar.right() - 12);
    }
}
