package org.demarche.history;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/** Compares records as JSON by their shape: which members and entries they have, whatever the values are. */
final class Shapes {
    private Shapes() {
    }

    /** Where the second has another shape than the first; empty where it has the same. A member that is null is as good as none. */
    static Optional<String> difference(JsonNode one, JsonNode other) {
        return difference(one, other, "");
    }

    private static Optional<String> difference(JsonNode one, JsonNode other, String path) {
        if (isNone(one) || isNone(other)) {
            return isNone(one) && isNone(other) ? Optional.empty() : Optional.of(path);
        }
        if (one.isArray() && other.isArray() && one.size() == other.size()) {
            for (int index = 0; index < one.size(); index++) {
                var found = difference(one.get(index), other.get(index), path + "[" + index + "]");
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }
        if (one.isObject() && other.isObject()) {
            for (var names = other.fieldNames(); names.hasNext();) {
                var name = names.next();
                var found = difference(one.path(name), other.get(name), path.isEmpty() ? name : path + "." + name);
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }
        return one.isValueNode() && other.isValueNode() ? Optional.empty() : Optional.of(path);
    }

    private static boolean isNone(JsonNode node) {
        return node == null || node.isNull() || node.isMissingNode();
    }
}
