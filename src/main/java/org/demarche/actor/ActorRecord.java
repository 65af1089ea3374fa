package org.demarche.actor;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;

import org.demarche.history.RootRecord;

/**
 * Who acts or speaks.
 *
 * @param slug made from the name where it is null
 * @param type PERSON, STATE, ORGANIZATION, IGO, BLOC or COLLECTIVE
 * @param shortName for lanes and chips, {@code short} in JSON; null where the name serves
 * @param names further names, never null
 * @param iso ISO 3166 code of a state
 * @param sector PLOVER sector
 * @param existedSince EDTF
 * @param existedUntil EDTF
 * @param externalIds never null
 */
public record ActorRecord(UUID id, String slug, Integer version, String type, String name, @JsonProperty("short") String shortName, List<Name> names,
                          String iso, String cameo, String sector, String existedSince, String existedUntil, List<ExternalId> externalIds,
                          String reason) implements RootRecord {

    /**
     * @param language BCP 47, null where it is of no language
     * @param kind NAME, TRANSLITERATION, ACRONYM, METONYM or DESCRIPTION
     */
    public record Name(String text, String language, String kind) {
    }

    /** @param scheme in lower case, as {@code wikidata} */
    public record ExternalId(String scheme, String id) {
    }

    public ActorRecord {
        names = names == null ? List.of() : List.copyOf(names);
        externalIds = externalIds == null ? List.of() : List.copyOf(externalIds);
    }

    @Override
    public ActorRecord identified(UUID id, Integer version) {
        return new ActorRecord(id, slug, version, type, name, shortName, names, iso, cameo, sector, existedSince, existedUntil, externalIds, reason);
    }

    @Override
    public String heading() {
        return name;
    }

    @Override
    public String page() {
        return "/actors/" + slug;
    }
}
