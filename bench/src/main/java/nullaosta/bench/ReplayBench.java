package nullaosta.bench;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nullaosta.agreement.Agreement;
import nullaosta.agreement.Agreements;
import nullaosta.agreement.Terms;
import nullaosta.agreement.vocabulary.FactSheet;
import nullaosta.agreement.vocabulary.PackedFacts;
import nullaosta.assessment.Assessor;
import nullaosta.assessment.Outcome;
import nullaosta.dossier.DossierId;
import nullaosta.mission.DataMode;
import nullaosta.seal.VaultKey;
import nullaosta.oversight.PastCase;
import nullaosta.oversight.Replay;
import nullaosta.oversight.ReplayReport;
import nullaosta.store.Database;
import nullaosta.store.EmbeddedPostgres;
import nullaosta.store.PostgresSnapshots;
import nullaosta.store.Vault;
import org.postgresql.PGConnection;

/** A million past cases under twelve clauses: from memory, then from PostgreSQL; run by its main method, not by JMH. */
public final class ReplayBench {

    private static final Vault VAULT = new Vault(VaultKey.generate(new SecureRandom()), new SecureRandom());
    private static final int CASES = 1_000_000;
    private static final int DIFFERENT = 10_000;

    private ReplayBench() {
    }

    public static void main(String[] args) throws Exception {
        Terms terms = TwelveClauses.TERMS;
        List<FactSheet> sheets = TwelveClauses.missions(DIFFERENT, 0.02, 2016);
        Assessor assessor = new Assessor(terms);
        List<PastCase> cases = sheets.stream().map(sheet -> new PastCase("case", Optional.of(Instant.EPOCH),
                terms.id(), sheet, assessor.assess(sheet).outcome())).toList();
        for (int round = 0; round < 4; round++) {
            long started = System.nanoTime();
            Replay replay = new Replay(terms, id -> Optional.empty());
            for (int i = 0; i < CASES; i++) {
                replay.accept(cases.get(i % DIFFERENT));
            }
            say("from memory, one thread", started, replay.report());
        }
        fromPostgres(terms, cases);
    }

    private static void say(String what, long started, ReplayReport report) {
        System.out.printf(Locale.ROOT, "%s: %,d cases in %.2f s, %,d the same%n", what, report.cases(),
                (System.nanoTime() - started) / 1e9, report.same());
    }

    private static void fromPostgres(Terms terms, List<PastCase> cases) throws Exception {
        Path folder = Files.createTempDirectory("replay-bench");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, folder.resolve("bin"), new SecureRandom(),
                progress -> {
                });
                Database database = Database.open(postgres, "bench", new SecureRandom())) {
            try (Connection owner = DriverManager.getConnection(postgres.url("bench"), "nullaosta_owner",
                    postgres.password()); Statement statement = owner.createStatement()) {
                statement.execute("alter table snapshot drop constraint snapshot_dossier_fkey");
                load(owner, terms, cases);
                statement.execute("vacuum analyze snapshot");
            }
            Agreements agreements = new Agreements(List.of(new Agreement("bench", List.of(terms), List.of())));
            PostgresSnapshots snapshots = new PostgresSnapshots(database.source(), VAULT, agreements);
            for (int round = 0; round < 3; round++) {
                long started = System.nanoTime();
                Replay replay = new Replay(terms, agreements::terms);
                snapshots.each("bench", DataMode.REAL, Optional.empty(), replay, replay::setApart);
                say("from PostgreSQL", started, replay.report());
            }
        }
    }

    private static void load(Connection owner, Terms terms, List<PastCase> cases) throws Exception {
        PackedFacts packed = new PackedFacts(terms.vocabulary());
        List<byte[]> facts = cases.stream().map(it -> packed.pack(it.facts())).toList();
        var copy = owner.unwrap(PGConnection.class).getCopyAPI();
        for (int from = 0; from < CASES; from += 50_000) {
            StringBuilder rows = new StringBuilder();
            for (int i = from; i < from + 50_000; i++) {
                Outcome outcome = cases.get(i % DIFFERENT).outcome();
                UUID id = new UUID(1, i);
                rows.append(id).append("\tIT-2016-").append(i).append("\tREAL\t")
                        .append(Instant.parse("2016-03-01T00:00:00Z").plusSeconds(i)).append("\tbench\tbench/1\t")
                        .append(terms.vocabulary().hash()).append('\t').append(outcome).append("\t\\\\x")
                        .append(HexFormat.of().formatHex(VAULT.close(facts.get(i % DIFFERENT),
                                PostgresSnapshots.place(new DossierId(id)))))
                        .append('\n');
            }
            copy.copyIn("copy snapshot from stdin", new StringReader(rows.toString()));
        }
    }
}
