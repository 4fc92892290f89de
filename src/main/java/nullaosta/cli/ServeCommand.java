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
import nullaosta.web.Site;
import nullaosta.web.SiteFile;
import nullaosta.witness.Quorum;
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

    @Option(names = "--site", paramLabel = "FILE", description = "Where and for whom it serves outside a demonstration; docs/operating.md has the fields.")
    private @Nullable Path site;

    @Option(names = "--port", paramLabel = "PORT", description = "Port of the demonstration (8080).")
    private @Nullable Integer port;

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
        if (demo == (site != null)) {
            return refused(demo
                    ? "--demo and --site do not go together; give one of them"
                    : "sign-in is not configured, and nothing is served without it; describe the site with --site FILE,"
                            + " or try the demonstration: ./nullaosta serve --demo");
        }
        if (site != null && port != null) {
            return refused("--port is the demonstration's; the port of a site stands in " + site);
        }
        if (database != null && (environment(OWNER).isEmpty() || environment(PASSWORD).isEmpty())) {
            return refused("the database's owner is not named; set " + OWNER + " and " + PASSWORD);
        }
        try {
            return site == null ? demonstration(port == null ? 8_080 : port) : site(SiteFile.read(site));
        } catch (Installation.Refused | Server.Refused | SceneReader.Faulty | SiteFile.Faulty
                | Demonstration.Unconcluded e) {
            return refused(String.valueOf(e.getMessage()));
        } finally {
            closed.countDown();
        }
    }

    private int demonstration(int port) throws Exception {
        if (port < 0 || port > 65_535) {
            throw new ParameterException(spec.commandLine(), "port `" + port + "`; expected 0 to 65535");
        }
        Optional<String> bar = portBar(InetAddress.getByName("127.0.0.1"), port);
        if (bar.isPresent()) {
            return refused("port " + port + " on 127.0.0.1 " + bar.get()
                    + "; stop what listens there, or give another with --port");
        }
        InstantSource clock = InstantSource.system();
        try (Installation installation = Installation.open(
                settings(DataMode.EXERCISE, new Installation.Settings.Keeping(Optional.empty(), Quorum.NONE)),
                new SecureRandom(), this::tell);
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
            return untilEnded(installation, "http://localhost:" + server.port()
                    + "  (demonstration; stop it with Ctrl-C)");
        }
    }

    private int site(Site place) throws Exception {
        Optional<String> bar = portBar(place.address(), place.port());
        if (bar.isPresent()) {
            return refused("port " + place.port() + " on " + place.address().getHostAddress() + " " + bar.get()
                    + "; stop what listens there, or give another in " + site);
        }
        try (Installation installation = Installation.open(settings(place.mode(), place.register()), new SecureRandom(),
                this::tell);
                Server server = Server.site(installation, InstantSource.system(), place)) {
            if (installation.people().all().stream().allMatch(person -> person.subject().isEmpty())) {
                tell("nobody can sign in: no person in people.json has a `subject`");
            }
            return untilEnded(installation, place.publicUrl() + "  (listening on "
                    + place.address().getHostAddress() + ":" + server.port() + ")");
        }
    }

    private int untilEnded(Installation installation, String where) throws InterruptedException {
        out().println("Nullaosta is ready: " + where);
        out().flush();
        CompletableFuture<?> ended = installation.databaseEnded();
        untilStopped(ended);
        return ended.isDone()
                ? refused("the database has ended; the reason stands at the end of " + data.resolve("postgres.log")
                        + "; start the server again")
                : 0;
    }

    private Installation.Settings settings(DataMode mode, Installation.Settings.Keeping register) {
        Optional<Installation.Settings.External> external = Optional.ofNullable(database)
                .map(url -> new Installation.Settings.External(url, environment(OWNER),
                        environment(PASSWORD)));
        return new Installation.Settings(data, data, host == null ? Home.folder("hosts/it") : host,
                agreements == null ? Home.folder("agreements") : agreements, mode, external, register);
    }

    private static String environment(String name) {
        return Optional.ofNullable(System.getenv(name)).orElse("");
    }

    /** Why the port cannot be had; asked before anything is opened, so that the answer comes at once. */
    private static Optional<String> portBar(InetAddress address, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
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
