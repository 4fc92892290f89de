package nullaosta.exercise;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nullaosta.dossier.Command;
import nullaosta.dossier.Dossier;
import nullaosta.dossier.WatchFloor;
import nullaosta.dossier.entry.Entry;
import nullaosta.flight.Deviation;
import nullaosta.flight.PositionLine;
import nullaosta.party.Officer;
import nullaosta.party.Person;
import nullaosta.party.Role;
import nullaosta.store.Installation;

/** Plays scenes whole, each on its own day in 2016: flights are flown in a moment, with a report every five seconds of theirs. */
public final class Tour {

    private static final Duration REPORT = Duration.ofSeconds(5);
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(1);

    private final Installation installation;
    private final WatchFloor floor;

    public Tour(Installation installation) {
        this.installation = installation;
        this.floor = new WatchFloor(installation.dossiers(), installation.lists(),
                WatchFloor.automatic(installation.host().state()));
    }

    /** Why a scene could not be played on; empty if it was played to its end. */
    public Optional<String> play(Scene scene, Narrator narrator) {
        try {
            Play play = new Play(installation, scene, narrator);
            Dossier dossier = play.until(Scene.Until.AIRBORNE);
            if (dossier.movement().airborne()) {
                fly(scene, scene.sortie().orElseThrow(), dossier, narrator);
            }
            return Optional.empty();
        } catch (Play.SceneStopped e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private void fly(Scene scene, Sortie sortie, Dossier dossier, Narrator narrator) {
        Instant off = dossier.movement().takenOffAt().orElseThrow();
        Instant end = off.plus(sortie.length());
        Optional<Instant> revoke = sortie.revokedAfter().map(off::plus);
        boolean revoked = false;
        int told = 0;
        for (Instant at = off.plus(REPORT); at.isBefore(end); at = at.plus(REPORT)) {
            if (!revoked && revoke.isPresent() && !at.isBefore(revoke.get())) {
                Person officer = officer(dossier, at);
                installation.dossiers().perform(officer, at, dossier.id(),
                        new Command.RevokeClearance(scene.reasons(), Optional.empty()));
                narrator.revoked(at, officer);
                floor.refresh();
                revoked = true;
            }
            floor.receive(new PositionLine(scene.mission().aircraft().callSign(), sortie.at(off, at)),
                    at.plus(ON_ITS_WAY));
            told = tell(dossier, told, at, narrator);
        }
        landing(dossier, end, narrator);
    }

    /** Tells the changes among the flight's deviations since the last time. */
    private int tell(Dossier dossier, int told, Instant at, Narrator narrator) {
        List<Deviation> changes = floor.flights().stream()
                .filter(flight -> flight.dossier().id().equals(dossier.id()))
                .flatMap(flight -> flight.dossier().history().stream())
                .flatMap(written -> switch (written.entry()) {
                    case Entry.DeviationConfirmed(Deviation deviation) -> Stream.of(deviation);
                    case Entry.DeviationClosed(Deviation deviation) -> Stream.of(deviation);
                    case Entry.SilenceBegan(Deviation silence) -> Stream.of(silence);
                    case Entry.SilenceEnded(Deviation silence) -> Stream.of(silence);
                    default -> Stream.empty();
                }).toList();
        changes.subList(Math.min(told, changes.size()), changes.size())
                .forEach(deviation -> narrator.deviated(at, deviation));
        return changes.size();
    }

    private void landing(Dossier dossier, Instant at, Narrator narrator) {
        installation.dossiers().perform(commander(installation, dossier), at, dossier.id(),
                new Command.EnterLanding(at, dossier.mission().base(), Entry.Landing.PLANNED, ""));
        floor.refresh();
        narrator.landed(at);
    }

    static Person commander(Installation installation, Dossier dossier) {
        return installation.people().all().stream()
                .filter(person -> person.role() == Role.BASE
                        && person.base().equals(Optional.of(dossier.mission().base())))
                .findFirst().orElseThrow();
    }

    private Person officer(Dossier dossier, Instant at) {
        List<String> authorities = dossier.bench(installation.host()).orElseThrow().authorities();
        return installation.people().all().stream()
                .filter(person -> authorities.stream().anyMatch(authority -> Officer
                        .of(person, installation.host().state(), authority, at).isPresent()))
                .findFirst().orElseThrow();
    }
}
