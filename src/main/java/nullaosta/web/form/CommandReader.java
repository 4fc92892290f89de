package nullaosta.web.form;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nullaosta.agreement.vocabulary.Basis;
import nullaosta.decision.Verdict;
import nullaosta.dossier.Command;
import nullaosta.dossier.entry.Entry;
import nullaosta.flight.Apron;
import nullaosta.mission.Declared;
import nullaosta.mission.Fault;
import nullaosta.mission.Grade;
import nullaosta.mission.Mission;
import nullaosta.mission.MissionReader;
import nullaosta.mission.Reading;
import nullaosta.mission.Receipt;
import nullaosta.party.Person;

/** Reads what is asked for into a command, or into every fault of it, told together. */
public record CommandReader(MissionReader missions) {

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
            case DRAFT -> draft(in);
            case SIGNATURE -> signature(in);
            case SUSPENSION -> new Command.SuspendClearance(has(in.text("reason", true)));
            case RESUMPTION -> new Command.ResumeClearance(has(in.text("reason", true)));
            case REVOCATION -> revocation(in);
            case CHECK -> new Command.CheckTakeoff(apron(in, by));
            case CALL -> call(in);
            case TAKEOFF -> new Command.EnterTakeoff(in.instantIfGiven("at").orElse(now));
            case LANDING -> landing(in, now);
            case ACKNOWLEDGEMENT -> acknowledgement(in);
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
        Optional<String> document = in.text("document", false);
        Optional<Grade> grade = in.text("grade", true, "[A-Fa-f][1-6]", "a grade from A1 to F6").map(Grade::parse);
        Optional<Basis> basis = in.oneOf("basis", Basis.class, true);
        return new Command.MakeStatement(has(fact), has(value), has(source), has(dated), document, has(grade),
                has(basis));
    }

    private static Command ruling(Reading in) throws Incomplete {
        Optional<String> fact = in.text("fact", true);
        Optional<Double> statement = in.number("statement", 1, 100_000);
        Optional<String> reason = in.text("reason", true);
        return new Command.RuleOnStatement(has(fact), has(statement).intValue(), has(reason));
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
        return new Command.SignDecision(has(verdict), has(reasons));
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
}
