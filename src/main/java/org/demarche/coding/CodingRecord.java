package org.demarche.coding;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What a scheme reads in a statement or event.
 *
 * @param scheme the scheme with its version
 * @param type the code; null when a scheme has nothing that fits, which is another thing than not being coded
 * @param mode null where none is given
 * @param contexts empty where none are given, never null
 * @param score the scheme's or the data's, null where unknown
 * @param quad 1 to 4 as the data has it, null where it is to follow from the type
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CodingRecord(String scheme, String type, String mode, List<String> contexts, Double score, Integer quad) {

    public CodingRecord {
        // Not List.copyOf: JSON may hold a null, which Codings.check has to name.
        contexts = contexts == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(contexts));
    }

    public static CodingRecord plover(String type, String mode, List<String> contexts) {
        return new CodingRecord(Plover.SCHEME, type, mode, contexts, null, null);
    }

    /** With the score that the table has. */
    public static CodingRecord cameo(String code) {
        return new CodingRecord(Cameo.SCHEME, code, null, null, Cameo.goldstein(code).orElse(null), null);
    }
}
