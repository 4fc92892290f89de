package nullaosta.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nullaosta.store.TestPostgres;
import org.junit.jupiter.api.Test;

/**
 * Runs the README's commands, in order, each as it stands there. They run beside the repository, in a folder that holds
 * what a clone holds; {@code ./nullaosta} is these classes, on a port that is free. {@code ./check} is looked at only, since
 * it runs this test.
 */
class ReadmeTest {

    private static final Pattern EXIT = Pattern.compile(" # exit (\\d+)$");
    private static final String SERVE = "./nullaosta serve --demo";
    private static final String CHECK = "./check";
    private static final int READY_WITHIN_SECONDS = 90;

    @Test
    void everyCommandDoesWhatItSays() throws Exception {
        List<String> commands = commands();
        assertThat(commands).contains(SERVE, CHECK, "./nullaosta tour");
        int port = freePort();
        Path clone = clone(port);
        Process server = null;
        try {
            for (String command : commands) {
                if (command.equals(SERVE)) {
                    server = Shell.start(clone, Map.of(), clone.resolve("serve.txt"), "bash", "-c", "exec " + command);
                    awaitReady(server, clone.resolve("serve.txt"));
                } else if (!command.equals(CHECK)) {
                    run(clone, port, command);
                }
            }
        } finally {
            stop(server);
        }
    }

    @Test
    void theCheckVerifiesEverything() throws IOException {
        Path check = Path.of("check");
        assertThat(check).isExecutable();
        assertThat(Files.readString(check)).endsWith("exec ./mvnw -B -ntp verify \"$@\"\n");
    }

    private static void run(Path clone, int port, String command) throws Exception {
        Matcher exit = EXIT.matcher(command);
        int expected = exit.find() ? Integer.parseInt(exit.group(1)) : 0;
        Shell.Outcome outcome = Shell.run(clone, Map.of(), "bash", "-c",
                command.replace("localhost:8080", "localhost:" + port));
        assertThat(outcome.exit()).as("%s\n%s", command, outcome.said()).isEqualTo(expected);
    }

    /** The lines of the blocks of shell; a line that ends in a backslash goes on. */
    private static List<String> commands() throws IOException {
        List<String> commands = new ArrayList<>();
        boolean shell = false;
        boolean goesOn = false;
        for (String line : Files.readAllLines(Path.of("README.md"))) {
            if (line.startsWith("```")) {
                shell = line.equals("```sh");
            } else if (shell && goesOn) {
                commands.add(commands.removeLast() + "\n" + line);
                goesOn = line.endsWith("\\");
            } else if (shell && !line.isBlank()) {
                commands.add(line);
                goesOn = line.endsWith("\\");
            }
        }
        return commands;
    }

    /** PostgreSQL's programs are those that other tests unpacked already. */
    private static Path clone(int port) throws Exception {
        TestPostgres.freshDatabase().close();
        Path target = Path.of("target").toAbsolutePath();
        Path clone = Files.createTempDirectory(target, "readme-");
        for (String part : List.of("agreements", "casebook", "hosts", "scenarios", "tour", "vectors")) {
            Files.createSymbolicLink(clone.resolve(part), Path.of(part).toAbsolutePath());
        }
        Files.createDirectory(clone.resolve("data"));
        try (Stream<Path> programs = Files.list(target)) {
            for (Path folder : programs.filter(path -> path.getFileName().toString().startsWith("postgres-"))
                    .toList()) {
                Files.createSymbolicLink(clone.resolve("data").resolve(folder.getFileName()), folder);
            }
        }
        String classes = Arrays
                .stream(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path", ""))
                        .split(File.pathSeparator, -1))
                .filter(entry -> !entry.endsWith("test-classes")).collect(Collectors.joining(File.pathSeparator));
        Path launcher = Files.writeString(clone.resolve("nullaosta"), """
                #!/bin/sh
                [ "$1" = serve ] && set -- "$@" --port %d
                exec "%s/bin/java" -Xmx768m --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
                -XX:TieredStopAtLevel=1 -Dnullaosta.home="$PWD" -cp "%s" nullaosta.Nullaosta "$@"
                """.formatted(port, System.getProperty("java.home"), classes));
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
        return clone;
    }

    private static void awaitReady(Process server, Path output) throws Exception {
        for (int i = 0; i < READY_WITHIN_SECONDS * 10; i++) {
            if (Files.readString(output).contains("Nullaosta is ready: http://localhost:")) {
                return;
            }
            assertThat(server.isAlive()).as(Files.readString(output)).isTrue();
            Thread.sleep(100);
        }
        throw new AssertionError("not ready within " + READY_WITHIN_SECONDS + " s: " + Files.readString(output));
    }

    /** As Ctrl-C does. */
    private static void stop(@org.jspecify.annotations.Nullable Process server) throws InterruptedException {
        if (server != null) {
            server.destroy();
            if (!server.waitFor(30, TimeUnit.SECONDS)) {
                server.destroyForcibly();
                throw new AssertionError("the server did not stop");
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
