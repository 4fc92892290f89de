package nullaosta.dossier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import nullaosta.agreement.Authority;
import nullaosta.agreement.Terms;
import nullaosta.agreement.text.Spelling;
import nullaosta.decision.Consultation;
import nullaosta.decision.Opinion;
import nullaosta.dossier.entry.Entry;
import nullaosta.party.SilenceRule;

/** The desk asks other offices and enters what they answer; nobody's silence becomes an answer, but by a rule of their own. */
final class Consulting {

    private static final String OFFICE = "[A-Z][A-Z0-9_]{0,63}";

    private Consulting() {
    }

    /** A rule of silence goes with a question that leaves the office the days of its rule, and is not put to it because it objected. */
    static Proceeding ask(Sitting sitting, Dossier dossier, Command.AskOffice command) {
        Optional<Proceeding> closed = Clarifying.open(dossier);
        if (closed.isPresent()) {
            return closed.get();
        }
        LocalDate today = today(sitting);
        if (command.answerBy().isBefore(today)) {
            return Proceeding.stop(Refusal.Code.BAD_INPUT, "an answer by `" + command.answerBy() + "`",
                    "a day that is not over", "give the last day on which an answer helps").at("answerBy");
        }
        if (command.question().isBlank()) {
            return Proceeding.stop(Refusal.Code.BAD_INPUT, "no question", "what the office is asked",
                    "write what it should say yes or no to").at("question");
        }
        List<String> consultees = Assessing.terms(sitting.agreements(), dossier.mission())
                .map(Consulting::consultees).orElse(List.of());
        String office = folded(command.office());
        if (!office.matches(OFFICE) || !consultees.isEmpty() && !consultees.contains(office)) {
            return Proceeding.stop(Refusal.Code.UNKNOWN_OFFICE, "unknown office `" + command.office().strip() + "`",
                    consultees.isEmpty()
                            ? "a name such as `FOCA` or `Ministry of Foreign Affairs`"
                            : "one of those that the terms have asked: " + String.join(", ", consultees),
                    Spelling.help(office, consultees)).at("office");
        }
        Optional<Consultation> before = dossier.file().standing(office);
        Optional<Consultation> asked = before.filter(Consultation::open);
        if (asked.isPresent()) {
            return Proceeding.stop(Refusal.Code.BAD_INPUT, office + " asked already, in consultation "
                    + asked.get().number(), "one question at a time", "enter its answer first").at("office");
        }
        return Clarifying.assessed(sitting, dossier, new Entry.OfficeAsked(
                new Consultation(dossier.file().consultations().size() + 1, office, command.question().strip(), today,
                        command.answerBy(), Optional.empty(), false,
                        Optional.ofNullable(sitting.chancery().host().silenceRules().get(office))
                                .filter(rule -> !today.plusDays(rule.days()).isAfter(command.answerBy()))
                                .filter(rule -> before.flatMap(Consultation::opinion)
                                        .filter(it -> it.stance() == Opinion.Stance.OBJECTION).isEmpty())
                                .map(SilenceRule::text))));
    }

    static Proceeding answer(Sitting sitting, Dossier dossier, Command.EnterOpinion command) {
        return answer(sitting, dossier, command.consultation(), command.opinion());
    }

    /** A link is spent once its consultation is answered, and ends with the last day of the office's time; the desk enters what comes later. */
    static Proceeding answerByLink(Sitting sitting, Dossier dossier, Command.AnswerByLink command) {
        Optional<Consultation> asked = command.link().consultation(dossier);
        if (asked.filter(it -> it.overdue(today(sitting))).isPresent()) {
            return Proceeding.stop(Refusal.Code.UNKNOWN_CONSULTATION,
                    "consultation " + asked.get().number() + ", which waited until " + asked.get().answerBy(),
                    "the number of one that waits for its answer", "write to the desk: it may still enter an answer");
        }
        if (command.by().isBlank()) {
            return Proceeding.stop(Refusal.Code.BAD_INPUT, "nobody's name", "who answers for the office",
                    "give your name and post").at("by");
        }
        return answer(sitting, dossier, command.link().number(),
                new Opinion(command.stance(), command.by().strip(), today(sitting), command.words().strip(),
                        Optional.empty(), Optional.empty()));
    }

