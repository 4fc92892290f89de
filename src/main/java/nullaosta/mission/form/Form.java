package nullaosta.mission.form;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nullaosta.agreement.Agreements;
import nullaosta.mission.DataMode;
import nullaosta.mission.Fault;
import nullaosta.mission.derived.Route;
import nullaosta.party.Host;
import nullaosta.party.Profile.Need;
import nullaosta.party.Profile.Rule;
import nullaosta.party.StateCode;
import nullaosta.quantity.TimeWindow;

/**
 * The form of a host for the missions of a state: made anew from the host's profile and from the questions of the
 * agreements that the state may fly under.
 *
 * @param agreements the titles of those agreements
 * @param sections   every topic; none is empty
 */
public record Form(Host host, List<String> agreements, List<Section> sections, AnswerFacts facts) {

    private static final String HARM = "harmEstimate/";

    public Form {
        agreements = List.copyOf(agreements);
        sections = List.copyOf(sections);
    }

    /** What follows the mission's own questions. */
    public enum Ending {
        NONE,
        RECEIPT,
        REASON
    }

    /**
     * @param state whose missions; without one, the questions of all agreements
     * @param now   agreements that are over by then ask nothing
     */
    public static Form of(Host host, Agreements agreements, Optional<StateCode> state, Instant now, Ending ending) {
        return new FormMaker(host, agreements, state, now).form(ending);
    }

    public Filled read(Typed typed, DataMode mode) {
        return new TypedReader(this, typed).read(mode);
    }

    /** How a question is asked, given what else is typed. */
    public Need need(Question question, Typed typed, int row) {
        Need asked = rule(question.id(), typed, row).map(Rule::need).orElse(Need.OPTIONAL);
        return question.required() && asked != Need.NOT_ASKED ? Need.COMPULSORY : asked;
    }

    /** Under which circumstances the profile wants it, in words; empty where they are always the same. */
    public String compulsoryWhen(Question question) {
        if (question.id().startsWith(HARM) && !question.id().equals(HARM + "expected")) {
            return "where an estimate is given";
        }
        return question.required()
                ? ""
                : host.profile().questions().stream()
                        .filter(rule -> rule.question().equals(question.id()) && rule.need() == Need.COMPULSORY
                                && !rule.when().always())
                        .map(rule -> Compulsory.inWords(this, rule.when())).findFirst().orElse("");
    }

    /** Of a question that every row needs: what a row is called, where the host does not ask for one. */
    public Optional<String> inEach(Question question) {
        return question(question.id()).map(Asked::section)
                .filter(section -> question.required() && section.rows().isPresent()
                        && host.profile().questions().stream().noneMatch(
                                rule -> rule.question().equals(section.rows().get()) && rule.need() == Need.COMPULSORY))
                .map(section -> section.row().toLowerCase(Locale.ROOT));
    }

    /** The answer that the host takes a question to have which it does not ask. */
    public Optional<String> taken(Question question, Typed typed, int row) {
        return rule(question.id(), typed, row).map(Rule::taken).filter(taken -> !taken.isEmpty());
    }

    Optional<Rule> rule(String question, Typed typed, int row) {
        return host.profile().questions().stream().filter(rule -> rule.question().equals(question)
                && rule.when().hold(asked -> typed.get(field(asked, row)))).findFirst();
    }

    /** What is typed, and for questions not asked what the host takes them to be. */
    Typed withTaken(Typed typed) {
        Typed whole = typed;
        for (Section section : sections) {
            for (Question question : section.questions()) {
                for (int row = 0; row < (section.rows().isPresent() ? typed.rows(section.rows().get()) : 1); row++) {
                    Optional<String> taken = taken(question, typed, row);
                    if (taken.isPresent()) {
                        whole = whole.with(section.field(question, row), taken.get());
                    }
                }
            }
        }
        return whole;
    }

    private String field(String question, int row) {
        return question(question).map(asked -> asked.section().field(asked.question(), row)).orElse(question);
    }

    /** A question with the topic it stands under. */
    public record Asked(Section section, Question question) {}

    /** Every question, in order, each once. */
    public List<Asked> questions() {
        return sections.stream().flatMap(section -> section.questions().stream().map(q -> new Asked(section, q)))
                .toList();
    }

    public Optional<Asked> question(String id) {
        return questions().stream().filter(asked -> asked.question().id().equals(id)).findFirst();
    }

    /** What a question is called; its id where the form does not ask it. */
    String words(String id) {
        return question(id).map(asked -> asked.question().words()).orElse(id);
    }

