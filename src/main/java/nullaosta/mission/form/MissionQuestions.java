package nullaosta.mission.form;

import static nullaosta.mission.form.Question.Kind.CHOICE;
import static nullaosta.mission.form.Question.Kind.DATE;
import static nullaosta.mission.form.Question.Kind.MOMENT;
import static nullaosta.mission.form.Question.Kind.NUMBER;
import static nullaosta.mission.form.Question.Kind.TEXT;
import static nullaosta.mission.form.Question.Kind.WORDS;
import static nullaosta.mission.form.Question.Kind.YES_NO;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nullaosta.agreement.Agreements;
import nullaosta.mission.Document;
import nullaosta.mission.form.Question.Choice;
import nullaosta.party.Host;
import nullaosta.party.Profile;
import nullaosta.quantity.Datum;

/** The questions that every mission answers, by topic. */
final class MissionQuestions {

    /** Title of the topic to which a fact's question is added that has no other. */
    static final String FURTHER = "Further questions of the agreements";
    static final String FLIES = "Who flies";
    static final String PURPOSE = "What for";
    static final String CARRIES = "What it carries";
    static final String WHEN = "When";

    /** A program may leave them out; whoever files what came by note, mail or call has them. */
    static final List<String> OF_THE_RECEIPT = List.of("original", "receivedAt", "evidence");

    private final Host host;
    private final Agreements agreements;

    MissionQuestions(Host host, Agreements agreements) {
        this.host = host;
        this.agreements = agreements;
    }

    List<Section> sections() {
        return List.of(flies(), others("formation", "Who flies with it",
                "All of a formation take off under one clearance; what is left open is as above.", "Aircraft"),
                others("spares", "Spare aircraft",
                        "A spare may take off in place of one that is named, and is checked in the same way.",
                        "Spare"),
                purpose(), carries(), when(), legs(), volumes(), documents(), harm(),
                Section.once(FURTHER, "", List.of()));
    }

    /** Asked of the desk, which files for a requester. */
    static Section receipt() {
        return Section.once("How it was received", "", List.of(
                Question.text("original", "Came as").hint("note, mail or call").always(),
                Question.of("receivedAt", MOMENT, "Received at").always(),
                Question.text("evidence", "Shown by").hint("such as a stamp of the desk").always()));
    }

    static Section amendment() {
        return Section.once("The amendment", "", List.of(Question.text("reason", "Why it is amended").always()));
    }

    private Section flies() {
        return Section.once(FLIES, "", List.of(
                Question.text("operatorState", "State of the operator").hint("two letters; XN is NATO").always(),
                Question.text("operator", "Operator").hint("unit or company").always(),
                Question.text("aircraft/type", "Aircraft type").hint("ICAO designator or the maker's: MQ-9").always(),
                Question.text("aircraft/tail", "Tail").hint("registration or serial as painted").always(),
                Question.text("aircraft/callSign", "Call sign").hint("as in item 7 of the flight plan").always(),
                Question.text("aircraft/address", "24-bit address").hint("six digits 0–9, a–f"),
                Question.of("aircraft/crewed", YES_NO, "Is there a crew on board?")));
    }

    private static Section others(String rows, String title, String hint, String row) {
        return new Section(title, hint, Optional.of(rows), row, List.of(
                Question.text(rows + "/tail", "Tail").hint("registration or serial as painted").always(),
                Question.text(rows + "/address", "24-bit address").hint("six digits 0–9, a–f"),
                Question.text(rows + "/callSign", "Call sign, if it differs"),
                Question.text(rows + "/type", "Aircraft type, if it differs")));
    }

    private Section purpose() {
        return Section.once(PURPOSE, "", List.of(
                Question.of("purpose", CHOICE, "Purpose").among(words("Purpose")).always(),
                Question.of("area", CHOICE, "Area").hint("where it is to act").among(areas()).always(),
                Question.text("protectedParty", "Whom it protects")
                        .hint("if anybody; shown only to those who decide")));
    }

    private static Section carries() {
        return Section.once(CARRIES, "What you leave unsaid is never taken for no.", List.of(
                Question.of("declarations/armed", YES_NO, "Does the aircraft carry weapons?"),
                Question.of("declarations/strike", YES_NO, "Is a release of weapons planned?"),
                Question.of("declarations/sensors", YES_NO, "Does it carry sensors?"),
                Question.of("declarations/dangerousGoods", YES_NO, "Are dangerous goods on board?")));
    }

    private Section when() {
        return Section.once(WHEN, "All times are UTC (Z).", List.of(
                Question.of("base", CHOICE, "From base")
                        .among(host.bases().values().stream()
                                .map(base -> new Choice(base.code(), base.name() + " (" + base.icao() + ")"))
                                .sorted((a, b) -> a.words().compareTo(b.words())).toList())
                        .always(),
                Question.of("departure", MOMENT, "Departure").hint("planned take-off, within the window").always(),
                Question.of("window/from", MOMENT, "Window from").hint("first moment").always(),
                Question.of("window/until", MOMENT, "Window until").hint("the end, no longer within").always(),
                Question.of("flights", NUMBER, "Flights in a block")
                        .hint("for several like this within the window, each announced later; 2 to 500"),
                Question.text("block", "Flight of the block").hint("the number of the block's case")));
    }

