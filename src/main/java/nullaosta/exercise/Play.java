package nullaosta.exercise;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import nullaosta.assessment.Assessment;
import nullaosta.assessment.Outcome;
import nullaosta.clearance.token.Light;
import nullaosta.decision.Bench;
import nullaosta.decision.Verdict;
import nullaosta.dossier.Answer;
import nullaosta.dossier.Command;
import nullaosta.dossier.Dossier;
import nullaosta.dossier.Phase;
import nullaosta.dossier.entry.Entry;
import nullaosta.party.Person;
import nullaosta.party.Role;
import nullaosta.store.Installation;

/**
 * Plays a scene with the real commands, each by the person whose task it is: what the terms refuse is refused, what they
 * refer is decided, and only what is cleared and checked takes off.
 */
final class Play {

    private static final Duration DESK_AFTER = Duration.ofMinutes(20);
    private static final Duration STEP = Duration.ofMinutes(2);
    private static final Duration CHECK_BEFORE = Duration.ofMinutes(12);

    private final Installation installation;
    private final Scene scene;
    private final Narrator narrator;
    private Instant now;

    Play(Installation installation, Scene scene, Narrator narrator) {
        this.installation = installation;
        this.scene = scene;
        this.narrator = narrator;
        this.now = scene.receipt().receivedAt();
    }

    /** Plays until a stage, or until the case goes no further. */
    Dossier until(Scene.Until stage) {
        Dossier dossier = completed(filed());
        if (!scene.decided() || stage == Scene.Until.FILED) {
            return dossier;
        }
        dossier = prepared(dossier);
        if (stage == Scene.Until.PREPARED) {
            return dossier;
        }
        dossier = signed(dossier);
        if (stage == Scene.Until.DECIDED || dossier.phase() != Phase.CLEARED || scene.apron().isEmpty()) {
            return dossier;
        }
        return released(dossier);
    }

    /** The instant of the last command. */
    Instant now() {
        return now;
    }

    private Dossier filed() {
        Person by = person(scene.filedBy());
        Dossier dossier = done(installation.dossiers().file(by, now,
                new Command.FileMission(scene.mission(), scene.receipt(), scene.original())));
        narrator.filed(by, dossier);
        now = now.plus(DESK_AFTER);
        return dossier;
    }

    private Dossier completed(Dossier filed) {
        Dossier dossier = filed;
        for (Command.MakeStatement statement : scene.statements()) {
            dossier = perform(anyone(Role.DESK), dossier, statement);
            narrator.stated(statement);
            now = now.plus(STEP);
        }
        narrator.assessed(dossier, assessment(dossier));
        return dossier;
    }

    static Optional<Assessment> assessment(Dossier dossier) {
        return dossier.assessed().filter(a -> a.agreement().isPresent()).map(a -> Assessment.fromMap(a.assessment()));
    }

    /** Approval where nothing stands in the way, refusal where something does. */
    private Dossier prepared(Dossier dossier) {
        Verdict proposed = dossier.assessed().map(Entry.Assessed::outcome)
                .filter(outcome -> outcome == Outcome.ELIGIBLE || outcome == Outcome.REFER)
                .map(outcome -> Verdict.APPROVE).orElse(Verdict.REFUSE);
        Dossier prepared = perform(anyone(Role.DESK), dossier,
                new Command.PrepareDecision(proposed, scene.reasons(), scene.conditions()));
        now = now.plus(STEP);
        return prepared;
    }

    private Dossier signed(Dossier prepared) {
        Dossier dossier = prepared;
        Optional<Person> officer = next(dossier);
        while (officer.isPresent() && dossier.phase() == Phase.FOR_DECISION) {
            Verdict verdict = dossier.draft().orElseThrow().proposed();
            dossier = perform(officer.get(), dossier, new Command.SignDecision(verdict, scene.reasons()));
            narrator.signed(officer.get(), verdict, dossier);
            now = now.plus(STEP);
            officer = next(dossier);
        }
        if (dossier.phase() == Phase.CLEARED) {
            narrator.cleared(dossier);
        } else {
            narrator.refused(dossier);
        }
        return dossier;
    }

    private Optional<Person> next(Dossier dossier) {
        Optional<Bench> bench = dossier.bench(installation.host(),
                installation.dossiers().chancery().deputies());
        return installation.people().all().stream()
                .filter(person -> bench.map(b -> b.barTo(person, now).isEmpty()).orElse(false)).findFirst();
    }

    private Dossier released(Dossier cleared) {
        Instant departure = scene.mission().departure();
        Instant check = departure.minus(CHECK_BEFORE);
        now = check.isAfter(now) ? check : now;
        Person commander = Tour.commander(installation, cleared);
        registered();
        Dossier dossier = perform(commander, cleared, new Command.CheckTakeoff(scene.apron().orElseThrow()));
        var seen = dossier.movement().lastCheck().orElseThrow().check();
        narrator.checked(seen);
        now = now.plus(STEP);
        if (seen.light() == Light.RED) {
            dossier = perform(commander, dossier,
                    new Command.CallTakeoff(Entry.Call.STOP, seen.remarks().getFirst().words()));
            narrator.called(commander, Entry.Call.STOP);
            return dossier;
        }
        dossier = perform(commander, dossier, new Command.CallTakeoff(Entry.Call.RELEASE, ""));
        narrator.called(commander, Entry.Call.RELEASE);
        if (scene.sortie().isEmpty()) {
            return dossier;
        }
        now = departure.isAfter(now) ? departure : now;
        dossier = perform(commander, dossier, new Command.EnterTakeoff(now));
        narrator.tookOff(now);
        return dossier;
    }

    /** The scene's time runs ahead of the register's: without waiting, no check would find the clearance in it. */
    private void registered() {
        for (int i = 0; i < 200 && !installation.log().drained(); i++) {
            LockSupport.parkNanos(Duration.ofMillis(25).toNanos());
        }
    }

    Dossier perform(Person by, Dossier dossier, Command command) {
        return done(installation.dossiers().perform(by, now, dossier.id(), command));
    }

    private static Dossier done(Answer answer) {
        return switch (answer) {
            case Answer.Done(Dossier dossier, var entries) -> dossier;
            case Answer.Refused(var refusal) -> throw new SceneStopped(refusal.inWords());
        };
    }

    /** A command of the scene was refused: what is in its folder cannot be played. */
    static final class SceneStopped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        SceneStopped(String message) {
            super(message);
        }
    }

    private Person person(String id) {
        return installation.people().find(id)
                .orElseThrow(() -> new SceneStopped("nobody is `" + id + "` here; expected one of the host's people"));
    }

    private Person anyone(Role role) {
        return installation.people().all().stream().filter(person -> person.role() == role).findFirst().orElseThrow();
    }
}
