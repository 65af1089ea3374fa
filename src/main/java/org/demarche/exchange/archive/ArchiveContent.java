package org.demarche.exchange.archive;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

import org.demarche.history.KeptRevision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What a record says, apart from which version it is and why it was changed: two that say the same have the same content. */
final class ArchiveContent {
    /** Of a retraction. */
    static final UUID NONE = new UUID(0, 0);

    private ArchiveContent() {
    }

    static UUID of(KeptRevision kept, ObjectMapper mapper) {
        if (kept.isRetraction()) {
            return NONE;
        }
        try {
            var members = new TreeMap<String, JsonNode>();
            mapper.readTree(kept.text()).fields().forEachRemaining(member -> members.put(member.getKey(), member.getValue()));
            members.remove("version");
            members.remove("reason");
            members.values().removeIf(JsonNode::isNull);
            var digest = Archives.sha256().digest(mapper.writeValueAsString(members).getBytes(StandardCharsets.UTF_8));
            var bits = java.nio.ByteBuffer.wrap(digest);
            return new UUID(bits.getLong(), bits.getLong());
        } catch (JsonProcessingException checkedBefore) {
            throw new IllegalStateException(checkedBefore);
        }
    }

    /** All texts in it, at any depth. */
    static List<String> texts(KeptRevision kept, ObjectMapper mapper) {
        var texts = new ArrayList<String>();
        try {
            collect(mapper.readTree(kept.text()), texts);
        } catch (JsonProcessingException checkedBefore) {
            throw new IllegalStateException(checkedBefore);
        }
        return texts;
    }

    private static void collect(JsonNode node, List<String> texts) {
        if (node.isTextual()) {
            texts.add(node.textValue());
        }
        node.forEach(part -> collect(part, texts));
    }
}
