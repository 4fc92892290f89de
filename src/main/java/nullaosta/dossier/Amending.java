package nullaosta.dossier;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nullaosta.assessment.Assessment;
import nullaosta.assessment.Finding;
import nullaosta.assessment.Status;
import nullaosta.clearance.Life;
import nullaosta.dossier.entry.Entry;
import nullaosta.dossier.entry.Entry.AmendmentClass;
import nullaosta.dossier.entry.Written;
import nullaosta.mission.Mission;

/**
 * A mission changes. An amendment restarts as little as its class allows: names and papers nothing; times within the
 * host's tolerance the assessment alone, while what was decided stands as long as each clause is found as before; all
 * else everything. Tolerance is counted from the mission that was last filed or materially amended, so that many small
 * steps do not add up to a long one. No paper is made anew: a clearance binds the window, which a tolerance leaves alone.
 */
final class Amending {

    private Amending() {
    }

    /** What {@link #amend} would come to. */
    static Preview preview(Sitting sitting, Dossier dossier, Command.AmendMission command) {
        Optional<Refusal> stop = bar(dossier, command);
        if (stop.isPresent()) {
            return new Preview.Refused(stop.get());
        }
        AmendmentClass wanted = classOf(sitting, dossier, command.mission());
        Entry.Assessed assessed = Assessing.preview(sitting, changed(sitting, dossier, command, wanted));
        if (wanted == AmendmentClass.WITHIN_TOLERANCE && !stands(dossier, assessed)) {
            wanted = AmendmentClass.MATERIAL;
            assessed = Assessing.preview(sitting, changed(sitting, dossier, command, wanted));
        }
        return new Preview.Assessed(assessed, Optional.empty(), Optional.of(wanted));
    }

    static Proceeding amend(Sitting sitting, Dossier dossier, Command.AmendMission command) {
        Optional<Refusal> stop = bar(dossier, command);
        if (stop.isPresent()) {
            return new Proceeding.Stop(stop.get());
        }
        return switch (classOf(sitting, dossier, command.mission())) {
            case ADMINISTRATIVE -> Proceeding.enter(amended(command, AmendmentClass.ADMINISTRATIVE));
            case WITHIN_TOLERANCE -> within(sitting, dossier, command);
            case MATERIAL -> material(sitting, dossier, command);
        };
    }

    private static Optional<Refusal> bar(Dossier dossier, Command.AmendMission command) {
        if (command.reason().isBlank()) {
            return Optional.of(Refusal.noReason());
        }
        if (dossier.phase() == Phase.WITHDRAWN || dossier.movement().begun()) {
            return Optional.of(Refusal.phase(
                    "the case is " + (dossier.movement().begun() ? "flown" : "withdrawn"),
                    "a case whose flight has not taken off"));
        }
        if (!dossier.mission().operatorState().equals(command.mission().operatorState())
                || dossier.mission().dataMode() != command.mission().dataMode()) {
            return Optional.of(new Refusal(Refusal.Code.BAD_INPUT, "another operator state or data mode",
                    "the same as in the case", "file it as a case of its own"));
        }
        if (!command.mission().series().equals(dossier.mission().series())) {
            return Optional.of(new Refusal(Refusal.Code.BAD_INPUT, "another number of flights or another block",
                    "the same as in the case", "file it as a case of its own"));
        }
        return Blocks.bar(command.mission());
    }

    private static AmendmentClass classOf(Sitting sitting, Dossier dossier, Mission after) {
        AmendmentClass wanted = amendmentClass(dossier.mission(), after, asked(dossier),
                sitting.chancery().host().profile().departureTolerance());
        return wanted == AmendmentClass.WITHIN_TOLERANCE && !dossier.phase().open() && !cleared(dossier)
                ? AmendmentClass.MATERIAL
                : wanted;
    }

    /**
     * Administrative only if nothing differs that an assessment, a token or the watch looks at.
     *
     * @param asked the mission from which a tolerance is counted
     */
    static AmendmentClass amendmentClass(Mission before, Mission after, Mission asked, Duration tolerance) {
        if (alike(before, after).equals(after)) {
            return AmendmentClass.ADMINISTRATIVE;
        }
        return tolerance.isPositive() && alike(asked, after).movedWithin(tolerance, after)
                ? AmendmentClass.WITHIN_TOLERANCE
                : AmendmentClass.MATERIAL;
    }

    private static Mission alike(Mission before, Mission after) {
        return before.named(after.operator(), after.protectedParty(), after.documents());
    }

    private static Mission asked(Dossier dossier) {
        return dossier.history().reversed().stream().flatMap(written -> switch (written.entry()) {
            case Entry.MissionFiled filed -> Optional.of(filed.mission()).stream();
            case Entry.MissionAmended amended when amended.amendment() == AmendmentClass.MATERIAL ->
                Optional.of(amended.mission()).stream();
            default -> Optional.<Mission>empty().stream();
        }).findFirst().orElseThrow();
    }

    private static boolean cleared(Dossier dossier) {
        return dossier.phase() == Phase.CLEARED
                && dossier.clearance().filter(held -> held.life() == Life.VALID).isPresent();
    }

    private static Proceeding within(Sitting sitting, Dossier dossier, Command.AmendMission command) {
        Entry.Assessed assessed = Assessing.assess(sitting,
                changed(sitting, dossier, command, AmendmentClass.WITHIN_TOLERANCE));
        if (!stands(dossier, assessed)) {
            return material(sitting, dossier, command);
        }
        return new Proceeding.Enter(List.of(amended(command, AmendmentClass.WITHIN_TOLERANCE),
                dossier.phase().open() ? assessed : new Entry.Tried(assessed)));
    }

    /** An open case is decided on what is found now; a clearance stands if every clause of the same terms is found as when it was decided. */
    private static boolean stands(Dossier dossier, Entry.Assessed now) {
        return dossier.phase().open()
                || dossier.assessed().filter(then -> then.agreement().equals(now.agreement())
                        && then.agreement().isPresent() && statuses(then).equals(statuses(now))).isPresent();
    }

    private record ClauseStatus(String clause, Status status) {
        static ClauseStatus of(Finding finding) {
            return new ClauseStatus(finding.clause(), finding.status());
        }
    }

    private static List<ClauseStatus> statuses(Entry.Assessed assessed) {
        return Assessment.fromMap(assessed.assessment()).findings().stream().map(ClauseStatus::of).toList();
    }

    private static Proceeding material(Sitting sitting, Dossier dossier, Command.AmendMission command) {
        Entry.Assessed assessed = Assessing.assess(sitting,
                changed(sitting, dossier, command, AmendmentClass.MATERIAL));
        return new Proceeding.Enter(dossier.clearance().filter(held -> held.life() == Life.VALID)
                .<List<Entry>>map(held -> List.of(amended(command, AmendmentClass.MATERIAL),
                        new Entry.ClearanceSuspended(held.clearance().number(),
                                "the mission was amended: " + command.reason().strip(), sitting.at()),
                        assessed))
                .orElseGet(() -> List.of(amended(command, AmendmentClass.MATERIAL), assessed)));
    }

    private static Entry.MissionAmended amended(Command.AmendMission command, AmendmentClass amendment) {
        return new Entry.MissionAmended(command.mission(), amendment, command.reason().strip());
    }

    private static Dossier changed(Sitting sitting, Dossier dossier, Command.AmendMission command,
            AmendmentClass amendment) {
        return dossier.after(
                new Written(dossier.version() + 1, sitting.at(), sitting.by().id(), amended(command, amendment)));
    }
}
