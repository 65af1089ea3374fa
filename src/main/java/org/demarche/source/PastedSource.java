package org.demarche.source;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.demarche.text.Texts;

/**
 * What can be told from what was pasted into the field for the source: an address, a title as browsers show it, or both.
 *
 * @param url null where there is none
 * @param title null where there is none
 * @param site who publishes it, by the end of the title; null where it does not say
 */
public record PastedSource(String url, String title, String site) {
    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+", Pattern.CASE_INSENSITIVE);
    /** The last of these separates the title of an article from the name of the site. */
    private static final Pattern SITE = Pattern.compile("^(.+)\\s+[|｜—–]\\s+([^|｜]{2,60})$", Pattern.DOTALL);
    private static final Pattern DAY = Pattern.compile("(?<!\\d)((?:19|20)\\d{2})([/-]?)(0?[1-9]|1[0-2])\\2(0[1-9]|[12]\\d|3[01]|[1-9](?!\\d))(?!\\d)");

    public static PastedSource of(String pasted) {
        Matcher address = ADDRESS.matcher(pasted);
        var url = address.find() ? withoutTracking(address.group()) : null;
        var rest = Texts.oneLine(url == null ? pasted : pasted.substring(0, address.start()) + " " + pasted.substring(address.end()));
        Matcher parts = SITE.matcher(rest);
        if (parts.matches()) {
            return new PastedSource(url, parts.group(1).strip(), parts.group(2).strip());
        }
        return new PastedSource(url, rest.isEmpty() ? null : rest, null);
    }

    /** Without {@code www.}; empty where there is no address. */
    Optional<String> host() {
        try {
            return Optional.ofNullable(url == null ? null : new URI(url).getHost())
                    .map(host -> host.toLowerCase(Locale.ROOT)).map(host -> host.startsWith("www.") ? host.substring(4) : host);
        } catch (URISyntaxException unread) {
            return Optional.empty();
        }
    }

    /** The day that the address holds: {@code /2023/02/01/}, {@code 20230201} or {@code 2023-02-01}. */
    Optional<LocalDate> day() {
        if (url == null) {
            return Optional.empty();
        }
        Matcher day = DAY.matcher(url);
        while (day.find()) {
            try {
                return Optional.of(LocalDate.of(Integer.parseInt(day.group(1)), Integer.parseInt(day.group(3)), Integer.parseInt(day.group(4))));
            } catch (DateTimeException noDay) {
                // 20230231 is a number of something else
            }
        }
        return Optional.empty();
    }

    /** The spellings under which the document may be known already. */
    List<String> spellings() {
        return url == null ? List.of() : List.of(url, url.endsWith("/") ? url.substring(0, url.length() - 1) : url + "/");
    }

    /** Marks of campaigns and places within the page make two addresses of one article. */
    private static String withoutTracking(String url) {
        int hash = url.indexOf('#');
        var whole = hash < 0 ? url : url.substring(0, hash);
        int mark = whole.indexOf('?');
        if (mark < 0) {
            return whole;
        }
        var kept = Arrays.stream(whole.substring(mark + 1).split("&")).filter(part -> !part.isEmpty() && !part.startsWith("utm_") && !part.startsWith("fbclid="))
                .collect(Collectors.joining("&"));
        return whole.substring(0, mark) + (kept.isEmpty() ? "" : "?" + kept);
    }
}
