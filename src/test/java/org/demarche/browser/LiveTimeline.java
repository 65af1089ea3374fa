package org.demarche.browser;

import com.microsoft.playwright.Page;

/** The element {@code <demarche-timeline>} of a page. */
public final class LiveTimeline {
    /** The element, in a script. */
    public static final String ELEMENT = "document.querySelector('demarche-timeline')";

    private LiveTimeline() {
    }

    /** Waits for its first complete paint. */
    public static Page ready(Page page) {
        page.evaluate("customElements.whenDefined('demarche-timeline').then(() => " + ELEMENT + ".ready)");
        return page;
    }

    /**
     * Waits for at most ten seconds. The page's policy lets no script of a test be evaluated again and again, as Playwright would.
     *
     * @param expression a script's
     */
    public static void until(Page page, String expression) {
        page.evaluate("""
                new Promise((resolve, reject) => {
                  const began = performance.now();
                  const look = () => ((%s) ? resolve() : performance.now() - began > 10000 ? reject(new Error('not within ten seconds')) : requestAnimationFrame(look));
                  look();
                })""".formatted(expression));
    }
}
