package org.demarche.timeline;

/** Rectangles as the data of one SVG path, to a tenth of a unit. Written by hand: a page has thousands, and formatting took a third of its time. */
final class Boxes {
    private final StringBuilder data = new StringBuilder();

    /** Nothing where the height is less than a twentieth. */
    void add(double x, double y, double width, double height) {
        if (height >= .05) {
            data.append('M');
            number(x);
            data.append(' ');
            number(y);
            data.append('h');
            number(width);
            data.append('v');
            number(height);
            data.append('h');
            number(-width);
            data.append('z');
        }
    }

    private void number(double value) {
        long tenths = Math.round(value * 10);
        if (tenths < 0) {
            data.append('-');
        }
        data.append(Math.abs(tenths) / 10);
        if (tenths % 10 != 0) {
            data.append('.').append(Math.abs(tenths) % 10);
        }
    }

    @Override
    public String toString() {
        return data.toString();
    }
}
