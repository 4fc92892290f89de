package nullaosta.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nullaosta.decision.Verdict;
import nullaosta.dossier.CaseLists;
import nullaosta.dossier.Command;
import nullaosta.dossier.DossierId;
import nullaosta.dossier.Row;
import nullaosta.store.Installation;
import nullaosta.web.Server;

/**
 * Every page of the console at size, as each of its readers gets it: time of the server over HTTP on one connection, and
 * bytes. Words: how many cases, and a folder to keep them in for the next run.
 */
public final class PageBench {

    private static final int CASES = 100_000;
    private static final int ENTRIES = 1_000_000;
    private static final int OPEN = 200;
    /** So that all are within the years of the exercise's mandates. */
    private static final int A_DAY = 40;
    private static final int THREADS = 16;
    private static final int WARM_UP = 10;
    private static final int ASKED = 100;

    private final Installation installation;
    private final HttpClient http = HttpClient.newHttpClient();

    private PageBench(Installation installation) {
        this.installation = installation;
    }

    public static void main(String[] args) throws Exception {
        int cases = args.length > 0 ? Integer.parseInt(args[0]) : CASES;
        Path folder = args.length > 1
                ? Files.createDirectories(Path.of(args[1]))
                : Files.createTempDirectory("page-bench");
        try (Installation installation = LogBench.open(folder, true)) {
            PageBench bench = new PageBench(installation);
            if (installation.lists().rows(CaseLists.Filter.ALL).isEmpty()) {
                bench.load(cases);
            }
            bench.all();
        } finally {
            if (args.length < 2) {
                LogBench.delete(folder);
            }
        }
    }

    /** All but the newest decided, the newest of today and tomorrow; then entries of nobody's up to the register's size. */
    private void load(int cases) throws Exception {
        long started = System.nanoTime();
        SceneCases scene = SceneCases.in(installation).departing(cases, Instant.now().plus(Duration.ofDays(1)),
                A_DAY);
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<?>> futures = new ArrayList<>();
            for (int i = 0; i < cases; i++) {
                int number = i;
                futures.add(threads.submit(() -> {
                    DossierId id = scene.file(number).id();
                    if (number < cases - OPEN) {
                        scene.performed("desk.rossi", number, id,
                                new Command.PrepareDecision(Verdict.APPROVE, "the file is complete", List.of()));
                        scene.performed("smd.conti", number, id,
                                new Command.SignDecision(Verdict.APPROVE, "for the reasons of the desk"));
                    }
                }));
            }
            for (Future<?> future : futures) {
                future.get();
            }
        }
        while (!installation.log().drained()) {
            Thread.sleep(200);
        }
        long filled = Math.max(0, Math.min(ENTRIES, 10L * cases) - installation.log().head().size());
        for (long i = 0; i < filled; i++) {
            installation.log().add(("entry " + i).getBytes(StandardCharsets.US_ASCII));
        }
        while (!installation.log().drained()) {
            Thread.sleep(200);
        }
        System.out.printf(Locale.ROOT, "%,d cases, %,d entries in the register, loaded in %.0f s%n", cases,
                installation.log().head().size(), (System.nanoTime() - started) / 1e9);
    }

    private record Asked(String by, String path) {}

    private void all() throws Exception {
        List<Row> rows = installation.lists().rows(CaseLists.Filter.ALL);
        String open = rows.stream().filter(row -> row.phase().open()).findFirst().orElseThrow().number();
        String cleared = rows.stream().filter(row -> row.clearance().isPresent()).findFirst().orElseThrow().number();
        List<Asked> pages = List.of(new Asked("public", "/"), new Asked("public", "/oversight"),
                new Asked("public", "/oversight.csv"), new Asked("public", "/agreements"),
                new Asked("public", "/agreements/it-gb-sigonella"), new Asked("gb.embassy", "/cases"),
                new Asked("gb.embassy", "/missions/new"), new Asked("gb.embassy", "/cases/" + open),
                new Asked("desk.rossi", "/cases"), new Asked("desk.rossi", "/cases?text=zj690"),
                new Asked("desk.rossi", "/cases?text=" + cleared), new Asked("desk.rossi", "/cases/" + open),
                new Asked("desk.rossi", "/cases/" + cleared), new Asked("desk.rossi", "/cases/" + cleared + "/file"),
                new Asked("desk.rossi", "/comparison?one=" + open + "&other=" + cleared),
                new Asked("desk.rossi", "/absences"), new Asked("desk.rossi", "/movements"),
                new Asked("desk.rossi", "/partners"), new Asked("smd.conti", "/cases"),
                new Asked("smd.conti", "/keys"), new Asked("sig.leone", "/base"),
                new Asked("sig.leone", "/base/" + cleared), new Asked("sig.leone", "/base/devices"),
                new Asked("sig.leone", "/gate"), new Asked("watch.sala", "/watch"),
                new Asked("treaty.bassi", "/agreements/it-gb-sigonella"), new Asked("audit.bruni", "/cases"),
                new Asked("audit.bruni", "/oversight"), new Asked("audit.bruni", "/sign-ins"),
                new Asked("audit.bruni", "/sample?seed=lotto&size=20&from=2016-01-01&until=2036-01-01"));
        try (Server server = Server.demonstration(installation, InstantSource.system(), 0)) {
            for (Asked page : pages) {
                System.out.println(asked(server.port(), page));
            }
        }
    }

    private String asked(int port, Asked page) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + page.path()))
                .header("Authorization", "Bearer demo:" + page.by()).build();
        long[] nanos = new long[ASKED];
        HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        for (int i = 0; i < WARM_UP; i++) {
            answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        }
        for (int i = 0; i < ASKED; i++) {
            long started = System.nanoTime();
            answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            nanos[i] = System.nanoTime() - started;
        }
        Arrays.sort(nanos);
        return String.format(Locale.ROOT, "%3d  %7.1f ms, p99 %7.1f ms, %,9d bytes  %s %s", answer.statusCode(),
                nanos[ASKED / 2] / 1e6, nanos[ASKED * 99 / 100] / 1e6, answer.body().length, page.by(), page.path());
    }
}
