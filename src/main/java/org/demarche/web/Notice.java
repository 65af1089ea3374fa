package org.demarche.web;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.regex.Pattern;

/**
 * 'Saved. Undo', shown once by the page that a change leads to. A handler calls {@link #saved} or one of its like and
 * redirects; the page shell does the rest.
 */
@Named("notice")
@RequestScoped
public class Notice {

    private static final String COOKIE = "notice";
    // Words never travel in the cookie, as every server on localhost can set one: only which notice, and a number.
    private static final Pattern FORM = Pattern.compile("(saved|retracted|undone|together|backtogether)\\.([0-9]{1,18})");
    private static final long SECONDS = 60;

    @Inject
    CurrentVertxRequest request;

    private String shown;

    /** @param revision the number of the revision that can be undone */
    public void saved(long revision) {
        put("saved", revision);
    }

    /** @param revision the number of the revision that can be undone */
    public void retracted(long revision) {
        put("retracted", revision);
    }

    /** @param revision the number of the revision that the undoing made; to undo it is to do the change again */
    public void undone(long revision) {
        put("undone", revision);
    }

    /** @param revision the number of one of the revisions that were made in one go, and can be undone so */
    public void savedTogether(long revision) {
        put("together", revision);
    }

    /** @param revision the number of one of the revisions that the undoing made */
    public void undoneTogether(long revision) {
        put("backtogether", revision);
    }

    /** For the page shell: the sentence, or null where there is nothing to say. */
    public String getText() {
        return switch (read().split("\\.")[0]) {
            case "saved", "together" -> "Saved.";
            case "retracted" -> "Retracted.";
            case "undone", "backtogether" -> "Undone.";
            default -> null;
        };
    }

    /** For the page shell, where there is a text: the path of what undoes it. */
    public String getUndo() {
        var parts = read().split("\\.");
        return "/history/" + parts[1] + (parts[0].endsWith("together") ? "/together" : "") + "/undo";
    }

    private void put(String kind, long revision) {
        request.getCurrent().response().addCookie(cookie(kind + "." + revision).setMaxAge(SECONDS));
    }

    /** Reading takes it off, so that a reload does not say it again. */
    private String read() {
        if (shown == null) {
            RoutingContext context = request.getCurrent();
            Cookie sent = context == null ? null : context.request().getCookie(COOKIE);
            shown = sent != null && FORM.matcher(sent.getValue()).matches() ? sent.getValue() : "";
            if (sent != null) {
                context.response().addCookie(cookie("").setMaxAge(0));
            }
        }
        return shown;
    }

    private static Cookie cookie(String value) {
        return Cookie.cookie(COOKIE, value).setPath("/").setHttpOnly(true).setSameSite(CookieSameSite.LAX);
    }
}
