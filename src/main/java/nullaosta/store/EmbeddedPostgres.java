package nullaosta.store;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL of our own beside the server: real, durable (fsync stays on), on loopback, behind a password that only this
 * folder knows.
 *
 * <p>The database runs under a small shell that reads from this process and, when nothing is left to read, stops the
 * database: so it also ends cleanly when this process is killed. A start that finds the last database still stopping waits
 * for it.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    static final String OWNER = "nullaosta_owner";
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final Process watchdog;
    private final FileChannel lock;
    private final int port;
    private final String password;

    private EmbeddedPostgres(Process watchdog, FileChannel lock, int port, String password) {
        this.watchdog = watchdog;
        this.lock = lock;
        this.port = port;
        this.password = password;
    }

    /** Why the database cannot be started: one line that says what to do. */
    public static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    /**
     * Starts the database of a folder, made on first use.
     *
     * @param data the folder; nothing outside it is written
     * @param binaries where the programs are unpacked, once for each version
     * @param random for the password
     * @param progress told what is being done where it takes more than a moment
     */
    public static EmbeddedPostgres start(Path data, Path binaries, RandomGenerator random, Consumer<String> progress)
            throws Refused {
        Path folder = data.toAbsolutePath().normalize();
        FileChannel lock = null;
        try {
            Files.createDirectories(folder);
            lock = lock(folder);
            Path programs = PostgresPrograms.unpacked(binaries.toAbsolutePath().normalize(), progress);
            Path secret = folder.resolve("password");
            if (!Files.exists(secret)) {
                makePassword(secret, random);
            }
            String password = Files.readString(secret).strip();
            ProcessOwner as = ProcessOwner.of(folder);
            if (!Files.exists(folder.resolve("db"))) {
                progress.accept("making the database in " + folder);
                initialise(folder, programs, as, random);
            }
            return launch(folder, programs, as, lock, password);
        } catch (IOException e) {
            close(lock);
            throw new Refused("the data folder " + folder + " cannot be used (" + e.getMessage()
                    + "); give another with --data, or mend its permissions");
        } catch (InterruptedException e) {
            close(lock);
            Thread.currentThread().interrupt();
            throw new Refused("interrupted while starting the database");
        } catch (Refused e) {
            close(lock);
            throw e;
        }
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public String password() {
        return password;
    }

    /** Done when the database has ended, whoever ended it. */
    public CompletableFuture<?> ended() {
        return watchdog.onExit();
    }

    /** Stops the database and waits until it has. */
    @Override
    public void close() {
        try {
            watchdog.getOutputStream().close();
            if (!watchdog.waitFor(20, TimeUnit.SECONDS)) {
                watchdog.destroyForcibly();
            }
        } catch (IOException e) {
            watchdog.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        close(lock);
    }

    private static FileChannel lock(Path folder) throws IOException, Refused {
        FileChannel channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // held by this very process: the same answer
        }
        channel.close();
        throw new Refused("another server uses the data folder " + folder + "; stop it, or give another with --data");
    }

    /** Written beside its place and moved there: a process killed meanwhile leaves no half of it. */
    private static void makePassword(Path secret, RandomGenerator random) throws IOException {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        Path part = secret.resolveSibling("password.part");
        Files.deleteIfExists(part);
        Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(part, HexFormat.of().formatHex(bytes));
        Files.move(part, secret, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Made beside its place and moved there, for the same reason; each attempt in a folder of its own, since one cut off may still run. */
    private static void initialise(Path folder, Path programs, ProcessOwner as, RandomGenerator random)
            throws IOException, InterruptedException, Refused {
        Path made = folder.resolve("db-" + HexFormat.of().toHexDigits(random.nextLong()));
        as.handOver(folder);
        List<String> command = new ArrayList<>(as.prefix());
        command.addAll(List.of(programs.resolve("bin/initdb").toString(), "-D", made.toString(),
                "--username=" + OWNER, "--pwfile=" + folder.resolve("password"), "--auth=scram-sha-256",
                "--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"));
        File output = folder.resolve("postgres.log").toFile();
        Process process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output)).start();
        if (process.waitFor() != 0) {
            throw new Refused("the database could not be made; the reason stands at the end of " + output);
        }
        Files.move(made, folder.resolve("db"), StandardCopyOption.ATOMIC_MOVE);
    }

    private static EmbeddedPostgres launch(Path folder, Path programs, ProcessOwner as, FileChannel lock,
            String password) throws IOException, InterruptedException, Refused {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (System.nanoTime() < deadline) {
            int port = freePort();
            EmbeddedPostgres postgres = new EmbeddedPostgres(run(folder, programs, as, port), lock, port, password);
            while (postgres.watchdog.isAlive() && System.nanoTime() < deadline) {
                if (postgres.answers()) {
                    return postgres;
                }
                Thread.sleep(30);
            }
            postgres.watchdog.getOutputStream().close();
            postgres.watchdog.waitFor(20, TimeUnit.SECONDS);
            stopForsaken(folder.resolve("db"));
            Thread.sleep(300);
        }
        throw new Refused("the database did not start within " + START_LIMIT.toSeconds()
                + " s; the reason stands at the end of " + folder.resolve("postgres.log"));
    }

    /** Whoever holds the folder's lock has no other server beside them: a database that still runs there lost its watcher. */
    private static void stopForsaken(Path db) throws IOException {
        Path file = db.resolve("postmaster.pid");
        if (Files.exists(file)) {
            String pid = Files.readString(file).lines().findFirst().orElse("");
            Optional.of(pid).filter(number -> number.matches("[0-9]{1,9}")).map(Long::valueOf)
                    .flatMap(ProcessHandle::of)
                    .filter(process -> process.info().commandLine().map(line -> line.contains(db.toString()))
                            .orElse(false))
                    .ifPresent(ProcessHandle::destroy);
        }
    }

    /** A session of its own, so that a Ctrl-C meant for the server does not stop the database under it. */
    private static Process run(Path folder, Path programs, ProcessOwner as, int port) throws IOException {
        String watch = "\"$@\" & pid=$!; (while kill -0 $pid 2>/dev/null; do sleep 1; done; kill $$ 2>/dev/null) & "
                + "cat >/dev/null; kill -INT $pid 2>/dev/null; wait $pid";
        List<String> command = new ArrayList<>(List.of("setsid"));
        command.addAll(as.prefix());
        command.addAll(List.of("sh", "-c", watch, "nullaosta-database", programs.resolve("bin/postgres").toString(),
                "-D",
                folder.resolve("db").toString(), "-p", String.valueOf(port), "-c", "listen_addresses=127.0.0.1", "-c",
                "unix_socket_directories=", "-c", "max_connections=60", "-c", "timezone=UTC"));
        return new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("postgres.log").toFile())).start();
    }

    private boolean answers() {
        try (Connection connection = DriverManager.getConnection(url("postgres"), OWNER, password)) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void close(@Nullable FileChannel lock) {
        if (lock != null) {
            try {
                lock.close();
            } catch (IOException e) {
                throw new IllegalStateException("the lock of the data folder cannot be given back", e);
            }
        }
    }
}