    private Section legs() {
        List<Choice> places = host.bases().values().stream()
                .flatMap(base -> Stream.of(new Choice(base.code(), base.name()), new Choice(base.icao(), base.name())))
                .sorted((a, b) -> a.value().compareTo(b.value())).toList();
        return new Section("Route, leg by leg", "A flight that comes back to where it left has one leg.",
                Optional.of("legs"), "Leg", List.of(
                        Question.text("legs/from", "From").hint("base or ICAO location indicator").among(places)
                                .always(),
                        Question.text("legs/to", "To").hint("the same").among(places).always(),
                        Question.of("legs/departs", MOMENT, "Departs"),
                        Question.text("legs/exit", "Leaves the host's airspace at").among(points(Profile.Point::exit)),
                        Question.of("legs/exits", MOMENT, "Leaves it when"),
                        Question.text("legs/entry", "Enters the host's airspace at")
                                .among(points(Profile.Point::entry)),
                        Question.of("legs/enters", MOMENT, "Enters it when"),
                        Question.of("legs/arrives", MOMENT, "Arrives"),
                        Question.text("legs/overflies", "Other states under it")
                                .hint("their two letters with commas, or none: FR, MT")));
    }

    private static Section volumes() {
        List<Choice> datums = Arrays.stream(Datum.values()).map(it -> new Choice(it.name(), inWords(it))).toList();
        return new Section("Where and how high", "Without a volume only the hours of the flight can be judged.",
                Optional.of("volumes"), "Volume", List.of(
                        Question.of("volumes/shape", CHOICE, "Shape").among(VolumeRow.SHAPES).always(),
                        Question.of("volumes/points", WORDS, "Points").hint("one a line: a point's or base's name, "
                                + "or 37.40 N 015.00 E, or 37.4017, 14.9224; of a circle its centre").always(),
                        Question.of("volumes/reach", NUMBER, "Half-width or radius")
                                .hint("to either side of a corridor, of a circle; a polygon has none").always(),
                        Question.of("volumes/reachUnit", CHOICE, "in").among(VolumeRow.LENGTHS).always(),
                        Question.of("volumes/floor", NUMBER, "Floor").always(),
                        Question.of("volumes/ceiling", NUMBER, "Ceiling").always(),
                        Question.of("volumes/heightUnit", CHOICE, "Heights in").among(VolumeRow.HEIGHTS).always(),
                        Question.of("volumes/datum", CHOICE, "measured from").among(datums).always(),
                        Question.of("volumes/from", MOMENT, "Its own time from").hint("else the whole window"),
                        Question.of("volumes/until", MOMENT, "Its own time until")));
    }

    private static Section documents() {
        List<Choice> kinds = Arrays.stream(Document.Kind.values())
                .map(kind -> new Choice(kind.name(), plain(kind.name()))).toList();
        return new Section("Papers", "A paper is evidence for the desk; it comes with the note or by mail.",
                Optional.of("documents"), "Paper",
                List.of(Question.of("documents/kind", CHOICE, "Kind").among(kinds).always(),
                        Question.text("documents/title", "Title").always(),
                        Question.of("documents/dated", DATE, "Dated").always(),
                        Question.text("documents/government", "Of which government").hint("such as GNA"),
                        Question.text("documents/sha256", "SHA-256 of the file").hint("64 hexadecimal digits")));
    }

    private static Section harm() {
        return Section.once("Harm to civilians", "An estimate has an author and a method.", List.of(
                Question.of("harmEstimate/expected", WORDS, "What is expected"),
                Question.of("harmEstimate/author", TEXT, "Who estimated it"),
                Question.of("harmEstimate/method", TEXT, "How")));
    }

    private List<Choice> points(Predicate<Profile.Point> which) {
        return host.profile().points().stream().filter(which)
                .map(point -> new Choice(point.name(), point.position().inWords())).toList();
    }

    private List<Choice> words(String enumeration) {
        return agreements.words(enumeration).stream().map(word -> new Choice(word, plain(word))).toList();
    }

    /** Names of places keep their capitals. */
    private List<Choice> areas() {
        return agreements.words("Area").stream().map(word -> new Choice(word, Arrays.stream(word.split("_"))
                .map(part -> part.charAt(0) + part.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" ")))).toList();
    }

    static String plain(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String inWords(Datum datum) {
        return switch (datum) {
            case MSL -> "mean sea level";
            case STANDARD_PRESSURE -> "standard pressure, 1013.25 hPa";
            case AGL -> "the ground below";
            case WGS84 -> "the WGS-84 ellipsoid";
        };
    }
}
