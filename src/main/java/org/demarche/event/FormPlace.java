package org.demarche.event;

import java.util.regex.Pattern;

import org.demarche.text.Texts;
import org.demarche.web.FormErrors;
import org.demarche.web.FormFields;

/** Where it was, as the form has it: the fields {@code place}, {@code countries}, {@code latitude} and {@code longitude}. */
final class FormPlace {
    /** As maps give a point to be pasted: '35.6895, 139.6917'. */
    private static final Pattern POINT = Pattern.compile("\\s*([-−]?\\d{1,3}(?:\\.\\d+)?)\\s*[,;]\\s+([-−]?\\d{1,3}(?:\\.\\d+)?)\\s*");
    private static final int SHOWN = 30;

    private FormPlace() {
    }

    static void fill(EventRecord.Place place, FormFields fields) {
        if (place != null) {
            fields.put("place", place.name()).put("countries", Countries.words(place.countries())).put("latitude", place.latitude()).put("longitude", place.longitude());
        }
    }

    static EventRecord.Place read(FormFields fields, FormErrors errors) {
        var point = POINT.matcher(fields.text("latitude"));
        if (point.matches() && fields.isBlank("longitude")) {
            fields.put("latitude", point.group(1)).put("longitude", point.group(2));
        }
        return new EventRecord.Place(fields.value("place"), Countries.read(fields, errors), degrees("latitude", fields, errors), degrees("longitude", fields, errors));
    }

    /** The field for what a check found wrong in the place. */
    static String field(String part) {
        return part.equals("name") ? "place" : part.startsWith("countries") ? "countries" : part;
    }

    private static Double degrees(String field, FormFields fields, FormErrors errors) {
        var typed = fields.value(field);
        if (typed == null) {
            return null;
        }
        try {
            return Double.valueOf(typed.replace('−', '-').replace("°", "").strip());
        } catch (NumberFormatException unread) {
            errors.add(field, "‘" + Texts.cut(typed, SHOWN) + "’ is no number of degrees; south and west are below zero: for example −33.87");
            return null;
        }
    }
}
