package nullaosta.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nullaosta.dossier.Answer;
import nullaosta.dossier.Command;
import nullaosta.dossier.Dossier;
import nullaosta.dossier.DossierId;
import nullaosta.exercise.Demonstration;
import nullaosta.exercise.Scene;
import nullaosta.exercise.SceneReader;
import nullaosta.mission.Receipt;
import nullaosta.store.Installation;

/** One scene's mission, filed for many days, so many a day. */
final class SceneCases {

    private static final int A_DAY = 20;
    private static final String SCENE = "08-british-surveillance";

    private final Installation installation;
    private final Scene scene;
    private final Duration later;
    private final int aDay;

    private SceneCases(Installation installation, Scene scene, Duration later, int aDay) {
        this.installation = installation;
        this.scene = scene;
        this.later = later;
        this.aDay = aDay;
    }

    /** On the days of the scene, and after. */
    static SceneCases in(Installation installation) throws Exception {
        Demonstration.conclude(installation);
        return new SceneCases(installation, new SceneReader(installation.dossiers().chancery().missions())
                .all(Path.of("tour")).stream().filter(it -> it.name().equals(SCENE)).findFirst().orElseThrow(),
                Duration.ZERO, A_DAY);
    }

    /** The same, so many a day, so that the case of a number departs at an instant. */
    SceneCases departing(int number, Instant at, int aDay) {
        return new SceneCases(installation, scene,
                Duration.between(scene.mission().departure().plus(Duration.ofDays(number / aDay)), at), aDay);
    }

    Dossier file(int number) {
        Duration by = later.plus(Duration.ofDays(number / aDay));
        return done(installation.dossiers().file(installation.people().find(scene.filedBy()).orElseThrow(), at(number),
                new Command.FileMission(scene.mission().shifted(by), new Receipt(at(number), "filed at the door"),
                        Optional.empty())));
    }

    Dossier performed(String by, int number, DossierId id, Command command) {
        return done(installation.dossiers().perform(installation.people().find(by).orElseThrow(),
                at(number).plusSeconds(600), id, command));
    }

    private Instant at(int number) {
        return scene.receipt().receivedAt().plus(later).plus(Duration.ofDays(number / aDay));
    }

    private static Dossier done(Answer answer) {
        return switch (answer) {
            case Answer.Done done -> done.dossier();
            case Answer.Refused refused -> throw new IllegalStateException(refused.toString());
        };
    }
}
