package org.demarche.analysis;

import org.demarche.item.TimelineQuery;

/** Where the items of a query are seen and taken away. */
record QueryLinks(String timeline, String csv, String json) {
    static QueryLinks of(TimelineQuery query) {
        var filters = query.filtersOnly();
        return new QueryLinks(filters.at("/timeline"), filters.at("/timeline.csv"), filters.at("/api/v1/items"));
    }
}
