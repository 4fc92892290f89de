package nullaosta.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import nullaosta.exercise.Demonstration;
import nullaosta.exercise.SceneReader;
import nullaosta.mission.DataMode;
import nullaosta.store.Installation;
import nullaosta.web.Server;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Serves the console until it is stopped. */
@Command(name = "serve", description = "Serve the console.", mixinStandardHelpOptions = true, exitCodeOnInvalidInput = 64)
public final class ServeCommand implements Callable<Integer> {

    private static final String OWNER = "NULLAOSTA_DATABASE_OWNER";
    private static final String PASSWORD = "NULLAOSTA_DATABASE_PASSWORD";

    /** Variables of the environment that it reads. */
    static final List<String> VARIABLES = List.of(OWNER, PASSWORD);

    @Option(names = "--demo", description = "An exercise on this machine alone: sign-in from a list, invented people and flights.")
    private boolean demo;

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "8080", description = "Port to listen on (${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--data", paramLabel = "DIR", description = "Folder for the database and the keys (./data).")
    private Path data = Path.of("data");

    @Option(names = "--database", paramLabel = "URL", description = "A PostgreSQL to use instead of the embedded one, as jdbc:postgresql://HOST/NAME; its owner is taken from NULLAOSTA_DATABASE_OWNER and NULLAOSTA_DATABASE_PASSWORD.")
    private @Nullable String database;

    @Option(names = "--host", paramLabel = "DIR", description = "Folder that describes the host and its people (hosts/it).")
    private @Nullable Path host;

    @Option(names = "--agreements", paramLabel = "DIR", description = "Folder of the agreements (agreements).")
    private @Nullable Path agreements;

    private final CountDownLatch closed = new CountDownLatch(1);

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli injects the field
    public ServeCommand() {
    }

    @Override
    public Integer call() throws Exception {
        if (!demo) {
            return refused("sign-in is not configured, and nothing is served without it; try the demonstration:"
                    + " ./nullaosta serve --demo");
        }
        if (port < 0 || port > 65_535) {
            throw new ParameterException(spec.commandLine(), "port `" + port + "`; expected 0 to 65535");
        }
        if (database != null && (environment(OWNER).isEmpty() || environment(PASSWORD).isEmpty())) {
            return refused("the database's owner is not named; set " + OWNER + " and " + PASSWORD);
        }
        Optional<String> bar = portBar();
        if (bar.isPresent()) {
            return refused("port " + port + " on 127.0.0.1 " + bar.get()
                    + "; stop what listens there, or give another with --port");
        }
        InstantSource clock = InstantSource.system();
        try (Installation installation = Installation.open(settings(), new SecureRandom(), this::tell);
                Server server = Server.demonstration(installation, clock, port);
                Demonstration demonstration = new Demonstration(installation,
                        new SceneReader(installation.dossiers().chancery().missions()).all(Home.folder("tour")),
                        clock)) {
            int concluded = Demonstration.conclude(installation);
            if (concluded > 0) {
                tell(concluded + " agreements are signed and in force");
            }
            if (demonstration.open() > 0) {
                tell("today's cases are on the desk, two flights are in the air");
            }
            demonstration.fly(server.watch().floor());
            out().println("Nullaosta is ready: http://localhost:" + server.port()
                    + "  (demonstration; stop it with Ctrl-C)");
            out().flush();
            CompletableFuture<?> ended = installation.databaseEnded();
            untilStopped(ended);
            return ended.isDone()
                    ? refused("the database has ended; the reason stands at the end of " + data.resolve("postgres.log")
                            + "; start the server again")
                    : 0;
        } catch (Installation.Refused | Server.Refused | SceneReader.Faulty | Demonstration.Unconcluded e) {
            return refused(String.valueOf(e.getMessage()));
        } finally {
            closed.countDown();
        }
    }

    private Installation.Settings settings() {
        Optional<Installation.Settings.External> external = Optional.ofNullable(database)
                .map(url -> new Installation.Settings.External(url, environment(OWNER),
                        environment(PASSWORD)));
        return new Installation.Settings(data, data, host == null ? Home.folder("hosts/it") : host,
                agreements == null ? Home.folder("agreements") : agreements, DataMode.EXERCISE, external);
    }

    private static String environment(String name) {
        return Optional.ofNullable(System.getenv(name)).orElse("");
    }

    /** Why the port cannot be had; asked before anything is opened, so that the answer comes at once. */
    private Optional<String> portBar() {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
            return Optional.empty();
        } catch (IOException e) {
            String why = String.valueOf(e.getMessage());
            return Optional.of(why.contains("in use") ? "is taken" : "cannot be had (" + why + ")");
        }
    }

    /** Ends the JVM's wait when it is asked to stop, or has nothing left to serve; the folder and the database are closed before it ends. */
    private void untilStopped(CompletableFuture<?> databaseEnded) throws InterruptedException {
        CountDownLatch stop = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stop.countDown();
            try {
                closed.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
        var unused = databaseEnded.thenRun(stop::countDown);
        stop.await();
    }

    private int refused(String why) {
        spec.commandLine().getErr().println("nullaosta: " + why);
        return ExitCode.FAILURE.code();
    }

    private void tell(String line) {
        out().println("nullaosta: " + line);
        out().flush();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
