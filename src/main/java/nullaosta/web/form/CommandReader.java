package nullaosta.web.form;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nullaosta.agreement.vocabulary.Basis;
import nullaosta.airspace.Circle;
import nullaosta.airspace.Position;
import nullaosta.appointment.SignedText;
import nullaosta.clearance.token.ClearanceToken;
import nullaosta.decision.Opinion;
import nullaosta.decision.Verdict;
import nullaosta.dossier.Command;
import nullaosta.dossier.entry.Entry;
import nullaosta.dossier.entry.HarmAllegation;
import nullaosta.flight.Apron;
import nullaosta.mission.Declared;
import nullaosta.mission.Fault;
import nullaosta.mission.Grade;
import nullaosta.mission.Mission;
import nullaosta.mission.MissionReader;
import nullaosta.mission.Reading;
import nullaosta.mission.Receipt;
import nullaosta.party.Person;
import nullaosta.quantity.Distance;
import nullaosta.quantity.TimeWindow;

/** Reads what is asked for into a command, or into every fault of it, told together. */
public record CommandReader(MissionReader missions) {

    /** Characters of a text that an officer signs, and of what they put under it. */
    private static final int LONGEST_SIGNED = 100_000;

    /** A command, or at least one fault. */
    public sealed interface Result<C extends Command> {

        record Read<C extends Command>(C command) implements Result<C> {}

        record Faulty<C extends Command>(List<Fault> faults) implements Result<C> {
            public Faulty {
                faults = List.copyOf(faults);
            }
        }
    }

    /** Fields are read first; only when none is at fault may the command be made of them. */
    private interface Making<C extends Command> {
        C of(Reading in) throws Incomplete;
    }

    /** A fault was noted already. */
    private static final class Incomplete extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /**
     * A filing.
     *
     * @param receivedNow what holds where the request is received by the very act of filing it
     */
    public Result<Command.FileMission> filing(Map<?, ?> json, Receipt receivedNow) {
        return read(json, in -> {
            Optional<Mission> mission = mission(in);
            Optional<String> original = in.text("original", false);
            var receivedAt = in.instantIfGiven("receivedAt");
            Optional<String> evidence = in.text("evidence", receivedAt.isPresent());
            return new Command.FileMission(has(mission),
                    new Receipt(receivedAt.orElse(receivedNow.receivedAt()), evidence.orElse(receivedNow.evidence())),
                    original);
        });
    }

    /**
     * @param by  whose base an apron is, and nothing else is taken from who asks
     * @param now what holds where a take-off or landing is entered without its time
     */
    public Result<Command> read(Asked asked, Person by, Instant now, Map<?, ?> json) {
        return read(json, in -> switch (asked) {
            case AMENDMENT -> amendment(in);
            case WITHDRAWAL -> new Command.WithdrawMission(has(in.text("reason", true)));
            case RECEIPT -> receipt(in);
            case STATEMENT -> statement(in);
            case RULING -> ruling(in);
            case CONSULTATION -> consultation(in);
            case OPINION -> opinion(in);
            case PARTY -> party(in);
            case STRIKEOUT -> strikeOut(in);
            case FORGETTING -> forgetting(in);
            case LOOK -> new Command.LookAtProtectedParties(has(in.text("reason", true)));
            case REASSESSMENT -> new Command.ReassessUnder(has(in.text("terms", true)));
            case DRAFT -> draft(in);
            case SIGNATURE -> signature(in);
            case ORAL -> oral(in);
            case CONFIRMATION -> confirmation(in);
            case SUSPENSION -> new Command.SuspendClearance(has(in.text("reason", true)));
            case RESUMPTION -> new Command.ResumeClearance(has(in.text("reason", true)));
            case REVOCATION -> revocation(in);
            case QUESTION -> new Command.AskDesk(has(in.text("question", true)));
            case REPLY -> reply(in);
            case HOLD -> new Command.PlaceHold(has(in.text("reason", true)));
            case LIFTING -> new Command.LiftHold(has(in.text("reason", true)));
            case PROPOSAL -> proposal(in);
            case ERASURE -> new Command.EraseCase(has(in.text("reason", true)));
            case CLOSURE -> new Command.CloseBlock(has(in.text("reason", true)));
            case CHECK -> new Command.CheckTakeoff(apron(in, by));
            case CALL -> call(in);
            case TAKEOFF -> takeoff(in, now);
            case LANDING -> landing(in, now);
            case ACKNOWLEDGEMENT -> acknowledgement(in);
            case ALLEGATION -> allegation(in);
            case INQUIRY -> inquiry(in);
            case ABROAD -> new Command.EnterClearanceAbroad(has(in.document("token", ClearanceToken.LONGEST)));
        });
    }

    private static <C extends Command> Result<C> read(Map<?, ?> json, Making<C> making) {
        List<Fault> faults = new ArrayList<>();
        Reading in = Reading.of(json, faults);
        Optional<C> command;
        try {
            command = Optional.of(making.of(in));
        } catch (Incomplete e) {
            command = Optional.empty();
        }
        in.unread();
        return command.isPresent() && faults.isEmpty()
                ? new Result.Read<>(command.get())
                : new Result.Faulty<>(faults);
    }

