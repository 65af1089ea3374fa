package org.demarche.web;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Proves that a form was filled in on a page of ours. The browser keeps a random number in a cookie; the form carries its
 * signature; only together do they hold. A cookie alone proves nothing, as every server on localhost can set one.
 *
 * <p>A template puts {@code {#csrf /}} inside each form that is sent with POST. Nothing else is needed: a form without a token
 * that holds is refused before its handler runs. A handler whose form holds more than a button carries {@link FormComesBack}
 * and calls {@link #check}, so that nothing that was typed is lost.
 */
@Named("formToken")
@RequestScoped
public class FormToken {

    /** Name of the cookie and of the form's field; also the field of the violation. */
    public static final String NAME = "csrf-token";

    static final String EXPIRED = "This form was open for a long time. Nothing was lost: save again.";

    // A form may lie open over a working day.
    private static final Duration LIFE = Duration.ofHours(12);
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();
    // Made anew at each start: forms that were open then come back once, which costs their reader one click.
    private static final SecretKeySpec KEY = new SecretKeySpec(random(), "HmacSHA256");

    @Inject
    CurrentVertxRequest request;

    private String cookie;
    private boolean holds;

    /** For the tag {@code {#csrf /}}: the signature, having made sure that the browser holds the cookie for twelve hours more. */
    public String getValue() {
        if (cookie == null) {
            cookie = present();
            if (cookie == null) {
                cookie = Base64.getUrlEncoder().withoutPadding().encodeToString(random());
            }
            // Lax, not Strict: a form that another site's page opens must find the cookie, else it would get a new one and every form that is open would come back.
            context().response().addCookie(Cookie.cookie(NAME, cookie).setPath("/").setHttpOnly(true)
                    .setSecure(context().request().isSSL()).setSameSite(CookieSameSite.LAX).setMaxAge(LIFE.toSeconds()));
        }
        return sign(cookie);
    }

    /** Adds a violation of the field {@value #NAME} when the form was sent without a token that holds. */
    public void check(Violations violations) {
        if (!holds) {
            violations.add(NAME, EXPIRED);
        }
    }

    /** @param given the field of the form; null where it had none */
    boolean verify(String given) {
        String present = present();
        holds = present != null && given != null
                && MessageDigest.isEqual(sign(present).getBytes(StandardCharsets.US_ASCII), given.getBytes(StandardCharsets.UTF_8));
        return holds;
    }

    private String present() {
        Cookie sent = context().request().getCookie(NAME);
        return sent == null || sent.getValue().isEmpty() ? null : sent.getValue();
    }

    private RoutingContext context() {
        return request.getCurrent();
    }

    private static String sign(String cookie) {
        try {
            Mac mac = Mac.getInstance(KEY.getAlgorithm());
            mac.init(KEY);
            byte[] signature = mac.doFinal(cookie.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    private static byte[] random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
