package nullaosta.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher itself, with JDKs and a build that only say what they were asked. */
class LauncherTest {

    private static final List<String> TOOLS = List.of("bash", "sh", "dirname", "readlink", "sed", "grep", "tail",
            "find", "head", "flock", "rm",
            "mkdir", "touch", "sleep", "cat");

    @TempDir
    private Path folder;

    private Path home = Path.of("");
    private Path tools = Path.of("");
    private Path places = Path.of("");

    @BeforeEach
    void lay() throws IOException {
        home = Files.createDirectories(folder.resolve("home"));
        tools = Files.createDirectories(folder.resolve("tools"));
        places = Files.createDirectories(folder.resolve("jdks"));
        Files.copy(Path.of("nullaosta"), home.resolve("nullaosta"));
        Files.createDirectories(home.resolve("src/main"));
        Files.writeString(home.resolve("pom.xml"), "");
        script(home.resolve("mvnw"),
                "cd \"${0%/*}\" && mkdir -p target/lib && touch target/nullaosta.jar && echo built with $JAVA_HOME");
        for (String tool : TOOLS) {
            Path found = Stream.of("/usr/bin", "/bin").map(place -> Path.of(place, tool)).filter(Files::isExecutable)
                    .findFirst().orElseThrow();
            script(tools.resolve(tool), "exec " + found + " \"$@\"");
        }
    }

    @Test
    void saysWhatToInstallWhereThereIsNoJdk() throws Exception {
        Shell.Outcome outcome = run(Map.of());
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.said()).isEqualTo("nullaosta: no JDK 25 or newer was found in JAVA_HOME, on the PATH or"
                + " under /usr/lib/jvm; install one, such as Temurin 25 from https://adoptium.net\n");
    }

    @Test
    void takesNoneThatIsTooOldOrHasNoCompiler() throws Exception {
        jdk("old", 21);
        Files.delete(jdk("runtime-alone", 25).resolve("bin/javac"));
        assertThat(run(Map.of("JAVA_HOME", places.resolve("old").toString())).said()).startsWith("nullaosta: no JDK");
    }

    @Test
    void runsTheFirstThatIsNewEnough() throws Exception {
        jdk("a", 21);
        Path newer = jdk("b", 26);
        built();
        Shell.Outcome outcome = run(Map.of(), "tour", "--pause", "a b");
        assertThat(outcome.exit()).isEqualTo(7);
        assertThat(outcome.said()).startsWith(newer + " runs ")
                .endsWith("-Dnullaosta.home=" + home + " -jar " + home + "/target/nullaosta.jar tour --pause a b\n");
    }

    @Test
    void prefersTheOneItIsGiven() throws Exception {
        jdk("a", 25);
        Path given = jdk("z", 25);
        built();
        assertThat(run(Map.of("JAVA_HOME", given.toString())).said()).startsWith(given + " runs ");
    }

    @Test
    void buildsOnFirstUseAndWhenASourceIsNewer() throws Exception {
        Path jdk = jdk("a", 25);
        assertThat(run(Map.of()).said()).startsWith("nullaosta: building").contains("nullaosta: built in ");
        assertThat(Files.readString(home.resolve("target/build.log"))).isEqualTo("built with " + jdk + "\n");
        assertThat(run(Map.of()).said()).startsWith(jdk + " runs ");
        Files.writeString(home.resolve("src/main/New.java"), "");
        Files.setLastModifiedTime(home.resolve("target/nullaosta.jar"), java.nio.file.attribute.FileTime.fromMillis(0));
        assertThat(run(Map.of()).said()).startsWith("nullaosta: building");
    }

    @Test
    void showsWhyABuildFailed() throws Exception {
        jdk("a", 25);
        script(home.resolve("mvnw"), "echo '[ERROR] no such thing'; exit 1");
        Shell.Outcome outcome = run(Map.of());
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.said())
                .endsWith("[ERROR] no such thing\nnullaosta: the build failed; see target/build.log\n");
    }

    @Test
    void aReleaseBuildsNothingAndNeedsNoCompiler() throws Exception {
        Files.delete(home.resolve("pom.xml"));
        Files.delete(home.resolve("mvnw"));
        Files.writeString(home.resolve("nullaosta.jar"), "");
        Path runtime = jdk("runtime-alone", 25);
        Files.delete(runtime.resolve("bin/javac"));
        assertThat(run(Map.of(), "tour").said()).startsWith(runtime + " runs ")
                .endsWith("-Dnullaosta.home=" + home + " -jar " + home + "/nullaosta.jar tour\n");
        assertThat(home.resolve("target")).doesNotExist();
    }

    @Test
    void isFoundThroughALink() throws Exception {
        jdk("a", 25);
        built();
        Files.createSymbolicLink(tools.resolve("nullaosta"), home.resolve("nullaosta"));
        assertThat(run(Map.of(), "bash", "nullaosta", "verify").said()).contains("-Dnullaosta.home=" + home + " ");
    }

    private Path jdk(String name, int version) throws IOException {
        Path jdk = places.resolve(name);
        Files.createDirectories(jdk.resolve("bin"));
        script(jdk.resolve("bin/javac"), "exit 0");
        script(jdk.resolve("bin/java"), """
                if [ "$1" = -XshowSettings:properties ]; then
                  echo "    java.specification.version = %d" >&2
                else
                  echo "%s runs $*"
                  exit 7
                fi""".formatted(version, jdk));
        return jdk;
    }

    private void built() throws IOException {
        Files.createDirectories(home.resolve("target/lib"));
        Files.writeString(home.resolve("target/nullaosta.jar"), "");
    }

    private Shell.Outcome run(Map<String, String> more, String... arguments) throws Exception {
        return arguments.length > 0 && arguments[0].equals("bash")
                ? command(more, arguments)
                : command(more, Stream.concat(Stream.of("bash", home.resolve("nullaosta").toString()),
                        Stream.of(arguments)).toArray(String[]::new));
    }

    private Shell.Outcome command(Map<String, String> more, String... command) throws Exception {
        Map<String, String> environment = new HashMap<>(Map.of("PATH", tools.toString(), "NULLAOSTA_JDKS",
                places.toString(), "JAVA_HOME", ""));
        environment.putAll(more);
        return Shell.run(folder, environment, command);
    }

    private static void script(Path file, String body) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
