package nullaosta.exercise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nullaosta.agreement.vocabulary.Basis;
import nullaosta.airspace.Corridor;
import nullaosta.airspace.Position;
import nullaosta.dossier.Command;
import nullaosta.flight.Apron;
import nullaosta.mission.Fault;
import nullaosta.mission.Grade;
import nullaosta.mission.Mission;
import nullaosta.mission.MissionReader;
import nullaosta.mission.Reading;
import nullaosta.mission.Receipt;
import nullaosta.seal.CanonicalJson;
import nullaosta.seal.JsonFault;

/** Reads scenes from their folders: {@code mission.json} as a requester files it, {@code circumstances.json} for the rest. */
public final class SceneReader {

    private final MissionReader missions;

    public SceneReader(MissionReader missions) {
        this.missions = missions;
    }

    /** What is wrong with a scene, and where. */
    public static final class Faulty extends Exception {
        private static final long serialVersionUID = 1L;

        Faulty(Path file, List<Fault> faults) {
            super(file + String.join("", faults.stream().map(fault -> "\n  " + fault.inWords()).toList()));
        }

        Faulty(Path file, String message) {
            super(file + ": " + message);
        }
    }

    /** All scenes of a folder, in the order of their names. */
    public List<Scene> all(Path folder) throws IOException, Faulty {
        List<Path> folders;
        try (Stream<Path> found = Files.list(folder)) {
            folders = found.filter(path -> Files.isRegularFile(path.resolve("mission.json"))).sorted().toList();
        }
        List<Scene> scenes = new ArrayList<>();
        for (Path scene : folders) {
            scenes.add(read(scene));
        }
        return scenes;
    }

    Scene read(Path folder) throws IOException, Faulty {
        Path missionFile = folder.resolve("mission.json");
        Mission mission = switch (missions.read(json(missionFile))) {
            case MissionReader.Result.Read(Mission read) -> read;
            case MissionReader.Result.Faulty(var faults) -> throw new Faulty(missionFile, faults);
        };
        Path file = folder.resolve("circumstances.json");
        List<Fault> faults = new ArrayList<>();
        Reading in = Reading.of(json(file), faults);
        Optional<Scene> scene = scene(folder.getFileName().toString(), mission, in);
        in.unread();
        if (scene.isEmpty() || !faults.isEmpty()) {
            throw new Faulty(file, faults);
        }
        return scene.get();
    }

    private static Optional<Scene> scene(String name, Mission mission, Reading in) {
        Optional<String> title = in.text("title", true);
        Optional<String> told = in.text("told", true);
        List<String> sources = in.texts("sources");
        Optional<String> filedBy = in.text("filedBy", true);
        var receivedAt = in.instant("receivedAt");
        Optional<String> evidence = in.text("evidence", true);
        Optional<String> original = in.text("original", false);
        List<Command.MakeStatement> statements = in.list("statements", SceneReader::statement);
        Optional<String> reasons = in.text("reasons", false);
        List<String> conditions = in.texts("conditions");
        Optional<Apron> apron = in.object("apron", false).map(part -> apron(part, mission.base()));
        Optional<Sortie> sortie = in.object("sortie", false).flatMap(part -> sortie(part, mission));
        Optional<Scene.Showing> showing = in.object("showing", false).flatMap(SceneReader::showing);
        if (title.isEmpty() || told.isEmpty() || filedBy.isEmpty() || receivedAt.isEmpty() || evidence.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Scene(name, title.get(), told.get(), sources, filedBy.get(), mission,
                new Receipt(receivedAt.get(), evidence.get()), original, statements, reasons.orElse(""), conditions,
                reasons.isPresent(), apron, sortie, showing));
    }

    private static Optional<Command.MakeStatement> statement(Reading in) {
        Optional<String> fact = in.text("fact", true);
        Optional<String> value = in.text("value", true);
        Optional<String> source = in.text("source", true);
        var dated = in.date("dated");
        Optional<String> document = in.text("document", false);
        Optional<Grade> grade = in.text("grade", true, "[A-F][1-6]", "a grade from A1 to F6").map(Grade::parse);
        Optional<Basis> basis = in.oneOf("basis", Basis.class, true);
        return fact.isPresent() && value.isPresent() && source.isPresent() && dated.isPresent() && grade.isPresent()
                && basis.isPresent()
                        ? Optional.of(new Command.MakeStatement(fact.get(), value.get(), source.get(), dated.get(),
                                document, Optional.empty(), grade.get(), basis.get()))
                        : Optional.empty();
    }

    private static Apron apron(Reading in, String base) {
        Apron apron = new Apron(base, in.text("tail", false), in.text("address", false), in.text("type", false),
                in.text("callSign", false), in.declared("armed"), in.declared("otherStatesCleared"));
        in.unread();
        return apron;
    }

    /** Along the centreline of the mission's first corridor. */
    private static Optional<Sortie> sortie(Reading in, Mission mission) {
        Optional<Double> speed = in.number("metresPerSecond", 1, 1_000);
        Optional<Double> cruise = in.number("cruiseMetres", 50, 30_000);
        Optional<Double> minutes = in.number("minutes", 1, 2_880);
        Optional<Duration> strays = minutes(in, "straysAfterMinutes");
        Optional<Duration> revoked = minutes(in, "revokedAfterMinutes");
        in.unread();
        Optional<List<Position>> line = mission.volumes().stream()
                .flatMap(volume -> volume.area() instanceof Corridor corridor
                        ? Stream.of(corridor.centreline())
                        : Stream.empty())
                .findFirst();
        if (line.isEmpty()) {
            return in.fault(in.at(""), "a mission without a corridor", "one along which the sortie flies");
        }
        return speed.isPresent() && cruise.isPresent() && minutes.isPresent()
                ? Optional.of(new Sortie(line.get(), speed.get(), cruise.get(),
                        Duration.ofMinutes(minutes.get().longValue()), strays, revoked))
                : Optional.empty();
    }

    private static Optional<Duration> minutes(Reading in, String field) {
        return in.numberIfGiven(field, 0, 2_880).map(minutes -> Duration.ofMinutes(minutes.longValue()));
    }

    private static Optional<Scene.Showing> showing(Reading in) {
        Optional<Double> departs = in.number("departsInMinutes", -1_440, 10_080);
        Optional<Scene.Until> until = in.oneOf("until", Scene.Until.class, true);
        in.unread();
        return departs.isPresent() && until.isPresent()
                ? Optional.of(new Scene.Showing(Duration.ofMinutes(departs.get().longValue()), until.get()))
                : Optional.empty();
    }

    private static Map<?, ?> json(Path file) throws IOException, Faulty {
        try {
            if (CanonicalJson.read(Files.readAllBytes(file)) instanceof Map<?, ?> json) {
                return json;
            }
            throw new Faulty(file, "found no object; expected one");
        } catch (JsonFault e) {
            throw new Faulty(file, String.valueOf(e.getMessage()));
        }
    }
}
