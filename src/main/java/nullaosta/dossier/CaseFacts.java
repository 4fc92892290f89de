package nullaosta.dossier;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nullaosta.agreement.Terms;
import nullaosta.agreement.text.Problem;
import nullaosta.agreement.text.Reading;
import nullaosta.agreement.vocabulary.FactDeclaration;
import nullaosta.agreement.vocabulary.FactSheet;
import nullaosta.agreement.vocabulary.FactSource;
import nullaosta.agreement.vocabulary.ValueType;
import nullaosta.agreement.vocabulary.Vocabulary;
import nullaosta.decision.Consultation;
import nullaosta.decision.Opinion;
import nullaosta.mission.Declared;
import nullaosta.mission.Mission;
import nullaosta.mission.Statement;
import nullaosta.mission.derived.Airframe;
import nullaosta.mission.derived.Derived;
import nullaosta.mission.derived.Extent;
import nullaosta.mission.derived.Notice;
import nullaosta.mission.derived.Protection;
import nullaosta.mission.derived.Route;
import nullaosta.mission.derived.ZonesTouched;
import nullaosta.party.Host;
import nullaosta.party.Recognition;

/**
 * The facts of one case, each from its own source and no other: the mission from the requester, the file from the
 * desk's statements, recognition from the host, counts from the ledger, receipt from the clock.
 */
final class CaseFacts {

    private static final String ESTIMATE = "file.harmEstimate";
    private static final String AGE = "file.assuranceAgeDays";
    private static final String DATED = "file.assuranceDated";
    private static final String CONCURRING = "file.concurring";
    private static final String ON_GROUND = "file.personnelOnGround";

    private final FactSheet.Builder sheet;
    private final Terms terms;
    private final Vocabulary vocabulary;

    private CaseFacts(Terms terms) {
        this.terms = terms;
        this.vocabulary = terms.vocabulary();
        this.sheet = FactSheet.builder(vocabulary);
    }

    /** @param told whether what follows from protected parties may be seen */
    static FactSheet of(Dossier dossier, Terms terms, Host host, Ledger ledger, boolean told) {
        Mission mission = dossier.mission();
        CaseFacts facts = new CaseFacts(terms);
        facts.mission(mission);
        facts.answers(mission);
        Notice.of(mission, dossier.receipt(), dossier.movement().firstTakenOffAt(), host.office())
                .forEach(facts::derived);
        Airframe.of(mission).forEach(facts::derived);
        Route.of(mission, host).forEach(facts::derived);
        Extent.of(mission, terms.timezone(), terms.places().values()).forEach(facts::derived);
        facts.file(dossier, host, told);
        facts.derived(ZonesTouched.of(mission, host.zones()));
        facts.host(host, mission.departure().atZone(host.zone()).toLocalDate());
        facts.ledger(ledger, mission.aircraftAtOnce() - 1);
        return facts.sheet.build().orThrow();
    }

    /** A statement's text in the one spelling of the value that it gives a fact, or what is wrong with it. */
    static Reading<String> tried(Vocabulary vocabulary, String fact, String value) {
        return switch (FactSheet.builder(vocabulary).known(fact, stated(vocabulary, fact, value.strip()), "statement")
                .build()) {
            case Reading.Sound<FactSheet>(FactSheet sheet) -> new Reading.Sound<>(spelt(sheet, fact));
            case Reading.Faulty<FactSheet>(List<Problem> problems) -> new Reading.Faulty<>(problems);
        };
    }

    /** The facts of the file that the desk may state under a vocabulary. */
    static List<FactDeclaration> ofTheFile(Vocabulary vocabulary) {
        return vocabulary.facts().values().stream().filter(f -> f.from() == FactSource.CASE_FILE).toList();
    }

    private void mission(Mission mission) {
        String filed = "requester, mission as filed";
        put("mission.operatorState", Optional.of(mission.operatorState().code()), filed, "");
        put("mission.base", Optional.of(mission.base()), filed, "");
        put("mission.area", Optional.of(mission.area()), filed, "");
        put("mission.departure", Optional.of(mission.departure().toString()), filed, "");
        put("mission.purpose", Optional.of(mission.purpose()), filed, "");
        declared("mission.crewed", mission.aircraft().crewed());
        declared("mission.armed", mission.armed());
        declared("mission.strike", mission.strike());
        declared("mission.sensors", mission.sensors());
        declared("mission.dangerousGoods", mission.dangerousGoods());
    }

    private void declared(String fact, Declared value) {
        put(fact, value.asFact(), "requester, declared with the mission", "not declared by the requester");
    }