    private static <T> T has(Optional<T> value) throws Incomplete {
        return value.orElseThrow(Incomplete::new);
    }

    /** The faults of a mission within what is asked for are told with their whole place. */
    private Optional<Mission> mission(Reading in) {
        return in.map("mission").flatMap(json -> switch (missions.read(json)) {
            case MissionReader.Result.Read(Mission mission) -> Optional.of(mission);
            case MissionReader.Result.Faulty(List<Fault> faults) -> {
                faults.forEach(fault -> in.fault(in.at("mission") + fault.where(), fault.found(), fault.expected()));
                yield Optional.empty();
            }
        });
    }

    private Command amendment(Reading in) throws Incomplete {
        Optional<Mission> mission = mission(in);
        Optional<String> reason = in.text("reason", true);
        return new Command.AmendMission(has(mission), has(reason));
    }

    private static Command receipt(Reading in) throws Incomplete {
        var at = in.instant("receivedAt");
        Optional<String> evidence = in.text("evidence", true);
        Optional<String> reason = in.text("reason", true);
        return new Command.CorrectReceipt(new Receipt(has(at), has(evidence)), has(reason));
    }

    private static Command statement(Reading in) throws Incomplete {
        Optional<String> fact = in.text("fact", true);
        Optional<String> value = in.text("value", true);
        Optional<String> source = in.text("source", true);
        var dated = in.date("dated");
        Optional<String> sha256 = sha256(in);
        Optional<String> document = in.text("document", sha256.isPresent());
        Optional<Grade> grade = grade(in);
        Optional<Basis> basis = in.oneOf("basis", Basis.class, true);
        return new Command.MakeStatement(has(fact), has(value), has(source), has(dated), document, sha256,
                has(grade), has(basis));
    }

    private static Optional<Grade> grade(Reading in) {
        return in.text("grade", true, "[A-Fa-f][1-6]", "a grade from A1 to F6").map(Grade::parse);
    }

    private static Optional<String> sha256(Reading in) {
        return in.text("sha256", false, "[0-9a-f]{64}", "a SHA-256 of 64 hexadecimal digits");
    }

    private static Command consultation(Reading in) throws Incomplete {
        Optional<String> office = in.text("office", true);
        Optional<String> question = in.text("question", true);
        var answerBy = in.date("answerBy");
        return new Command.AskOffice(has(office), has(question), has(answerBy));
    }

    private static Command opinion(Reading in) throws Incomplete {
        Optional<Integer> consultation = in.whole("consultation", 1, 100_000);
        Optional<Opinion.Stance> stance = in.oneOf("stance", Opinion.Stance.class, true);
        Optional<String> by = in.text("by", true);
        var dated = in.date("dated");
        Optional<String> words = in.text("words", false);
        Optional<String> sha256 = sha256(in);
        Optional<String> document = in.text("document", sha256.isPresent());
        return new Command.EnterOpinion(has(consultation),
                new Opinion(has(stance), has(by), has(dated), words.orElse(""), document, sha256));
    }

