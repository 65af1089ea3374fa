package org.demarche.coding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.demarche.web.FormFields;

/**
 * The codings of a form: the fields {@code plover}, {@code contexts} and {@code cameo}. Other schemes' codings are not in the form, and
 * stay; what the form shows unchanged stays with its score too, and the order does not change.
 */
public final class FormCodings {
    private FormCodings() {
    }

    public static void fill(List<CodingRecord> codings, FormFields fields) {
        Codings.find(codings, Plover.SCHEME).ifPresent(coding -> fields
                .put("plover", coding.type() == null ? "none" : coding.type() + (coding.mode() == null ? "" : "/" + coding.mode()))
                .putAll("contexts", coding.contexts()));
        Codings.find(codings, Cameo.SCHEME).ifPresent(coding -> fields.put("cameo", coding.type()));
    }

    /** @param before those of the record that the form was filled from */
    public static List<CodingRecord> read(FormFields fields, List<CodingRecord> before) {
        var codings = new ArrayList<CodingRecord>();
        before.stream().filter(coding -> !isOfForm(coding)).forEach(codings::add);
        plover(fields, before).ifPresent(codings::add);
        Optional.ofNullable(fields.value("cameo")).map(code -> before.stream().filter(coding -> Cameo.SCHEME.equals(coding.scheme()) && code.equals(coding.type())).findFirst()
                .orElseGet(() -> CodingRecord.cameo(code))).ifPresent(codings::add);
        codings.sort(Comparator.comparingInt(coding -> place(coding, before)));
        return codings;
    }

    /**
     * The field for what a check found wrong in a coding.
     *
     * @param index of the coding in what was read
     * @param part of it, as {@code contexts[0]}
     */
    public static String field(List<CodingRecord> read, int index, String part) {
        boolean cameo = index < read.size() && Cameo.SCHEME.equals(read.get(index).scheme());
        return cameo ? "cameo" : part.startsWith("contexts") ? "contexts" : "plover";
    }

    private static Optional<CodingRecord> plover(FormFields fields, List<CodingRecord> before) {
        var chosen = fields.value("plover");
        var contexts = fields.all("contexts");
        if (chosen == null) {
            return Optional.empty();
        }
        int slash = chosen.indexOf('/');
        var type = chosen.equals("none") ? null : slash < 0 ? chosen : chosen.substring(0, slash);
        var coding = CodingRecord.plover(type, slash < 0 ? null : chosen.substring(slash + 1), contexts);
        return Optional.of(before.stream().filter(old -> Plover.SCHEME.equals(old.scheme()) && Objects.equals(old.type(), coding.type()) && Objects.equals(old.mode(), coding.mode()))
                .map(old -> sameContexts(old, contexts) ? old : new CodingRecord(old.scheme(), old.type(), old.mode(), contexts, old.score(), old.quad())).findFirst().orElse(coding));
    }

    private static boolean sameContexts(CodingRecord coding, List<String> contexts) {
        return coding.contexts().size() == contexts.size() && coding.contexts().containsAll(contexts);
    }

    private static boolean isOfForm(CodingRecord coding) {
        return Plover.SCHEME.equals(coding.scheme()) || Cameo.SCHEME.equals(coding.scheme());
    }

    private static int place(CodingRecord coding, List<CodingRecord> before) {
        for (int index = 0; index < before.size(); index++) {
            if (Objects.equals(before.get(index).scheme(), coding.scheme())) {
                return index;
            }
        }
        return before.size();
    }
}