    /** What the requester answered beyond the fields that every mission has. */
    private void answers(Mission mission) {
        for (FactDeclaration fact : vocabulary.facts().values()) {
            String name = fact.name().substring(fact.name().indexOf('.') + 1);
            if (fact.from() == FactSource.REQUESTER && fact.derive().isEmpty() && fact.name().startsWith("mission.")
                    && mission.answers().containsKey(name)) {
                put(fact.name(), Optional.ofNullable(mission.answers().get(name)),
                        "requester, answered with the mission", "");
            }
        }
    }

    private void derived(Derived fact) {
        put(fact.fact(), fact.value(), fact.origin(), fact.why());
    }

    /**
     * What the desk stated, and what follows from the file without a statement. Where the two differ neither replaces the
     * other: it is for the desk to rule, as between two statements. What an office has yet to answer nobody states for it.
     */
    private void file(Dossier dossier, Host host, boolean told) {
        for (FactDeclaration fact : ofTheFile(vocabulary)) {
            Optional<Derived> follows = follows(fact.name(), dossier, host, told);
            boolean awaited = fact.name().equals(CONCURRING)
                    && follows.filter(it -> it.value().isEmpty()).isPresent();
            if (awaited || dossier.file().said(fact.name()).isEmpty()) {
                follows.ifPresent(this::derived);
            } else {
                stated(fact.name(), dossier.file(), follows);
            }
        }
    }

    /** What the file itself says of a fact, without statements on it; empty where it says nothing. */
    static Optional<String> fileSays(Dossier dossier, Terms terms, Host host, String fact) {
        return new CaseFacts(terms).follows(fact, dossier, host, true).flatMap(Derived::value)
                .map(value -> spelt(terms.vocabulary(), fact, value));
    }

    private Optional<Derived> follows(String fact, Dossier dossier, Host host, boolean told) {
        return switch (fact) {
            case ESTIMATE -> Optional.of(new Derived(fact, dossier.mission().harmEstimate().map(estimate -> true),
                    dossier.mission().harmEstimate().map(e -> "estimate by " + e.author()).orElse(""),
                    "no estimate with a named author was filed"));
            case AGE -> Optional.of(assuranceAge(dossier));
            case CONCURRING -> concurring(dossier.file());
            case ON_GROUND -> Optional.of(told
                    ? Protection.of(dossier.mission(), dossier.file().protectedParties(), host.protectionReach())
                    : Protection.unsaid());
            default -> Optional.empty();
        };
    }

    /**
     * The statement that counts: the one ruled on, or the last where none contradicts another. A ruling is about what was
     * known when it was made: a later statement that says otherwise needs another.
     */
    private static Optional<Statement> counts(CaseFile file, String fact) {
        List<Statement> said = file.said(fact);
        boolean contradict = said.stream().map(Statement::value).distinct().count() > 1;
        return file.ruling(fact).isPresent() || contradict
                ? file.ruled(fact)
                : said.stream().reduce((earlier, later) -> later);
    }

    private void stated(String fact, CaseFile file, Optional<Derived> follows) {
        Optional<Statement> counts = counts(file, fact);
        Optional<String> fileSays = follows.flatMap(Derived::value).map(value -> spelt(vocabulary, fact, value));
        boolean ruled = file.ruled(fact).isPresent()
                && file.ruling(fact).filter(held -> fileSays.filter(says -> held.against(says, file)).isPresent())
                        .isPresent();
        if (fileSays.isPresent() && counts.isPresent() && !ruled && !fileSays.get()
                .equals(spelt(vocabulary, fact, stated(vocabulary, fact, counts.get().value())))) {
            sheet.absent(fact, "statement " + counts.get().number() + " says " + counts.get().value()
                    + ", the file itself " + fileSays.get() + " (" + follows.orElseThrow().origin()
                    + "); the desk must rule" + (file.ruling(fact).isPresent() ? " again" : ""));
            return;
        }
        counts.ifPresentOrElse(
                statement -> put(fact, Optional.of(stated(vocabulary, fact, statement.value())), "statement "
                        + statement.number() + ": " + statement.source() + ", " + statement.dated() + ", graded "
                        + statement.grade(), ""),
                () -> sheet.absent(fact, contradiction(file, fact)));
    }

    private static String contradiction(CaseFile file, String fact) {
        List<Statement> said = file.said(fact);
        return file.ruling(fact).flatMap(held -> held.against(said))
                .map(late -> "statement " + late.number() + " came after the ruling and says otherwise; the desk must"
                        + " rule again")
                .orElseGet(() -> "statements " + String.join(" and ", said.stream().map(s -> "" + s.number()).toList())
                        + " contradict each other; the desk must rule");
    }

