package nullaosta.exercise;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import nullaosta.dossier.CaseLists;
import nullaosta.dossier.Command;
import nullaosta.dossier.Dossier;
import nullaosta.dossier.Row;
import nullaosta.dossier.WatchFloor;
import nullaosta.dossier.entry.Entry;
import nullaosta.flight.PositionLine;
import nullaosta.store.Installation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the console on a day like those of the story: each scene is moved to today and played as far as it is to be
 * shown, and what is in the air is flown, with a report a second. Where a simulated flight is depends on its take-off
 * alone, so that a restart finds it where it would be.
 */
public final class Demonstration implements AutoCloseable {

    private static final Duration TODAY = Duration.ofHours(12);
    private static final Logger LOG = LoggerFactory.getLogger(Demonstration.class);

    private final Installation installation;
    private final List<Scene> scenes;
    private final InstantSource clock;
    private boolean failing;
    private final ScheduledExecutorService seconds = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().name("exercise").daemon().factory());

    public Demonstration(Installation installation, List<Scene> scenes, InstantSource clock) {
        this.installation = installation;
        this.scenes = List.copyOf(scenes);
        this.clock = clock;
    }

    /** The host's people cannot conclude its agreements, and what is missing. */
    public static final class Unconcluded extends Exception {
        private static final long serialVersionUID = 1L;

        Unconcluded(String message) {
            super(message);
        }
    }

    /** Concludes the agreements of the folder, at the first start. @return how many versions came into force */
    public static int conclude(Installation installation) throws IOException, Unconcluded {
        try {
            return new Conclusion(installation.negotiations(), installation.host(), installation.people())
                    .of(installation.agreements(), installation.folder());
        } catch (Play.SceneStopped e) {
            throw new Unconcluded(String.valueOf(e.getMessage()));
        }
    }

    /** Plays the scenes, unless cases of today are there already. @return how many were played */
    public int open() {
        Instant now = clock.instant();
        if (!installation.lists().rows(CaseLists.Filter.ALL.departing(now.minus(TODAY), now.plus(TODAY))).isEmpty()) {
            return 0;
        }
        int played = 0;
        for (Scene scene : scenes) {
            if (scene.showing().isPresent()) {
                Scene.Showing showing = scene.showing().get();
                Instant departs = now.plus(showing.departsIn());
                Duration by = Duration.between(scene.mission().departure(), departs);
                new Play(installation, scene.shifted(Duration.ofSeconds(by.toSeconds())), Narrator.SILENT)
                        .until(showing.until());
                played++;
            }
        }
        return played;
    }

    /** Flies what is in the air until it is closed. */
    public void fly(WatchFloor floor) {
        Map<String, Sortie> sorties = scenes.stream().filter(scene -> scene.sortie().isPresent())
                .collect(Collectors.toMap(scene -> scene.mission().aircraft().callSign(),
                        scene -> scene.sortie().orElseThrow(), (one, other) -> one));
        var unused = seconds.scheduleAtFixedRate(() -> second(floor, sorties), 0, 1, TimeUnit.SECONDS);
    }

    private void second(WatchFloor floor, Map<String, Sortie> sorties) {
        try {
            Instant now = clock.instant();
            for (Row row : installation.lists().rows(CaseLists.Filter.ALL.airborne())) {
                Optional.ofNullable(sorties.get(row.callSign()))
                        .ifPresent(sortie -> report(floor, row, sortie, row.takenOffAt().orElseThrow(), now));
            }
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.error("the simulated flights miss their seconds; it goes on trying", e);
            }
            failing = true;
        }
    }

    private void report(WatchFloor floor, Row row, Sortie sortie, Instant off, Instant now) {
        Instant end = off.plus(sortie.length());
        if (now.isBefore(end)) {
            floor.receive(new PositionLine(row.callSign(), sortie.at(off, now)), now);
            return;
        }
        Dossier dossier = installation.dossiers().read(row.id()).orElseThrow();
        installation.dossiers().perform(Tour.commander(installation, dossier), now, row.id(),
                new Command.EnterLanding(end, row.base(), Entry.Landing.PLANNED, ""));
    }

    @Override
    public void close() {
        seconds.shutdownNow();
    }
}
