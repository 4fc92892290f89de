package nullaosta.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import nullaosta.mission.DataMode;
import nullaosta.register.proof.RegisterVerifier;
import nullaosta.store.Installation;
import nullaosta.web.Server;
import nullaosta.witness.Quorum;

/**
 * The register under load; run by its main method, not by JMH. Words select: {@code http}, {@code decisions}, {@code growth},
 * or {@code load PORT PATH} to put the same load on another log.
 */
public final class LogBench {

    private static final int CLIENTS = 512;
    private static final int ENTRY_BYTES = 256;
    private static final int WARM_UP_SECONDS = 15;
    private static final int SECONDS = 20;

    private LogBench() {
    }

    public static void main(String[] args) throws Exception {
        List<String> words = List.of(args);
        if (words.size() == 3 && words.getFirst().equals("load")) {
            System.out.println(load(Integer.parseInt(words.get(1)), words.get(2)).inWords());
            return;
        }
        if (words.isEmpty() || words.contains("http")) {
            in("log-bench", LogBench::http);
        }
        if (words.isEmpty() || words.contains("decisions")) {
            in("log-bench-decisions", LogDecisions::run);
        }
        if (words.isEmpty() || words.contains("growth")) {
            in("log-bench-growth", LogGrowth::run);
        }
    }

    static Load.Result load(int port, String path) throws Exception {
        return new Load(port, path, ENTRY_BYTES).run(CLIENTS, WARM_UP_SECONDS, SECONDS);
    }

    /** An exercise that nobody watches, in a folder of its own, which is deleted. */
    static Installation open(Path folder, boolean add) throws Exception {
        return Installation.open(new Installation.Settings(folder, folder, Path.of("hosts/it"), Path.of("agreements"),
                DataMode.EXERCISE, Optional.empty(),
                new Installation.Settings.Keeping(Optional.empty(), Quorum.NONE, add)), new SecureRandom(), line -> {
                });
    }

    @FunctionalInterface
    private interface Run {
        void in(Path folder) throws Exception;
    }

    private static void in(String name, Run run) throws Exception {
        Path folder = Files.createTempDirectory(name);
        try {
            run.in(folder);
        } finally {
            delete(folder);
        }
    }

    private static void http(Path folder) throws Exception {
        try (Installation installation = open(folder, true);
                Server server = Server.demonstration(installation, InstantSource.system(), 0)) {
            System.out.println(CLIENTS + " clients over HTTP, entries of " + ENTRY_BYTES + " bytes: "
                    + load(server.port(), "/register/add").inWords());
            while (!installation.log().drained()) {
                Thread.sleep(50);
            }
            System.out.printf(Locale.ROOT, "%,d entries in all; ", installation.log().head().size());
            System.out.println("the whole register: " + RegisterVerifier.verify(installation.log()::read,
                    installation.published().registerVerifier()).getClass().getSimpleName());
        }
    }

    static void delete(Path folder) throws Exception {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