    private static Command party(Reading in) throws Incomplete {
        Optional<String> who = in.text("who", true);
        Optional<String> area = in.text("area", true);
        Optional<Double> latitude = in.number("latitude", -90, 90);
        Optional<Double> longitude = in.number("longitude", -180, 180);
        Optional<Double> radius = in.number("radiusMetres", 1, 200_000);
        Optional<Instant> from = in.instant("from");
        Optional<Instant> until = in.instant("until");
        Optional<String> source = in.text("source", true);
        Optional<Grade> grade = grade(in);
        if (from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())) {
            until = in.fault(in.at("until"), "`" + until.get() + "`", "an instant after " + from.get());
        }
        return new Command.EnterProtectedParty(has(who), has(area),
                new Circle(new Position(has(latitude), has(longitude)), new Distance(has(radius))),
                new TimeWindow(has(from), has(until)), has(source), has(grade));
    }

    private static Command forgetting(Reading in) throws Incomplete {
        Optional<Integer> party = in.whole("party", 1, 100_000);
        Optional<String> ground = in.text("ground", true);
        Optional<String> reason = in.text("reason", true);
        return new Command.ForgetProtectedParty(has(party), has(ground), has(reason));
    }

    private static Command strikeOut(Reading in) throws Incomplete {
        Optional<Integer> party = in.whole("party", 1, 100_000);
        Optional<String> reason = in.text("reason", true);
        return new Command.StrikeOutProtectedParty(has(party), has(reason));
    }

    private static Command ruling(Reading in) throws Incomplete {
        Optional<String> fact = in.text("fact", true);
        Optional<Integer> statement = in.whole("statement", 1, 100_000);
        Optional<String> reason = in.text("reason", true);
        return new Command.RuleOnStatement(has(fact), has(statement), has(reason));
    }

    private static Command draft(Reading in) throws Incomplete {
        Optional<Verdict> verdict = in.oneOf("verdict", Verdict.class, true);
        Optional<String> reasons = in.text("reasons", true);
        List<String> conditions = in.texts("conditions");
        return new Command.PrepareDecision(has(verdict), has(reasons), conditions);
    }

    private static Command signature(Reading in) throws Incomplete {
        Optional<Verdict> verdict = in.oneOf("verdict", Verdict.class, true);
        Optional<String> reasons = in.text("reasons", true);
        return new Command.SignDecision(has(verdict), has(reasons), own(in));
    }

    private static Optional<SignedText> own(Reading in) throws Incomplete {
        if (!in.has("text") && !in.has("assertion")) {
            return Optional.empty();
        }
        Optional<String> text = in.document("text", LONGEST_SIGNED);
        Optional<String> assertion = in.document("assertion", LONGEST_SIGNED);
        return Optional.of(new SignedText(has(text), has(assertion)));
    }

    private static Command oral(Reading in) throws Incomplete {
        Optional<String> officer = in.text("officer", true);
        Optional<Verdict> verdict = in.oneOf("verdict", Verdict.class, true);
        Optional<String> reasons = in.text("reasons", true);
        var givenAt = in.instant("givenAt");
        Optional<String> means = in.text("means", true);
        Optional<String> heardBy = in.text("heardBy", true);
        return new Command.EnterOralDecision(has(officer), has(verdict), has(reasons), has(givenAt), has(means),
                has(heardBy));
    }

    private static Command confirmation(Reading in) throws Incomplete {
        Optional<Entry.OralWord> word = in.oneOf("word", Entry.OralWord.class, true);
        Optional<String> reasons = in.text("reasons", true);
        return new Command.AnswerOralDecision(has(word), has(reasons), own(in));
    }

    private static Command revocation(Reading in) throws Incomplete {
        Optional<String> reason = in.text("reason", true);
        var from = in.instantIfGiven("from");
        return new Command.RevokeClearance(has(reason), from);
    }

    private static Apron apron(Reading in, Person by) {
        Optional<String> tail = in.text("tail", false);
        Optional<String> address = in.text("address", false);
        Optional<String> type = in.text("type", false);
        Optional<String> callSign = in.text("callSign", false);
        Declared armed = in.declared("armed");
        Declared otherStates = in.declared("otherStatesCleared");
        return new Apron(by.base().orElse(""), tail, address, type, callSign, armed, otherStates);
    }

    private static Command call(Reading in) throws Incomplete {
        Optional<Entry.Call> call = in.oneOf("call", Entry.Call.class, true);
        Optional<String> reason = in.text("reason", false);
        return new Command.CallTakeoff(has(call), reason.orElse(""));
    }

    private static Command takeoff(Reading in, Instant now) {
        Instant at = in.instantIfGiven("at").orElse(now);
        return new Command.EnterTakeoff(at, in.texts("aircraft"));
    }

    private static Command landing(Reading in, Instant now) throws Incomplete {
        Instant at = in.instantIfGiven("at").orElse(now);
        Optional<String> place = in.text("place", true);
        Optional<Entry.Landing> landing = in.oneOf("landing", Entry.Landing.class, true);
        Optional<String> words = in.text("words", false);
        return new Command.EnterLanding(at, has(place), has(landing), words.orElse(""));
    }

    private static Command acknowledgement(Reading in) throws Incomplete {
        Optional<String> deviation = in.text("deviation", true);
        Optional<String> note = in.text("note", false);
        return new Command.AcknowledgeDeviation(has(deviation), note.orElse(""));
    }

    private static Command reply(Reading in) throws Incomplete {
        Optional<Integer> question = in.whole("question", 1, 100_000);
        Optional<String> answer = in.text("answer", true);
        return new Command.AnswerQuestion(has(question), has(answer));
    }

    private static Command allegation(Reading in) throws Incomplete {
        Optional<String> source = in.text("source", true);
        var dated = in.date("dated");
        Optional<Grade> grade = grade(in);
        Optional<String> place = in.text("place", true);
        Optional<Integer> dead = in.wholeIfGiven("dead", 0, 1_000_000);
        Optional<Integer> injured = in.wholeIfGiven("injured", 0, 1_000_000);
        Optional<String> words = in.text("words", true);
        return new Command.AllegeHarm(has(source), has(dated), has(grade), has(place), dead, injured, has(words));
    }

    private static Command proposal(Reading in) throws Incomplete {
        Optional<String> ground = in.text("ground", true);
        Optional<String> reason = in.text("reason", true);
        return new Command.ProposeErasure(has(ground), has(reason));
    }

    private static Command inquiry(Reading in) throws Incomplete {
        Optional<Integer> allegation = in.whole("allegation", 1, 100_000);
        Optional<HarmAllegation.Finding> finding = in.oneOf("finding", HarmAllegation.Finding.class, true);
        Optional<String> words = in.text("words", true);
        return new Command.AnswerAllegation(has(allegation), has(finding), has(words));
    }
}
