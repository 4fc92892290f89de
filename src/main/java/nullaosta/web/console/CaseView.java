package nullaosta.web.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nullaosta.agreement.vocabulary.Basis;
import nullaosta.agreement.vocabulary.FactDeclaration;
import nullaosta.agreement.vocabulary.Vocabulary;
import nullaosta.assessment.Assessment;
import nullaosta.assessment.Finding;
import nullaosta.assessment.Status;
import nullaosta.clearance.Life;
import nullaosta.decision.Bar;
import nullaosta.decision.Bench;
import nullaosta.decision.Consultation;
import nullaosta.decision.Opinion;
import nullaosta.decision.Verdict;
import nullaosta.dossier.Competence;
import nullaosta.dossier.Dossier;
import nullaosta.dossier.Dossiers;
import nullaosta.dossier.HeldBlock;
import nullaosta.dossier.HeldQuestion;
import nullaosta.dossier.NextStep;
import nullaosta.dossier.OfficeLink;
import nullaosta.dossier.Phase;
import nullaosta.dossier.Row;
import nullaosta.dossier.WatchFloor;
import nullaosta.dossier.entry.Entry;
import nullaosta.dossier.entry.EntryFormat;
import nullaosta.dossier.entry.HarmAllegation;
import nullaosta.dossier.entry.Written;
import nullaosta.mission.ProtectedParty;
import nullaosta.mission.Series;
import nullaosta.mission.Statement;
import nullaosta.mission.form.Question.Choice;
import nullaosta.oversight.sample.Review;
import nullaosta.party.Deputies;
import nullaosta.party.Officer;
import nullaosta.party.People;
import nullaosta.store.Installation;
import nullaosta.web.form.Asked;
import nullaosta.web.form.PageForm;
import nullaosta.web.page.Page;
import nullaosta.web.page.Words;

/**
 * One case as a page shows it to one reader.
 *
 * @param deputies who decides in whose place
 * @param facts the facts of the file that the desk may state, each with what it takes
 * @param values what some of them take, to be offered
 * @param consulting the offices that are asked about it
 * @param areas the theatres that people on the ground may be in
 * @param versions published versions that it can be assessed under
 * @param governing the version in force for its departure
 * @param looked whether this page answers a look at the protected parties, and so may show them
 * @param flights those that were cleared in this block
 * @param came the form that came back, if one did
 * @param route the other states on it, and how each stands to the flight
 */