    /** Answers that came with an earlier mission and that this form does not ask: they stay as they are. */
    public List<String> carried(Typed typed) {
        List<String> asked = questions().stream().map(each -> each.question().id()).toList();
        return typed.fields().keySet().stream()
                .filter(field -> field.startsWith(FactQuestions.ANSWERS) && !asked.contains(field)).toList();
    }

    /** The field that can answer a fact, to lead there whoever is told that it is missing. */
    public Optional<String> fieldFor(String fact) {
        return facts.vocabularies().stream().flatMap(vocabulary -> vocabulary.fact(fact).stream())
                .flatMap(declared -> FactQuestions.of(declared).stream()).filter(id -> question(id).isPresent())
                .findFirst().map(id -> field(id, 0));
    }

    /** What is odd about the legs typed, as {@link Route#odd} has it of a mission. */
    public List<String> odd(Typed typed) {
        List<String> remarks = new ArrayList<>();
        Optional<TimeWindow> window = moment(typed.get("window/from")).flatMap(from -> moment(typed.get("window/until"))
                .filter(from::isBefore).map(until -> new TimeWindow(from, until)));
        for (int leg = 0; leg < typed.rows("legs"); leg++) {
            String row = "legs/" + leg + "/";
            String at = "Leg " + (leg + 1) + ": ";
            Stream.of("from", "to").map(end -> typed.get(row + end).strip()).filter(place -> !place.isEmpty())
                    .distinct()
                    .flatMap(place -> host.unknownPlace(place).stream()).map(at::concat).forEach(remarks::add);
            for (boolean left : List.of(true, false)) {
                String point = typed.get(row + (left ? "exit" : "entry")).strip();
                if (!point.isEmpty()) {
                    host.unpublished(point, left).map(at::concat).ifPresent(remarks::add);
                }
            }
            List<Instant> times = Stream.of("departs", "exits", "enters", "arrives")
                    .flatMap(time -> moment(typed.get(row + time)).stream()).toList();
            window.flatMap(hours -> Route.outside(hours, times)).map(at::concat).ifPresent(remarks::add);
        }
        return remarks;
    }

    /** Since when each lead time of the host has been missed, or until when it can be kept. */
    public List<Deadline> deadlines(Typed typed) {
        return host.profile().leadTimes().stream()
                .map(lead -> new Deadline(lead, Compulsory.inWords(this, lead.when()),
                        lead.when().hold(asked -> typed.get(field(asked, 0))),
                        lead.when().open(asked -> typed.get(field(asked, 0))).stream().map(this::words).toList(),
                        departure(typed).flatMap(at -> host.office().lastMoment(lead.workingDays(), at))))
                .toList();
    }

    private static Optional<Instant> departure(Typed typed) {
        return moment(typed.get("departure"));
    }

    /** What was expected of a field of a time, for who fills it in by day and clock. */
    public static String expected(Fault fault) {
        return "a day and a time in UTC" + Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{5,8}Z")
                .matcher(fault.expected().startsWith("an instant with zone") ? "" : fault.expected()).results()
                .map(found -> found.group().replace('T', ' ').replaceFirst(":00Z$", "Z"))
                .reduce((first, last) -> first + " until " + last)
                .map(limits -> limits.contains(" until ") ? " from " + limits : " after " + limits).orElse("");
    }

    /** A browser sends a time without zone; the forms say that it is UTC. */
    public static String instant(String text) {
        return TypedReader.instant(text);
    }

    /** What a field of a time says, if it says one. */
    public static Optional<Instant> moment(String text) {
        try {
            Instant at = Instant.parse(TypedReader.instant(text.strip()));
            return Stream.of(at).filter(it -> it.isAfter(Instant.parse("1900-01-01T00:00:00Z"))
                    && it.isBefore(Instant.parse("2200-01-01T00:00:00Z"))).findFirst();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A typed answer as people read it. */
    public static String answer(Question question, String text) {
        List<String> words = new ArrayList<>();
        List<String> parts = question.kind() == Question.Kind.SEVERAL ? List.of(text.split(",")) : List.of(text);
        parts.forEach(part -> words.add(question.choices().stream()
                .filter(choice -> question.closed() && choice.value().equals(part)).map(Question.Choice::words)
                .findFirst().orElse(part)));
        return String.join(", ", words);
    }

    /** Numbers for the rows of a section. */
    public static List<Integer> rows(Section section, Typed typed) {
        return IntStream.range(0, section.count(typed)).boxed().toList();
    }
}
