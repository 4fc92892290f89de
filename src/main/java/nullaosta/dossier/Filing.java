package nullaosta.dossier;

import java.util.List;
import java.util.Optional;
import nullaosta.clearance.ClearanceNumber;
import nullaosta.dossier.entry.Entry;
import nullaosta.dossier.entry.Written;
import nullaosta.mission.Mission;
import nullaosta.mission.Receipt;
import nullaosta.party.Person;
import nullaosta.party.Role;

/** A mission comes in, or goes. */
final class Filing {

    private Filing() {
    }

    static Optional<Refusal> bar(Sitting sitting, Command.FileMission command) {
        Person by = sitting.by();
        if (by.role() == Role.REQUESTER && !by.state().equals(command.mission().operatorState())) {
            return Optional.of(new Refusal(Refusal.Code.NOT_YOUR_CASE,
                    "a mission of `" + command.mission().operatorState().code() + "` filed for `" + by.state().code()
                            + "`",
                    "a mission of your own state", "let that state's embassy file it"));
        }
        if (by.role() == Role.DESK && command.original().filter(o -> !o.isBlank()).isEmpty()) {
            return Optional
                    .of(new Refusal(Refusal.Code.ORIGINAL_MISSING, "a filing for a requester without its original",
                            "the note, mail or call it came as", "name it, such as `note verbale 112/2016`",
                            "original"));
        }
        if (!sitting.chancery().modes().contains(command.mission().dataMode())) {
            return Optional.of(new Refusal(Refusal.Code.BAD_INPUT,
                    "a mission with data mode `" + command.mission().dataMode() + "`",
                    "one of " + sitting.chancery().modes(), "exercise and real cases are kept by different servers"));
        }
        if (command.receipt().receivedAt().isAfter(sitting.at())) {
            return Optional.of(new Refusal(Refusal.Code.BAD_INPUT,
                    "received at `" + command.receipt().receivedAt() + "`", "an instant that is not in the future",
                    "give when the request reached the host", "receivedAt"));
        }
        return Blocks.bar(command.mission());
    }

    /** The case as its first entries make it, before it is stored. */
    static Dossier opened(Sitting sitting, List<Entry> entries) {
        Dossier dossier = Dossier.opened(Assessing.UNSTORED,
                new Written(1, sitting.at(), sitting.by().id(), entries.getFirst()));
        for (Entry entry : entries.subList(1, entries.size())) {
            dossier = dossier.after(new Written(dossier.version() + 1, sitting.at(), sitting.by().id(), entry));
        }
        return dossier;
    }

    /** The filing and its first assessment. The number is taken last: whoever has one holds up all other filings of the year. */
    static List<Entry> file(Sitting sitting, Command.FileMission command) {
        Mission mission = command.mission();
        var unnumbered = new Entry.MissionFiled("", mission, receipt(sitting, command), command.original());
        Entry.Assessed assessed = Assessing.assess(sitting, opened(sitting, List.of(unnumbered)));
        int year = sitting.at().atZone(sitting.chancery().host().zone()).getYear();
        String number = new ClearanceNumber(sitting.chancery().host().state(), year,
                sitting.session().nextSerial(year, mission.dataMode()), mission.dataMode())
                .ofCase(sitting.chancery().host().numbering());
        return List.of(new Entry.MissionFiled(number, mission, unnumbered.receipt(), unnumbered.original()), assessed);
    }

    /**
     * What {@link #file} would come to; no number is taken for it.
     *
     * @param block the one that it is announced in
     */
    static Preview preview(Sitting sitting, Command.FileMission command, Optional<Dossier> block) {
        Optional<Refusal> stop = bar(sitting, command);
        if (stop.isPresent()) {
            return new Preview.Refused(stop.get());
        }
        var filed = new Entry.MissionFiled("", command.mission(), receipt(sitting, command), command.original());
        Entry.Assessed assessed = Assessing.preview(sitting, opened(sitting, List.of(filed)));
        return new Preview.Assessed(assessed,
                block.map(it -> Blocks.preview(sitting, opened(sitting, List.of(filed, assessed)), it)),
                Optional.empty());
    }

    /** What a requester files is received as they file it, whatever they say; the desk may show that it came earlier. */
    private static Receipt receipt(Sitting sitting, Command.FileMission command) {
        boolean asFiled = sitting.by().role() != Role.REQUESTER
                || command.receipt().receivedAt().equals(sitting.at());
        return asFiled ? command.receipt() : new Receipt(sitting.at(), "filed by the requester");
    }

    static Proceeding withdraw(Dossier dossier, Command.WithdrawMission command) {
        if (!dossier.phase().open() && dossier.phase() != Phase.BLOCK) {
            return new Proceeding.Stop(
                    Refusal.phase("the case is " + dossier.phase().words(), "a case that is not decided yet"));
        }
        return command.reason().isBlank()
                ? new Proceeding.Stop(Refusal.noReason())
                : Proceeding.enter(new Entry.MissionWithdrawn(command.reason().strip()));
    }
}
