package org.demarche.timeline;

import org.demarche.coding.StanceMark;

/** Colours of a drawing that leaves its page, where no style sheet follows it. */
record Palette(String paper, String sheet, String wash, String ink, String soft, String faint, String rule, String ruleStrong, String control,
               String critical, String supportive, String neutral, String criticalWash, String supportiveWash, String neutralWash) {

    /** Those of the light look, as tokens.css has them. */
    static final Palette LIGHT = new Palette("#fbfaf7", "#ffffff", "#f3f0e9", "#1c1b19", "#5d5850", "#6f695e", "#e2ddd3", "#c9c2b4", "#8a8376",
            "#a04e05", "#2166ac", "#6b675f", "#fbeedd", "#e6eff8", "#efede8");
    /** Ink at 28 % on paper. */
    private static final String GREY = "#bdbcb9";

    /**
     * How an outline is drawn: the values of presentation attributes.
     *
     * @param dashes null for an unbroken line
     */
    record Stroke(String fill, String stroke, String dashes, String cap) {
    }

    /** As timeline.css draws the bar of a mark, with nothing selected. */
    public Stroke bar(Mark mark) {
        var looks = mark.look() + " " + mark.bar().look();
        boolean planned = has(looks, "planned");
        return new Stroke(fill(mark, looks), stroke(mark, looks), planned ? "1 3" : has(looks, "dashed") ? "5 3" : null, planned ? "round" : "butt");
    }

    public String of(StanceMark mark) {
        return switch (mark.sign()) {
            case CRITICAL -> critical;
            case SUPPORTIVE -> supportive;
            case NEUTRAL, MIXED, NONE -> neutral;
        };
    }

    /** In letters, for those who read a key: the same shapes. */
    public String shape(StanceMark mark) {
        return switch (mark.sign()) {
            case CRITICAL -> "▼";
            case SUPPORTIVE -> "▲";
            case NEUTRAL -> "●";
            case MIXED -> "◆";
            case NONE -> "○";
        };
    }

    /** How dark the foot of a step is, from hardly any that is not coded to all. */
    public double shade(int number) {
        return switch (number) {
            case 0 -> .25;
            case 1 -> .45;
            case 2 -> .7;
            default -> 1;
        };
    }

    private String fill(Mark mark, String looks) {
        if (has(looks, "ink")) {
            return GREY;
        }
        if (mark.bar().mask() == null && has(looks, "hollow")) {
            return paper;
        }
        return mark.stance() != null ? wash(mark.stance()) : mark.bar().mask() != null || has(looks, "lasting") ? neutralWash : paper;
    }

    private String stroke(Mark mark, String looks) {
        if (has(looks, "ink")) {
            return ink;
        }
        boolean faded = mark.bar().mask() != null;
        if (mark.stance() == null) {
            return faded ? "none" : control;
        }
        return faded && of(mark.stance()).equals(neutral) ? "none" : of(mark.stance());
    }

    private String wash(StanceMark mark) {
        return switch (mark.sign()) {
            case CRITICAL -> criticalWash;
            case SUPPORTIVE -> supportiveWash;
            case NEUTRAL, MIXED, NONE -> neutralWash;
        };
    }

    private static boolean has(String looks, String look) {
        return (" " + looks + " ").contains(" " + look + " ");
    }
}
