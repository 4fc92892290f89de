package nullaosta.web.form;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nullaosta.decision.DecisionText;
import nullaosta.decision.Verdict;
import nullaosta.dossier.Answer;
import nullaosta.dossier.Command;
import nullaosta.dossier.Competence;
import nullaosta.dossier.Dossier;
import nullaosta.dossier.Dossiers;
import nullaosta.dossier.Preview;
import nullaosta.dossier.Refusal;
import nullaosta.dossier.entry.Written;
import nullaosta.mission.Fault;
import nullaosta.mission.Receipt;
import nullaosta.party.Person;

/** Where people's forms and programs' JSON become commands, each stamped with the instant at which it came in. */
public final class Counter {

    private final Dossiers dossiers;
    private final CommandReader reader;
    private final InstantSource clock;

    public Counter(Dossiers dossiers, InstantSource clock) {
        this.dossiers = dossiers;
        this.reader = new CommandReader(dossiers.chancery().missions());
        this.clock = clock;
    }

    /** What came of what was asked. */
    public sealed interface Reply {

        record Done(Dossier dossier, List<Written> entries) implements Reply {
            public Done {
                entries = List.copyOf(entries);
            }
        }

        /** It could not be read; nothing changed. */
        record Unreadable(List<Fault> faults) implements Reply {
            public Unreadable {
                faults = List.copyOf(faults);
            }
        }

        /** It was read and not carried out; nothing changed. */
        record Refused(Refusal refusal) implements Reply {}
    }

    /** @param door how it came in, as evidence of its receipt where the filing brings none of its own */
    public Reply file(Person by, Map<?, ?> json, String door) {
        Instant now = clock.instant();
        return switch (reader.filing(json, new Receipt(now, door))) {
            case CommandReader.Result.Read<Command.FileMission>(var command) -> reply(
                    dossiers.file(by, now, command));
            case CommandReader.Result.Faulty<Command.FileMission>(var faults) -> new Reply.Unreadable(faults);
        };
    }

    public Reply carryOut(Person by, String number, Asked asked, Map<?, ?> json) {
        Instant now = clock.instant();
        Optional<Dossier> dossier = find(by, number);
        if (dossier.isEmpty()) {
            return new Reply.Refused(dossiers.missing(by, number));
        }
        return switch (reader.read(asked, by, now, json)) {
            case CommandReader.Result.Read<Command>(var command) -> reply(
                    dossiers.perform(by, now, dossier.get().id(), command));
            case CommandReader.Result.Faulty<Command>(var faults) -> new Reply.Unreadable(faults);
        };
    }

    /** What {@code by} would put their own signature under, as the case stands now; empty where they cannot sign it. */
    public Optional<DecisionText> text(Person by, String number, Verdict verdict, String reasons) {
        return find(by, number)
                .flatMap(dossier -> dossiers.text(by, clock.instant(), dossier.id(), verdict, reasons));
    }

    /** What would come of a filing or an amendment: what cannot be read in it, or how it would be taken. */
    public sealed interface Foreseen {

        record Unreadable(List<Fault> faults) implements Foreseen {
            public Unreadable {
                faults = List.copyOf(faults);
            }
        }

        record Taken(Preview preview) implements Foreseen {}
    }

    /**
     * Looks at a filing, or at an amendment of a case, and does nothing.
     *
     * @param amends the case that is amended; it concerns whoever asks
     */
    public Foreseen foresee(Person by, Optional<Dossier> amends, Map<?, ?> json) {
        Instant now = clock.instant();
        if (amends.isPresent()) {
            return switch (reader.read(Asked.AMENDMENT, by, now, json)) {
                case CommandReader.Result.Faulty<Command>(var faults) -> new Foreseen.Unreadable(faults);
                case CommandReader.Result.Read<Command>(Command command) -> new Foreseen.Taken(
                        dossiers.preview(by, now, amends.get(), (Command.AmendMission) command));
            };
        }
        return switch (reader.filing(json, new Receipt(now, "not filed"))) {
            case CommandReader.Result.Faulty<Command.FileMission>(var faults) -> new Foreseen.Unreadable(faults);
            case CommandReader.Result.Read<Command.FileMission>(var command) -> new Foreseen.Taken(
                    dossiers.preview(by, now, command));
        };
    }

    /** A case that concerns the reader; to anybody else it is unknown. */
    public Optional<Dossier> find(Person by, String number) {
        return dossiers.find(number).filter(dossier -> Competence.concerns(by, dossier));
    }

    /** Why somebody has no case of this number. */
    public Refusal missing(Person by, String number) {
        return dossiers.missing(by, number);
    }

    /** What a page's form says, as the JSON that a program would send; what is left empty is left out. */
    public static Map<String, Object> json(Asked asked, Map<String, String> form) {
        return Field.json(asked.fields(), form);
    }

    private static Reply reply(Answer answer) {
        return switch (answer) {
            case Answer.Done(Dossier dossier, var entries) -> new Reply.Done(dossier, entries);
            case Answer.Refused(Refusal refusal) -> new Reply.Refused(refusal);
        };
    }
}
