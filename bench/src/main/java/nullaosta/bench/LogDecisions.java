package nullaosta.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import nullaosta.decision.Verdict;
import nullaosta.dossier.Command;
import nullaosta.dossier.DossierId;
import nullaosta.store.Installation;

/** A scene's mission, filed for many days, prepared by the desk and signed by the officer, with its clearance and its entries. */
final class LogDecisions {

    private static final int THREADS = 16;
    private static final int CASES = 2_000;
    /** After one in which the JVM compiles what runs most. */
    private static final int ROUNDS = 3;

    private final SceneCases scene;

    private LogDecisions(SceneCases scene) {
        this.scene = scene;
    }

    static void run(Path folder) throws Exception {
        try (Installation installation = LogBench.open(folder, false)) {
            new LogDecisions(SceneCases.in(installation)).all();
        }
    }

    private void all() throws Exception {
        for (int round = 0; round <= ROUNDS; round++) {
            String told = round == 0 ? "to warm up, " : "round " + round + ", ";
            int first = round * CASES;
            List<DossierId> cases = all(told + "missions filed", i -> scene.file(first + i).id());
            all(told + "drafts made", i -> scene.performed("desk.rossi", first + i, cases.get(i),
                    new Command.PrepareDecision(Verdict.APPROVE, "the file is complete", List.of())));
            all(told + "decisions signed, each with its clearance", i -> scene.performed("smd.conti", first + i,
                    cases.get(i), new Command.SignDecision(Verdict.APPROVE, "for the reasons of the desk")));
        }
    }

    private <T> List<T> all(String what, IntFunction<T> work) throws Exception {
        List<Future<T>> futures = new ArrayList<>();
        List<T> done = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            Cost before = Cost.now();
            for (int i = 0; i < CASES; i++) {
                int number = i;
                futures.add(threads.submit(() -> work.apply(number)));
            }
            for (Future<T> future : futures) {
                done.add(future.get());
            }
            Cost cost = Cost.now().minus(before);
            System.out.printf(Locale.ROOT,
                    "%s: %,d by %d at once, %,.0f a second; of processor %.1f ms each here, %.1f ms in PostgreSQL%n",
                    what, CASES, THREADS, CASES / (cost.elapsed() / 1e9), cost.here() / 1e6 / CASES,
                    cost.database() / 1e6 / CASES);
        }
        return done;
    }

    /** Nanoseconds: of the clock, and of processor time of this process and of the database's processes. */
    private record Cost(long elapsed, long here, long database) {

        static Cost now() {
            return new Cost(System.nanoTime(), used(ProcessHandle.current()),
                    ProcessHandle.current().descendants().mapToLong(Cost::used).sum());
        }

        Cost minus(Cost before) {
            return new Cost(elapsed - before.elapsed, here - before.here, database - before.database);
        }

        private static long used(ProcessHandle process) {
            return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
        }
    }
}
