package org.demarche.item;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.demarche.text.Quotations;
import org.demarche.text.Texts;
import org.demarche.time.DateWords;

/** What stands on an item's mark, whatever draws it. */
public final class Labels {
    private static final String WITH = ", with ";
    private static final List<String> BETWEEN_NAMES = List.of(", ", " and ", ", and ");

    private Labels() {
    }

    /**
     * A label in its parts, so that cutting it to a width keeps what matters.
     *
     * @param lead who and about whom, with its colon; may be empty
     * @param target about whom alone, which is left when hardly any room is
     * @param body the words, of which as many stay as fit
     * @param tail what is never cut, with its comma; may be empty
     * @param quoted body stands in the quotation marks that it begins and ends with
     */
    public record Label(String lead, String target, String body, String tail, boolean quoted) {
        private static final int LEAST_FOR_TARGET = 4;
        private static final int LEAST_FOR_WORDS = 8;
        /** Fewer letters of a cut sentence say nothing. */
        private static final int LEAST_WORDS = 9;

        public String whole() {
            return lead + body + tail;
        }

        /** Pixels that the whole of it takes. */
        public double width() {
            return TextWidth.of(whole());
        }

        /** Cut to a width in pixels: at a word; below 8 characters only the target; below 4 nothing. */
        public String within(double pixels) {
            if (TextWidth.of(whole()) <= pixels) {
                return whole();
            }
            double characters = pixels / TextWidth.CHARACTER;
            if (characters < LEAST_FOR_TARGET) {
                return "";
            }
            if (characters < LEAST_FOR_WORDS) {
                return fits(target, pixels);
            }
            for (var end : List.of(tail, "")) {
                var cut = cut(pixels - TextWidth.of(lead) - TextWidth.of(end));
                if (cut.length() >= LEAST_WORDS) {
                    return lead + cut + end;
                }
            }
            var jointly = tail.startsWith(WITH) ? fits(target.isEmpty() ? "joint" : target + ": joint", pixels) : "";
            return Stream.of(jointly, fits(target, pixels)).filter(text -> !text.isEmpty()).findFirst().orElseGet(() -> cutAnywhere(pixels));
        }

        private static String fits(String text, double pixels) {
            return TextWidth.of(text) <= pixels ? text : "";
        }

        /** As many whole words of the body as fit, an ellipsis and the closing mark among them; the empty text where not even one does. */
        private String cut(double pixels) {
            var close = quoted ? body.substring(body.length() - 1) : "";
            for (int end = body.lastIndexOf(' '); end > 0; end = body.lastIndexOf(' ', end - 1)) {
                var cut = body.substring(0, end).replaceAll("[\\s,;:.–-]+$", "") + " …" + close;
                if (TextWidth.of(cut) <= pixels) {
                    return cut;
                }
            }
            return "";
        }

        /** For writing without spaces and for words longer than the room. */
        private String cutAnywhere(double pixels) {
            var text = lead + body;
            for (int length = Texts.length(text) - 1; length >= LEAST_FOR_TARGET; length--) {
                var cut = Texts.cut(text, length);
                if (TextWidth.of(cut) <= pixels) {
                    return cut;
                }
            }
            return "";
        }
    }

    /**
     * @param lane the slug of the principal or actor in whose lane it stands; null outside lanes
     * @param severalSpeakers different people speak in that lane
     * @param toward slugs of those whom the query asks about: with one of them, nobody needs to be told whom everything is about
     */
    public static Label of(Item item, String lane, boolean severalSpeakers, Collection<String> toward) {
        return item.isStatement() ? ofStatement(item, lane, severalSpeakers, toward) : ofEvent(item, 0, Long.MIN_VALUE);
    }

    /**
     * @param statements that were made there, 0 where none or not known
     * @param today as a day number, to tell what is still planned from what should have been held
     */
    public static Label ofEvent(Item event, long statements, long today) {
        return new Label("", "", event.title(), eventTail(event, today) + (statements == 0 ? "" : " (" + ItemWords.number(statements) + ")"), false);
    }

