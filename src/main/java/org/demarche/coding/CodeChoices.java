package org.demarche.coding;

import java.util.ArrayList;
import java.util.List;

import org.demarche.web.Option;

/** What a form offers of the schemes of event data. */
public final class CodeChoices {
    public static final CodeChoices ALL = new CodeChoices();

    /** @param label the code of the type, its modes follow it */
    public record Group(String label, List<Option> options) {
    }

    private final List<Group> plover = Plover.types().stream().map(CodeChoices::group).toList();
    private final List<Option> contexts = Plover.contexts().stream().map(context -> new Option(context.code(), context.label())).toList();

    private CodeChoices() {
    }

    public List<Group> plover() {
        return plover;
    }

    public List<Option> contexts() {
        return contexts;
    }

    public List<CameoCode> cameo() {
        return Cameo.codes();
    }

    private static Group group(Plover.Type type) {
        var options = new ArrayList<Option>();
        options.add(new Option(type.code(), type.code() + ": " + type.label()));
        type.modes().forEach(mode -> options.add(new Option(type.code() + "/" + mode.code(), type.code() + ", " + mode.code() + ": " + mode.label())));
        return new Group(type.code(), List.copyOf(options));
    }
}