    /** One text for one value, sets in one order; what does not fit its fact as it is. */
    private static String spelt(Vocabulary vocabulary, String fact, Object value) {
        return FactSheet.builder(vocabulary).known(fact, value, "the file")
                .build() instanceof Reading.Sound<FactSheet>(FactSheet sheet)
                        ? spelt(sheet, fact)
                        : String.valueOf(value);
    }

    private static String spelt(FactSheet sheet, String fact) {
        Object plain = sheet.value(fact).orElseThrow().plain();
        return plain instanceof List<?> names
                ? String.join(", ", names.stream().map(String::valueOf).toList())
                : String.valueOf(plain);
    }

    private Derived assuranceAge(Dossier dossier) {
        Optional<Statement> dated = counts(dossier.file(), DATED);
        LocalDate departs = dossier.mission().departure().atZone(terms.timezone()).toLocalDate();
        Optional<Object> age = dated
                .<Object>map(it -> ChronoUnit.DAYS.between(LocalDate.parse(it.value()), departs))
                .filter(days -> (Long) days >= 0);
        return new Derived(AGE, age,
                "from the assurance of " + dated.map(Statement::value).orElse("") + " to " + departs,
                dated.isPresent()
                        ? "the assurance is later than the departure"
                        : dossier.file().said(DATED).isEmpty()
                                ? "no periodic assurance is on file"
                                : contradiction(dossier.file(), DATED));
    }

    /** Known only once every office that must be asked was asked, and all that were asked have answered. */
    private Optional<Derived> concurring(CaseFile file) {
        Optional<String> awaited = Consulting.awaited(file, terms);
        if (awaited.isPresent()) {
            return Optional.of(new Derived(CONCURRING, Optional.empty(), "", awaited.get()));
        }
        if (file.standing().isEmpty()) {
            return Optional.empty();
        }
        List<Consultation> content = file.standing().stream()
                .filter(it -> it.opinion().orElseThrow().stance() == Opinion.Stance.NO_OBJECTION).toList();
        return Optional.of(new Derived(CONCURRING,
                Optional.of(content.stream().map(Consultation::office).toList()), "answers of "
                        + String.join(", ", file.standing().stream()
                                .map(it -> it.office() + " of " + it.opinion().orElseThrow().dated()).toList()),
                ""));
    }

    private void host(Host host, LocalDate day) {
        String register = "register of recognitions of " + host.name();
        put("host.recognitions", Optional.of(host.recognitions().stream().map(CaseFacts::row).toList()), register, "");
        put("host.belligerents", Optional.of(host.belligerents().stream().filter(it -> it.holdsOn(day))
                .map(it -> it.state().code()).toList()), "whom " + host.name() + " holds to be at war on " + day, "");
    }

    private void ledger(Ledger others, int more) {
        Ledger ledger = others.with(more);
        String own = more == 0 ? "" : ", and " + more + " of this formation beside its first";
        put("ledger.sortiesToday", Optional.of((long) ledger.sortiesToday()),
                "counted from the flights cleared for that day" + own, "");
        put("ledger.sortiesThisMonth", Optional.of((long) ledger.sortiesThisMonth()),
                "counted from the flights cleared for that month" + own, "");
        put("ledger.aircraftAtOnce", Optional.of((long) ledger.aircraftAtOnce()),
                "counted from the windows of the flights cleared" + own, "");
    }

    private static Map<String, Object> row(Recognition recognition) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("government", recognition.government());
        row.put("from", recognition.from().toString());
        recognition.until().ifPresent(until -> row.put("until", until.toString()));
        return row;
    }

    /** A value that does not fit its fact leaves it missing, with that reason: another vocabulary may have other words. */
    private void put(String fact, Optional<? extends Object> value, String origin, String whyAbsent) {
        if (vocabulary.fact(fact).isEmpty()) {
            return;
        }
        if (value.isEmpty()) {
            sheet.absent(fact, whyAbsent);
            return;
        }
        switch (FactSheet.builder(vocabulary).known(fact, value.get(), origin).build()) {
            case Reading.Sound<FactSheet> sound -> sheet.known(fact, value.get(), origin);
            case Reading.Faulty<FactSheet>(List<Problem> problems) -> sheet.absent(fact,
                    origin + ": " + problems.getFirst().message());
        }
    }

    /** Text as a facts file would read it; a set's names are separated by commas. */
    private static Object stated(Vocabulary vocabulary, String fact, String value) {
        if (vocabulary.fact(fact).filter(it -> it.type() instanceof ValueType.SetOf).isPresent()) {
            return Arrays.stream(value.split(",")).map(String::strip).filter(name -> !name.isEmpty()).toList();
        }
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> value.matches("-?[0-9]{1,15}") ? (Object) Long.valueOf(value) : value;
        };
    }
}
