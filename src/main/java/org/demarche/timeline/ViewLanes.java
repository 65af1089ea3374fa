package org.demarche.timeline;

import java.util.List;
import java.util.Set;

/**
 * The lanes of a view with their actors.
 *
 * @param lanes in their order; one that is counted has no items
 * @param toward slugs of those whom the query asks about
 */
record ViewLanes(List<LaneItems> lanes, ActorsInTime inTime, Set<String> toward) {
}