    private static Proceeding answer(Sitting sitting, Dossier dossier, int consultation, Opinion opinion) {
        Optional<Proceeding> closed = Clarifying.open(dossier);
        if (closed.isPresent()) {
            return closed.get();
        }
        if (opinion.dated().isAfter(today(sitting))) {
            return Proceeding.stop(Refusal.Code.BAD_INPUT, "an answer dated `" + opinion.dated() + "`",
                    "a day that is not in the future", "give the day on which it was given").at("dated");
        }
        if (opinion.stance() == Opinion.Stance.OBJECTION && opinion.words().isBlank()) {
            return new Proceeding.Stop(Refusal.noReason()).at("words");
        }
        Optional<Consultation> asked = dossier.file().consultations().stream()
                .filter(it -> it.number() == consultation).findFirst();
        if (asked.filter(it -> it.open() || it.keptSilent()).isEmpty()) {
            return Proceeding.stop(Refusal.Code.UNKNOWN_CONSULTATION,
                    asked.map(it -> "consultation " + it.number() + (it.overtaken()
                            ? ", about the mission before it was amended"
                            : ", which is answered")).orElse("no consultation " + consultation),
                    "the number of one that waits for its answer", "ask the office anew if it has more to say")
                    .at("consultation");
        }
        return Clarifying.assessed(sitting, dossier, new Entry.OfficeAnswered(asked.get().number(), opinion));
    }

    /** The first office whose silence has become no objection, and what the case is found to be then; empty where none has. */
    static List<Entry> silent(Sitting sitting, Dossier dossier) {
        if (!dossier.phase().open()) {
            return List.of();
        }
        return dossier.file().consultations().stream()
                .filter(asked -> asked.silenceAt(sitting.chancery().host().zone())
                        .filter(from -> !sitting.at().isBefore(from)).isPresent())
                .findFirst().map(asked -> Clarifying.assessed(sitting, dossier,
                        new Entry.OfficeSilent(asked.number(), asked.silence().orElseThrow())))
                .map(proceeding -> proceeding instanceof Proceeding.Enter(List<Entry> entries)
                        ? entries
                        : List.<Entry>of())
                .orElse(List.of());
    }

    /**
     * Why the case may not go up for approval yet: an office that a deciding authority must ask was not asked, or has neither
     * answered nor let its time pass. What its silence then means is for the terms and the authority to say.
     */
    static Optional<Refusal> bar(Sitting sitting, Dossier dossier, List<String> authorities) {
        List<String> reasons = new ArrayList<>();
        Assessing.terms(sitting.agreements(), dossier.mission()).stream()
                .flatMap(terms -> authorities.stream().distinct()
                        .map(id -> Optional.ofNullable(terms.authorities().get(id)))
                        .flatMap(Optional::stream))
                .flatMap(authority -> authority.consult().stream()).distinct().forEach(office -> {
                    Optional<Consultation> asked = dossier.file().standing(office);
                    if (asked.isEmpty()) {
                        reasons.add(office + " was not asked");
                    } else if (asked.get().open() && !asked.get().overdue(today(sitting))) {
                        reasons.add(office + " has until " + asked.get().answerBy() + " to answer");
                    }
                });
        return reasons.isEmpty()
                ? Optional.empty()
                : Optional.of(new Refusal(Refusal.Code.NOT_CONSULTED, String.join(", ", reasons),
                        "an answer of each office that the authority asks before it decides, or the end of its time",
                        "ask, and enter what is answered"));
    }

    /** The offices that some authority of the terms asks before it decides, each once. */
    static List<String> consultees(Terms terms) {
        return terms.authorities().values().stream().map(Authority::consult).flatMap(List::stream).distinct().toList();
    }

    /** Why it cannot be told which offices do not object; empty where all that must answer have. */
    static Optional<String> awaited(CaseFile file, Terms terms) {
        List<Consultation> standing = file.standing();
        List<String> reasons = Stream.concat(
                consultees(terms).stream().filter(office -> file.standing(office).isEmpty())
                        .map(office -> office + " was not asked"),
                standing.stream().filter(Consultation::open)
                        .map(it -> it.office() + " was asked on " + it.askedOn() + " for an answer by " + it.answerBy()
                                + " and has not answered"))
                .toList();
        return reasons.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", reasons));
    }

    /** A title is the name that terms would give it: {@code Ministry of Foreign Affairs} → {@code MINISTRY_OF_FOREIGN_AFFAIRS}. */
    private static String folded(String office) {
        return office.strip().toUpperCase(Locale.ROOT).replaceAll("[\\s.,'’–-]+", "_").replaceAll("^_+|_+$", "");
    }

    private static LocalDate today(Sitting sitting) {
        return sitting.at().atZone(sitting.chancery().host().zone()).toLocalDate();
    }
}
