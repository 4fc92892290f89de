package nullaosta.agreement;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nullaosta.agreement.text.Place;
import nullaosta.agreement.text.Problem;
import nullaosta.agreement.text.Reading;
import nullaosta.agreement.text.YamlReader;

/**
 * One agreement: the folder whose name is its id, with a file a version.
 *
 * @param versions    the sound ones, oldest first
 * @param broken      the files that are not sound; none of them is ever in force
 * @param unpublished versions that nobody put in force, whatever period they give; none where a folder is read for itself
 */
public record Agreement(String id, List<Terms> versions, List<Broken> broken, Set<Version> unpublished) {

    /** @param version what the file's name says, empty when it says none */
    public record Broken(String file, Optional<Version> version, List<Problem> problems) {

        public Broken {
            problems = List.copyOf(problems);
        }
    }

    public Agreement {
        versions = versions.stream().sorted(Comparator.comparing(Terms::version)).toList();
        broken = List.copyOf(broken);
        unpublished = Set.copyOf(unpublished);
    }

    /** As its folder says, whoever published it. */
    public Agreement(String id, List<Terms> versions, List<Broken> broken) {
        this(id, versions, broken, Set.of());
    }

    /** Reads every YAML file of the folder. */
    public static Agreement read(Path folder) throws IOException {
        String id = folder.toAbsolutePath().normalize().getFileName().toString();
        List<Terms> versions = new ArrayList<>();
        List<Broken> broken = new ArrayList<>();
        for (Path file : files(folder)) {
            String name = folder.resolve(file.getFileName()).toString();
            Optional<Version> version = Version.parse(stem(file)).filter(it -> it.toString().equals(stem(file)));
            switch (read(name, file, id, version)) {
                case Reading.Sound<Terms>(Terms terms) -> versions.add(terms);
                case Reading.Faulty<Terms>(List<Problem> problems) -> broken.add(new Broken(name, version, problems));
            }
        }
        return new Agreement(id, versions, broken);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path -> path.getFileName().toString().matches(".*\\.ya?ml"))
                    .sorted(Comparator.comparing(Path::toString)).toList();
        }
    }

    private static String stem(Path file) {
        return file.getFileName().toString().replaceAll("\\.ya?ml$", "");
    }

    private static Reading<Terms> read(String name, Path file, String id, Optional<Version> version)
            throws IOException {
        if (version.isEmpty()) {
            return faulty(name, "found a file that is no version", "name it v1.yaml, or v2.proposed.yaml");
        }
        if (Files.size(file) > 4L * YamlReader.LARGEST) {
            return faulty(name, "found a file of " + Files.size(file) + " bytes, expected at most "
                    + YamlReader.LARGEST + " characters", "split the file");
        }
        Reading<Terms> reading = TermsReader.read(name, new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        if (reading instanceof Reading.Sound<Terms>(Terms terms)) {
            String expected = id + "/" + version.get().toString().substring(1);
            if (!terms.id().equals(expected)) {
                return faulty(name, "found the terms `" + terms.id() + "`, expected `" + expected
                        + "` as folder and file are named", "rename the file, or change its first line");
            }
        }
        return reading;
    }

    private static Reading<Terms> faulty(String name, String message, String help) {
        return new Reading.Faulty<>(List.of(new Problem(Place.ofFile(name), message, help)));
    }

    public Optional<Terms> version(Version wanted) {
        return versions.stream().filter(terms -> terms.version().equals(wanted)).findFirst();
    }

    /** The version of an id such as {@code it-us-sigonella/1}. */
    public Optional<Terms> terms(String id) {
        return versions.stream().filter(terms -> terms.id().equals(id)).findFirst();
    }

    /** The version in force at an instant; where periods overlap, the later version. */
    public Optional<Terms> inForceAt(Instant instant) {
        return versions.reversed().stream().filter(terms -> terms.inForceAt(instant) && published(terms)).findFirst();
    }

    /** The latest version that is or was in force. */
    public Optional<Terms> latest() {
        return versions.reversed().stream().filter(terms -> terms.inForce().isPresent() && published(terms))
                .findFirst();
    }

    /** The versions that give a period and were not published. */
    public List<Terms> waiting() {
        return versions.stream().filter(terms -> terms.inForce().isPresent() && !published(terms)).toList();
    }

    /** The versions that are or were law, oldest first. */
    public List<Terms> published() {
        return versions.stream().filter(terms -> terms.inForce().isPresent() && published(terms)).toList();
    }

    private boolean published(Terms terms) {
        return !unpublished.contains(terms.version());
    }

    /** What the version in force calls it, else the newest; its id where there is no version. */
    public String title() {
        return latest().or(() -> versions.reversed().stream().filter(terms -> !terms.version().proposed()).findFirst())
                .or(() -> versions.reversed().stream().findFirst()).map(Terms::title).orElse(id);
    }

    /** How a version stands: its period, or why it has none. */
    public String standing(Terms terms) {
        return terms.inForce().map(period -> published(terms) ? period.inWords() : "not in force: not published")
                .orElse("proposed, not in force");
    }

    /** Whether a broken file could have been the version in force: then nobody can say which terms hold. */
    public boolean standingUnknown() {
        return broken.stream().anyMatch(file -> file.version().map(version -> !version.proposed()).orElse(true));
    }
}