    private static Label ofStatement(Item item, String lane, boolean severalSpeakers, Collection<String> toward) {
        var targets = item.targets().stream().filter(target -> !target.slug().equals(lane)).toList();
        boolean known = toward.size() == 1 && targets.size() == 1 && toward.contains(targets.get(0).slug());
        var target = known ? "" : ItemWords.names(targets);
        var surname = severalSpeakers ? surname(item, lane) : "";
        var lead = surname.isEmpty() || target.isEmpty() ? surname + target : surname + " on " + target;
        var quote = longestQuote(item);
        return new Label(lead.isEmpty() ? "" : lead + ": ", target, quote == null ? withoutOwnName(item, lane) : quote, with(item, lane), quote != null);
    }

    private static String surname(Item item, String lane) {
        var named = item.speakers().stream().filter(speaker -> speaker.actor() != null && speaker.behalf().size() > 0);
        return named.filter(speaker -> lane == null || speaker.principal().slug().equals(lane) || speaker.actor().slug().equals(lane))
                .filter(speaker -> !speaker.actor().equals(speaker.principal()))
                .map(speaker -> speaker.actor().surname()).findFirst().orElse("");
    }

    private static String longestQuote(Item item) {
        var printed = item.report() == null ? null : item.report().words();
        return Quotations.find(printed).stream().map(Quotations.Passage::text).max(Comparator.comparingInt(String::length)).map(Texts::oneLine).orElse(null);
    }

    /** 'Japan and NATO agree to …' begins with 'agree' in the lanes of both. */
    private static String withoutOwnName(Item item, String lane) {
        var title = item.title();
        if (lane == null) {
            return title;
        }
        var principals = item.principals();
        if (principals.stream().noneMatch(actor -> actor.slug().equals(lane))) {
            return title;
        }
        var names = principals.stream().flatMap(actor -> Stream.of(actor.shortName(), actor.name())).distinct().sorted(Comparator.comparingInt(String::length).reversed()).toList();
        var rest = title.substring(behindNames(title, 0, names));
        return rest.isBlank() ? title : rest;
    }

    /**
     * Where a title goes on behind the names, with blanks, commas or 'and' between, that it begins with.
     *
     * @param names the longest first
     * @return 0 where it does not begin with one
     */
    private static int behindNames(String title, int from, List<String> names) {
        for (var name : names) {
            if (!title.startsWith(name, from)) {
                continue;
            }
            int end = from + name.length();
            for (var between : BETWEEN_NAMES) {
                int further = title.startsWith(between, end) ? behindNames(title, end + between.length(), names) : 0;
                if (further > 0) {
                    return further;
                }
            }
            int rest = end;
            while (rest < title.length() && Character.isWhitespace(title.charAt(rest))) {
                rest++;
            }
            if (rest > end) {
                return rest;
            }
        }
        return 0;
    }

    private static String with(Item item, String lane) {
        var others = item.principals().stream().filter(actor -> !actor.slug().equals(lane)).toList();
        return lane == null || item.principals().size() < 2 || others.size() == item.principals().size() ? "" : WITH + ItemWords.names(others);
    }

    private static String eventTail(Item event, long today) {
        var date = event.when().date();
        var days = event.when().days();
        var status = event.status() == null ? "HELD" : event.status();
        return switch (status) {
            case "PLANNED" -> days.e2() < today ? ": planned for " + DateWords.label(date) + ", was it held?" : ", planned";
            case "POSTPONED" -> ", postponed → " + DateWords.label(date);
            case "CANCELLED" -> ", cancelled";
            default -> event.when().unplaced() || date.isKnownDay() ? ""
                    : date.hasOpenEnd() || date.hasUnknownEnd() || date.hasOpenStart() || date.hasUnknownStart() ? ", " + DateWords.words(date)
                    : date.isInterval() ? "" : ": " + DateWords.label(date);
        };
    }
}