public record CaseView(Page page, People people, Deputies deputies, Dossier dossier, List<Choice> facts,
        List<Choice> values,
        ConsultingView consulting, List<String> areas, List<String> versions, Optional<String> governing,
        List<Row> flights, PageForm came, boolean looked, RouteView route) {

    /** What a statement may rest on, in words. */
    public static final List<Choice> BASES = Arrays.stream(Basis.values())
            .map(basis -> new Choice(basis.name(), Words.plain(basis.name()))).toList();

    public CaseView {
        facts = List.copyOf(facts);
        values = List.copyOf(values);
        flights = List.copyOf(flights);
        areas = List.copyOf(areas);
        versions = List.copyOf(versions);
    }

    static CaseView of(Installation installation, Page page, Dossier dossier, PageForm came, boolean looked) {
        Dossiers dossiers = installation.dossiers();
        Vocabulary vocabulary = dossiers.vocabulary(dossier);
        List<FactDeclaration> facts = dossiers.factsOfTheFile(dossier);
        return new CaseView(page, installation.people(), dossiers.chancery().deputies(), dossier,
                facts.stream().map(fact -> new Choice(fact.name(),
                        fact.ask() + " (" + vocabulary.expectation(fact) + ")")).toList(),
                facts.stream().flatMap(fact -> vocabulary.offered(fact).stream()).distinct()
                        .map(value -> new Choice(value, value)).toList(),
                new ConsultingView(page, dossier, dossiers.consultees(dossier), installation.officeLinks()),
                dossiers.chancery().missions().areas(), dossiers.versions(dossier),
                dossiers.governing(dossier), installation.lists().numbered(
                        dossier.block().map(HeldBlock::cleared).orElse(List.of())),
                came, looked, RouteView.of(dossiers.otherStates(dossier, page.now()), dossier));
    }

    /** The form of a command, blank or as it came back; where several commands share one, the first names it. */
    public PageForm form(Asked... asked) {
        return came.orBlank(Arrays.stream(asked).map(Asked::form).toArray(PageForm[]::new));
    }

    /** A clearance that no longer holds is not called cleared. */
    public String standing() {
        return dossier.phase() == Phase.CLEARED
                ? dossier.clearance().map(held -> held.life()).filter(life -> life != Life.VALID)
                        .map(life -> "clearance " + life.words()).orElse(dossier.phase().words())
                : dossier.phase().words();
    }

    /** The first fact of the file that is missing, to be asked for first. */
    public String missingFact() {
        return facts.stream().map(Choice::value).filter(this::isMissing).findFirst().orElse("");
    }

    public List<Choice> statements() {
        return dossier.file().statements().stream().map(it -> new Choice(String.valueOf(it.number()),
                it.number() + ": " + it.fact() + " = " + it.value() + ", says " + it.source())).toList();
    }

    /** What may be proposed; a case that cannot be approved offers its refusal alone. */
    public List<Choice> verdicts() {
        Choice refuse = new Choice(Verdict.REFUSE.name(), "Refuse");
        return cannotApprove() ? List.of(refuse) : List.of(new Choice(Verdict.APPROVE.name(), "Approve"), refuse);
    }

    public List<Choice> theatres() {
        return areas.stream().map(area -> new Choice(area, Words.place(area))).toList();
    }

    public List<Choice> partyNumbers() {
        return dossier.file().protectedParties().stream().map(ProtectedParty::number).map(CaseView::number).toList();
    }

    /** Those whom an officer can have forgotten. */
    public List<Choice> struckOutNumbers() {
        return dossier.partiesStruckOut().stream().map(CaseView::number).toList();
    }

    private static Choice number(int party) {
        return new Choice(String.valueOf(party), String.valueOf(party));
    }

    /** The published versions under which its findings are not yet those that count. */
    public List<Choice> otherVersions() {
        Optional<String> counts = dossier.assessed().flatMap(Entry.Assessed::agreement);
        return versions.stream().filter(version -> !counts.equals(Optional.of(version)))
                .map(version -> new Choice(version, version)).toList();
    }

    /** What oversight asked, those without an answer first. */
    public List<Choice> questionNumbers() {
        return dossier.questions().stream().sorted(Comparator.comparing((HeldQuestion held) -> !held.open()))
                .map(held -> String.valueOf(held.number())).map(number -> new Choice(number, number)).toList();
    }

    public List<Choice> allegationNumbers() {
        return dossier.allegations().stream().map(held -> String.valueOf(held.allegation().number()))
                .map(number -> new Choice(number, number)).toList();
    }

    public static List<Choice> allegationFindings() {
        return Arrays.stream(HarmAllegation.Finding.values())
                .map(finding -> new Choice(finding.name(), Words.plain(finding.name()))).toList();
    }

    public static String harm(HarmAllegation allegation) {
        return EntryInWords.harm(allegation);
    }

    /** A shape of the strip and what it says. */
    public record Shown(String mark, String shape, String words) {}

    /** The shapes that stand in this case's strip, each once. */
    public List<Shown> legend() {
        List<Shown> shown = new ArrayList<>();
        findings().stream().map(finding -> new Shown(Words.mark(finding), shape(finding), Words.status(finding)))
                .filter(each -> !shown.contains(each)).forEach(shown::add);
        return shown;
    }

    /** The case in one sentence. */
    public String headline() {
        return switch (dossier.phase()) {
            case WITH_THE_DESK, FOR_DECISION -> dossier.assessed().map(a -> Words.sentence(a.outcome()))
                    .orElse("Not assessed yet");
            case REFUSED -> "Refused" + (dossier.decided().map(d -> d.clauses().isEmpty()).orElse(true)
                    ? ""
                    : ": " + Words.join(dossier.decided().orElseThrow().clauses()));
            case WITHDRAWN -> "Withdrawn by the requester";
            case BLOCK -> "Granted as a block";
            case CLEARED -> cleared();
        };
    }

    /** How many flights it stands for, where that is more than one; or whose flight it is. */
    public Optional<String> series() {
        return switch (dossier.mission().series()) {
            case Series.Single single -> Optional.empty();
            case Series.Block(int flights) -> Optional.of("a block of " + flights
                    + " flights like this one within the window, each announced");
            case Series.Announced(String block) -> Optional.of("one flight of the block " + block);
        };
    }

    /** Why the block that it was announced in did not clear it; empty where it did, or was none. */
    public List<String> outsideBlock() {
        return dossier.history().stream().map(Written::entry).filter(Entry.OutsideBlock.class::isInstance)
                .map(Entry.OutsideBlock.class::cast).findFirst().map(Entry.OutsideBlock::reasons).orElse(List.of());
    }

    /** Offices whose last word is an objection. */
    public List<String> objecting() {
        return dossier.file().standing().stream()
                .filter(it -> it.opinion().filter(o -> o.stance() == Opinion.Stance.OBJECTION).isPresent())
                .map(Consultation::office).toList();
    }

    private String cleared() {
        Life life = dossier.clearance().orElseThrow().life();
        if (dossier.movement().landed().isPresent()) {
            return "Flown and landed";
        }
        String standing = life == Life.VALID ? "Cleared" : "Clearance " + life.words();
        return dossier.movement().airborne() ? standing + ", in the air" : standing;
    }

    public String nextStep() {
        return NextStep.of(dossier).inWords();
    }

    /** What the terms said; empty where no agreement governs the flight. */
    public Optional<Assessment> assessment() {
        return dossier.assessed().filter(a -> a.agreement().isPresent()).map(a -> Assessment.fromMap(a.assessment()));
    }

    /** The version in force for its departure, where it was last assessed under another. */
    public Optional<String> overtaken() {
        return governing.filter(id -> !dossier.assessed().flatMap(Entry.Assessed::agreement).equals(Optional.of(id)));
    }

    /** The last findings under another version than those that count, beside these: found before, or tried since. */
    public Optional<BesideView> beside() {
        Optional<String> counts = dossier.assessed().flatMap(Entry.Assessed::agreement);
        for (Written written : counts.isEmpty() ? List.<Written>of() : dossier.history().reversed()) {
            Optional<Entry.Assessed> other = switch (written.entry()) {
                case Entry.Assessed before -> Optional.of(before);
                case Entry.Tried tried -> Optional.of(tried.findings());
                default -> Optional.empty();
            };
            if (other.isPresent() && other.get().agreement().isPresent() && !other.get().agreement().equals(counts)) {
                Assessment found = Assessment.fromMap(other.get().assessment());
                Assessment now = assessment().orElseThrow();
                return Optional.of(written.entry() instanceof Entry.Tried
                        ? new BesideView(now, found)
                        : new BesideView(found, now));
            }
        }
        return Optional.empty();
    }

    public String ungoverned() {
        return dossier.assessed().map(a -> String.valueOf(a.assessment().get("why"))).orElse("Not assessed yet");
    }

    /** Those that need somebody's attention: in the way, missing, for decision. */
    public List<Finding> findingsFirst() {
        return findings().stream().filter(finding -> !quiet(finding)).toList();
    }

    public List<Finding> findingsRest() {
        return findings().stream().filter(CaseView::quiet).toList();
    }

    /** A shape beside the colour, for who sees no colours. */
    public String shape(Finding finding) {
        return switch (finding.status()) {
            case Status.Breached breached -> finding.inTheWay() ? "✕" : "·";
            case Status.Failed failed -> "!";
            case Status.Undetermined undetermined -> "?";
            case Status.Referred referred -> "◆";
            case Status.Satisfied satisfied -> "✓";
            case Status.NotApplicable not -> "–";
        };
    }

    /** Whether another statement on the same fact says otherwise, or what follows from the file does. */
    public boolean contradicted(Statement statement) {
        return isMissing(statement.fact()) || dossier.file().statements().stream().anyMatch(
                other -> other.fact().equals(statement.fact()) && !other.value().equals(statement.value()));
    }

    public boolean contradicts() {
        return dossier.file().statements().stream().anyMatch(this::contradicted);
    }

    public boolean ruledFor(Statement statement) {
        return dossier.file().ruled(statement.fact()).equals(Optional.of(statement));
    }

    public boolean isMissing(String fact) {
        return assessment().stream().flatMap(assessment -> assessment.missing().stream())
                .anyMatch(missing -> missing.fact().equals(fact));
    }

    public boolean cannotApprove() {
        return dossier.assessed().map(a -> switch (a.outcome()) {
            case ELIGIBLE, REFER -> false;
            case INELIGIBLE, NEEDS_FACTS, NOT_COVERED, CANNOT_EVALUATE -> true;
        }).orElse(true);
    }

    /** The authorities whose signatures are still to come. */
    public List<String> waitingFor() {
        List<String> waiting = dossier.bench(page.host()).map(Bench::waitingFor).orElse(List.of());
        return waiting.stream().distinct().map(authority -> {
            int owed = Collections.frequency(waiting, authority);
            return "the " + authority.replace('-', ' ') + (owed > 1 ? ", " + owed + " signatures" : "");
        }).toList();
    }

    public boolean wasDecided() {
        return Review.decided(dossier).isPresent();
    }

    /** What came by word of mouth. */
    public OralView oral() {
        return new OralView(page, people, dossier);
    }

    /** Why the reader cannot sign it, if so. */
    public Optional<Bar> bar() {
        return dossier.bench(page.host(), deputies).flatMap(bench -> bench.barTo(page.viewer(), page.now()));
    }

    /** Whose mandate the reader would sign under as a deputy. */
    public Optional<Officer.Away> inPlaceOf() {
        return dossier.bench(page.host(), deputies).flatMap(bench -> bench.officer(page.viewer(), page.now()))
                .flatMap(Officer::away);
    }

    public boolean maySeeDeliberation() {
        return Competence.seesDeliberation(page.viewer());
    }

    public boolean maySeeSecret() {
        return Competence.seesSecrets(page.viewer());
    }

    /** Whether an act names the reader to see whom the flight protects. */
    public boolean namedForParties() {
        return page.viewer().protectedPartiesAct().isPresent();
    }

    /** What happened, as a phrase; to whom it is closed, that something did. */
    public String kind(Written written) {
        return closed(written) ? "a step of the host, closed" : Words.kind(EntryFormat.kindOf(written.entry()));
    }

    public String by(Written written) {
        return closed(written) || written.by().isEmpty() ? "" : ", " + name(written.by());
    }

    public String detail(Written written) {
        return closed(written) ? "" : EntryInWords.of(written.entry());
    }

    private boolean closed(Written written) {
        return !maySeeDeliberation() && written.entry().deliberates();
    }

    public String name(String person) {
        return person.equals(WatchFloor.AUTOMATIC)
                ? "the watch floor itself"
                : person.equals(Dossiers.CLOCK)
                        ? "the clock"
                        : person.startsWith(OfficeLink.OFFICE)
                                ? Words.office(person.substring(OfficeLink.OFFICE.length())
                                        .toUpperCase(Locale.ROOT).replace('-', '_')) + " itself, by the desk's link"
                                : people.find(person).map(known -> known.name() + ", " + known.post()).orElse(person);
    }

    private List<Finding> findings() {
        return assessment().map(Assessment::findings).orElse(List.of());
    }

    private static boolean quiet(Finding finding) {
        return switch (finding.status()) {
            case Status.Satisfied satisfied -> true;
            case Status.NotApplicable not -> true;
            case Status.Breached breached -> !finding.inTheWay();
            case Status.Failed failed -> false;
            case Status.Undetermined undetermined -> false;
            case Status.Referred referred -> false;
        };
    }
}
