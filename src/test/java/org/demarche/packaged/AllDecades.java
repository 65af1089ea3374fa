package org.demarche.packaged;

/** Windows of nearly all decades, no two alike: more than the server keeps counts for, so that asking for one after the other is always counted anew. */
final class AllDecades {
    /** Half-years that are left out at each end. */
    private static final int LEFT_OUT = 8;
    static final int DIFFERENT = LEFT_OUT * LEFT_OUT;

    private AllDecades() {
    }

    /** @param number any, from 0 on; 0 is from 1945 to 2025 */
    static String path(int number) {
        int before = number % LEFT_OUT;
        int behind = number / LEFT_OUT % LEFT_OUT;
        return "/timeline.json?width=1200&from=%d-%s&to=%d-%s".formatted(1945 + before / 2, before % 2 == 0 ? "01-01" : "07-01", 2025 - behind / 2, behind % 2 == 0 ? "12-31" : "06-30");
    }
}
