package org.demarche.exchange.in.coded;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.demarche.actor.ActorRecord;
import org.demarche.actor.ActorType;
import org.demarche.event.Countries;
import org.demarche.text.Texts;

/**
 * Whom an actor code of CAMEO means: groups of three letters, a country before what somebody is there, as {@code AUSCOP}, the police of Australia. The code is
 * the actor, and not the words of a text that it was read from: all that a file calls so is one.
 */
final class CameoActors {
    private static final int GROUP = 3;
    /** Countries that CAMEO calls otherwise than ISO 3166 does. */
    private static final Map<String, String> COUNTRIES = Map.of("ROM", "RO", "TMP", "TL", "ZAR", "CD", "KSV", "XK");
    private static final Map<String, String> REGIONS = words("""
            AFR Africa
            ASA Asia
            BLK Balkans
            CRB Caribbean
            CAU Caucasus
            CFR Central Africa
            CAS Central Asia
            CEU Central Europe
            EIN East Indies
            EAF East Africa
            EEU Eastern Europe
            EUR Europe
            LAM Latin America
            MEA Middle East
            MDT Mediterranean
            NAF North Africa
            NMR North America
            PGS Persian Gulf
            SCN Scandinavia
            SAM South America
            SAS South Asia
            SEA Southeast Asia
            SAF Southern Africa
            WAF West Africa
            WST the West
            """);
    private static final Map<String, String> SECTORS = words("""
            COP police
            GOV government
            INS insurgents
            JUD judiciary
            MIL military
            OPP political opposition
            REB rebels
            SEP separatists
            SPY intelligence service
            UAF unaligned armed forces
            AGR agriculture
            BUS business
            CRM criminals
            CVL civilians
            DEV development
            EDU education
            ELI elites
            ENV environment
            HLH health
            HRI human rights
            LAB labour
            LEG legislature
            MED media
            REF refugees
            MOD moderates
            RAD radicals
            PTY party
            SET settlers
            IGO international organizations
            IMG international militant groups
            INT international actors
            MNC multinational corporations
            NGM transnational movements
            NGO non-governmental organizations
            UIS unidentified states
            """);

    private CameoActors() {
    }

    /**
     * The actor as a record whose name stands in the place of its slug.
     *
     * @param code may be empty
     * @param name what the file calls it, for a code that says nothing to us; may be empty
     * @return empty where both are
     */
    static Optional<ActorRecord> of(String code, String name) {
        if (code.isBlank()) {
            return name.isBlank() ? Optional.empty() : Optional.of(actor(capitalised(name), null, null, null));
        }
        var country = country(code);
        if (country.isPresent() && code.length() == GROUP) {
            return Optional.of(actor(country.get(), ActorType.STATE, iso(code).orElse(null), code));
        }
        var region = code.length() >= GROUP ? REGIONS.get(code.substring(0, GROUP)) : null;
        var place = country.orElse(region);
        var sectors = new ArrayList<String>();
        for (int at = place == null ? 0 : GROUP; at < code.length(); at += GROUP) {
            sectors.add(SECTORS.get(code.substring(at, Math.min(code.length(), at + GROUP))));
        }
        if (sectors.contains(null)) {
            return Optional.of(actor(name.isBlank() ? code : capitalised(name) + " (" + code + ")", null, null, code));
        }
        var called = sectors.isEmpty() ? place : String.join(", ", sectors.stream().distinct().toList()) + (place == null ? "" : " of " + place);
        return Optional.of(actor(called.substring(0, 1).toUpperCase(Locale.ROOT) + called.substring(1), place == null || sectors.isEmpty() ? ActorType.COLLECTIVE : ActorType.ORGANIZATION, null, code));
    }

    private static ActorRecord actor(String name, ActorType type, String iso, String code) {
        return new ActorRecord(null, null, null, type == null ? null : type.name(), name, null, List.of(), iso, code, null, null, null, List.of(), null);
    }

    private static Optional<String> country(String code) {
        return iso(code).map(iso -> new Locale("", iso).getDisplayCountry(Locale.ENGLISH));
    }

    private static Optional<String> iso(String code) {
        if (code.length() < GROUP) {
            return Optional.empty();
        }
        var letters = code.substring(0, GROUP);
        return Optional.ofNullable(COUNTRIES.get(letters)).or(() -> REGIONS.containsKey(letters) || SECTORS.containsKey(letters) ? Optional.empty() : Countries.code(letters));
    }

    /** 'NEW YORK' as 'New York'. */
    static String capitalised(String name) {
        var words = new StringBuilder();
        boolean starts = true;
        for (int letter : Texts.oneLine(name).codePoints().toArray()) {
            words.appendCodePoint(starts ? letter : Character.toLowerCase(letter));
            starts = !Character.isLetterOrDigit(letter) && letter != '\'' && letter != '’';
        }
        return words.toString();
    }

    private static Map<String, String> words(String lines) {
        var words = new HashMap<String, String>();
        lines.lines().forEach(line -> words.put(line.substring(0, GROUP), line.substring(GROUP + 1)));
        return words;
    }
}
