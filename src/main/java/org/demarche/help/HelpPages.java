package org.demarche.help;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import org.demarche.actor.ActorType;
import org.demarche.actor.AffiliationKind;
import org.demarche.actor.Level;
import org.demarche.coding.Admiralty;
import org.demarche.coding.Cameo;
import org.demarche.coding.CameoCode;
import org.demarche.coding.Plover;
import org.demarche.coding.StanceMark;
import org.demarche.coding.StanceWords;
import org.demarche.event.LinkKind;
import org.demarche.event.ParticipantRole;
import org.demarche.time.DateBasis;
import org.demarche.time.DateWords;
import org.demarche.web.Option;

/** Help is for everybody, also before a sign-in. Its tables are the code's own. */
@Path("/help")
@Produces(MediaType.TEXT_HTML)
@PermitAll
public class HelpPages {
    @CheckedTemplate(basePath = "help")
    static class Templates {
        static native TemplateInstance index();

        static native TemplateInstance capture(String bookmark);

        static native TemplateInstance query(List<QueryHelp> parameters);

        static native TemplateInstance dates(List<DateHelp> kept, List<DateHelp> typed, String document, List<Option> bases);

        static native TemplateInstance roles(String actors, List<AffiliationKind> ties, List<Option> levels, List<Option> roles, List<LinkKind> links);

        static native TemplateInstance stances(List<Stance> stances);

        static native TemplateInstance codes(List<Plover.Type> types, List<Plover.Context> contexts, List<CameoCode> cameo, List<Option> reliabilities, List<Option> credibilities);

        static native TemplateInstance keys(List<KeyHelp> everywhere, List<KeyHelp> timeline, List<KeyHelp> records, List<KeyHelp> forms, List<KeyHelp> documents);

        static native TemplateInstance accessibility();
    }

    /** @param value as it is kept, empty where it is not coded */
    record Stance(String value, StanceMark mark, String words) {
    }

    @GET
    @PermitAll
    public TemplateInstance index() {
        return Templates.index();
    }

    @GET
    @Path("capture")
    @PermitAll
    public TemplateInstance capture(@Context UriInfo asked) {
        return Templates.capture(Bookmarklet.href(asked.getBaseUri().resolve("/").toString().replaceFirst("/$", "")));
    }

    @GET
    @Path("query")
    @PermitAll
    public TemplateInstance query() {
        return Templates.query(QueryHelp.all());
    }

    @GET
    @Path("dates")
    @PermitAll
    public TemplateInstance dates() {
        return Templates.dates(DateHelp.kept(), DateHelp.typed(), DateWords.words(DateHelp.DOCUMENT), Option.all(DateBasis.class, DateWords::basis));
    }

    @GET
    @Path("roles")
    @PermitAll
    public TemplateInstance roles() {
        return Templates.roles(Arrays.stream(ActorType.values()).map(ActorType::label).collect(Collectors.joining(", ", "one of these: ", "")), List.of(AffiliationKind.values()), Option.all(Level.class, Level::label),
                Option.all(ParticipantRole.class, ParticipantRole::label), List.of(LinkKind.values()));
    }

    @GET
    @Path("stances")
    @PermitAll
    public TemplateInstance stances() {
        return Templates.stances(StanceWords.VALUES.stream().map(value -> new Stance(value.toString(), StanceMark.of(value), StanceWords.of(value))).toList());
    }

    @GET
    @Path("codes")
    @PermitAll
    public TemplateInstance codes() {
        return Templates.codes(Plover.types(), Plover.contexts(), Cameo.codes().stream().filter(code -> code.code().length() == 2).toList(),
                Option.all(Admiralty.Reliability.class, Admiralty.Reliability::label),
                Arrays.stream(Admiralty.Credibility.values()).map(credibility -> new Option(String.valueOf(credibility.number()), credibility.label())).toList());
    }

    @GET
    @Path("keys")
    @PermitAll
    public TemplateInstance keys() {
        return Templates.keys(KeyHelp.everywhere(), KeyHelp.ofTheTimeline(), KeyHelp.ofRecords(), KeyHelp.ofForms(), KeyHelp.ofDocuments());
    }

    @GET
    @Path("accessibility")
    @PermitAll
    public TemplateInstance accessibility() {
        return Templates.accessibility();
    }
}
