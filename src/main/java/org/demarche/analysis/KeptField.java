package org.demarche.analysis;

import java.util.List;

import org.demarche.item.TimelineQuery;

/** A filter that a form hands on as it is. */
record KeptField(String name, String value) {
    static List<KeptField> of(TimelineQuery filters) {
        return filters.parameters().stream().flatMap(parameter -> filters.values(parameter).stream().map(value -> new KeptField(parameter.word(), value))).toList();
    }
}
