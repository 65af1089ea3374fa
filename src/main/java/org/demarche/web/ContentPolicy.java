package org.demarche.web;

/** What a page of ours may load, and who may show it in a frame: nothing from elsewhere, no inline script or style, and nobody. */
final class ContentPolicy {
    static final String HEADER = "Content-Security-Policy";
    static final String UNFRAMED = framedBy("'none'");

    private ContentPolicy() {
    }

    static String framedBy(String sources) {
        return String.join("; ", "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "font-src 'self'",
                "connect-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors " + sources);
    }
}
