package org.demarche;

import static io.restassured.RestAssured.given;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;

/** A form as a browser without scripts sends it: all that stands in the page, changed where a test types something. */
public final class FilledForm {
    private static final Pattern TAG = Pattern.compile("(?s)<(input|textarea|select)\\b([^>]*)>(.*?)(?=<)");
    private static final Pattern ATTRIBUTE = Pattern.compile("([\\w-]+)(?:=\"([^\"]*)\")?");
    private static final Pattern SELECT = Pattern.compile("(?s)<select\\b[^>]*name=\"([^\"]+)\"[^>]*>(.*?)</select>");
    private static final Pattern SELECTED = Pattern.compile("<option value=\"([^\"]*)\" selected");
    private static final Pattern TEXTAREA = Pattern.compile("(?s)<textarea\\b[^>]*name=\"([^\"]+)\"[^>]*>\\n?(.*?)</textarea>");

    private final String action;
    private final Map<String, String> cookies;
    private final Map<String, List<String>> fields = new LinkedHashMap<>();
    private final Set<String> texts = new LinkedHashSet<>();

    private FilledForm(String action, Map<String, String> cookies) {
        this.action = action;
        this.cookies = new LinkedHashMap<>(cookies);
    }

    public static FilledForm open(String path) {
        var page = given().urlEncodingEnabled(false).get(path);
        if (page.statusCode() != 200) {
            throw new AssertionError(path + " answers " + page.statusCode());
        }
        return of(page);
    }

    /** The form of a page, with what stands in it. */
    public static FilledForm of(Response page) {
        var html = page.body().asString();
        var form = html.substring(html.indexOf("<form class=\"form\""));
        form = form.substring(0, form.indexOf("</form>"));
        var filled = new FilledForm(form.replaceFirst("(?s)^.*?action=\"([^\"]+)\".*$", "$1"), page.cookies());
        filled.read(form);
        return filled;
    }

    public FilledForm type(String name, String value) {
        fields.put(name, List.of(value));
        return this;
    }

    public FilledForm tick(String name, String... values) {
        fields.put(name, List.of(values));
        return this;
    }

    public String value(String name) {
        return fields.getOrDefault(name, List.of("")).get(0);
    }

    public String[] values(String name) {
        return fields.getOrDefault(name, List.of("")).toArray(String[]::new);
    }

    /** The names of all fields that a browser sends or offers to choose in. */
    public Set<String> names() {
        return new LinkedHashSet<>(fields.keySet());
    }

    /** What stands in the fields in which somebody types. */
    public List<String> texts() {
        return texts.stream().map(this::value).filter(value -> !value.isBlank()).toList();
    }

    public boolean isText(String name) {
        return texts.contains(name);
    }

    /** The cookie of a browser that was away too long. */
    public FilledForm withExpiredToken() {
        fields.put("csrf-token", List.of("of-yesterday"));
        return this;
    }

    public FilledForm withCookiesOf(FilledForm other) {
        cookies.putAll(other.cookies);
        return this;
    }

    public Response press(String button) {
        var request = given().redirects().follow(false).cookies(cookies)
                .config(RestAssuredConfig.config().encoderConfig(EncoderConfig.encoderConfig().defaultCharsetForContentType("UTF-8", ContentType.URLENC)))
                .contentType("application/x-www-form-urlencoded; charset=UTF-8").formParam("action", button);
        fields.forEach((name, values) -> request.formParam(name, new ArrayList<>(values)));
        return request.post(action);
    }

    /** Sends one field to another address, with the token of this form. */
    public Response pressAt(String path, String name, String value) {
        return given().redirects().follow(false).cookies(cookies).formParam("csrf-token", value("csrf-token")).formParam(name, value).post(path);
    }

    private void read(String form) {
        Matcher tag = TAG.matcher(form);
        while (tag.find()) {
            if (tag.group(1).equals("input")) {
                input(attributes(tag.group(2)));
            }
        }
        Matcher area = TEXTAREA.matcher(form);
        while (area.find()) {
            fields.put(area.group(1), List.of(unescaped(area.group(2))));
            texts.add(area.group(1));
        }
        Matcher select = SELECT.matcher(form);
        while (select.find()) {
            Matcher selected = SELECTED.matcher(select.group(2));
            fields.put(select.group(1), List.of(selected.find() ? unescaped(selected.group(1)) : ""));
        }
    }

    private void input(Map<String, String> attributes) {
        var name = attributes.get("name");
        boolean choice = "radio".equals(attributes.get("type")) || "checkbox".equals(attributes.get("type"));
        if (name == null || choice && !attributes.containsKey("checked")) {
            return;
        }
        if (!choice && !"hidden".equals(attributes.get("type"))) {
            texts.add(name);
        }
        var all = new ArrayList<>(fields.getOrDefault(name, List.of()));
        all.add(attributes.getOrDefault("value", ""));
        fields.put(name, all);
    }

    private static Map<String, String> attributes(String text) {
        var attributes = new LinkedHashMap<String, String>();
        Matcher attribute = ATTRIBUTE.matcher(text);
        while (attribute.find()) {
            attributes.put(attribute.group(1), attribute.group(2) == null ? "" : unescaped(attribute.group(2)));
        }
        return attributes;
    }

    private static String unescaped(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&");
    }
}
