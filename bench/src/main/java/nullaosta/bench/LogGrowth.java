package nullaosta.bench;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import nullaosta.register.Integrator;
import nullaosta.register.proof.Checkpoint;
import nullaosta.register.proof.Edge;
import nullaosta.register.proof.Merkle;
import nullaosta.register.proof.ProofFile;
import nullaosta.register.proof.TileTree;
import nullaosta.seal.Digest;
import nullaosta.seal.NoteKey;
import nullaosta.seal.Scheme;
import nullaosta.seal.SignedNote;
import nullaosta.seal.WitnessKey;
import nullaosta.store.Database;
import nullaosta.store.EmbeddedPostgres;
import nullaosta.store.PostgresLog;
import nullaosta.witness.Publication;
import org.postgresql.PGConnection;

/** What proofs, checkpoints and appending cost as the register grows; rows are loaded by COPY, as the integrator would leave them. */
final class LogGrowth {

    private static final List<Long> SIZES = List.of(100_000L, 1_000_000L, 10_000_000L);
    private static final int CHUNK = 20_000;
    private static final int PROOFS = 2_000;
    private static final int CHECKPOINTS = 200;
    private static final int APPENDED = 40_960;

    private final EmbeddedPostgres postgres;
    private final PostgresLog log;
    private final NoteKey key;
    private final Integrator integrator;
    private final Publication publication;
    private final Random random = new Random(6962);
    private Edge edge = Edge.empty();

    private LogGrowth(EmbeddedPostgres postgres, Database database, Path last) throws Exception {
        this.postgres = postgres;
        log = new PostgresLog(database.source());
        key = NoteKey.generate("example.org/bench", new SecureRandom());
        integrator = new Integrator(log);
        publication = new Publication(log, log::hashes, new Publication.Signers(key,
                Optional.of(WitnessKey.generate(key.name(), Scheme.ML_DSA_44, new SecureRandom()))), Optional.empty(),
                note -> Files.write(last, note.bytes()), InstantSource.system());
    }

    static void run(Path folder) throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, folder, new SecureRandom(), line -> {
        }); Database database = Database.open(postgres, "bench", new SecureRandom())) {
            LogGrowth growth = new LogGrowth(postgres, database, folder.resolve("last"));
            for (long size : SIZES) {
                growth.to(size);
            }
        }
    }

    private void to(long size) throws Exception {
        long started = System.nanoTime();
        load(size);
        publication.round();
        System.out.printf(Locale.ROOT, "%,d entries, loaded in %.0f s: %s%n", size, (System.nanoTime() - started) / 1e9,
                figures());
    }

    private String figures() throws Exception {
        long[] proofs = new long[PROOFS];
        for (int i = 0; i < PROOFS; i++) {
            long started = System.nanoTime();
            SignedNote note = SignedNote.parse(log.checkpoint().orElseThrow());
            Checkpoint head = Checkpoint.open(note.bytes(), key.verifier());
            long index = random.nextLong(head.size());
            byte[] file = ProofFile.of(new TileTree(head.size(), log::hashes).inclusion(index), note).bytes();
            proofs[i] = System.nanoTime() - started;
            if (i % 100 == 0 && !ProofFile.parse(file).proves(Merkle.leaf(entry(index)), head)) {
                throw new IllegalStateException("the proof of " + index + " does not hold");
            }
        }
        long[] integrated = new long[CHECKPOINTS];
        long[] published = new long[CHECKPOINTS];
        for (int i = 0; i < CHECKPOINTS; i++) {
            log.add(entry(log.head().size()));
            long started = System.nanoTime();
            integrator.round();
            integrated[i] = System.nanoTime() - started;
            publication.round();
            published[i] = System.nanoTime() - started - integrated[i];
        }
        double rate = appended();
        return "proof " + quantiles(proofs) + "; one entry into the tree " + quantiles(integrated)
                + "; checkpoint signed and published " + quantiles(published)
                + String.format(Locale.ROOT, "; %,.0f leaves a second; database %,d MB", rate, megabytes());
    }

    private static String quantiles(long[] nanos) {
        Arrays.sort(nanos);
        return String.format(Locale.ROOT, "%.2f ms, p99 %.2f ms", nanos[nanos.length / 2] / 1e6,
                nanos[nanos.length * 99 / 100] / 1e6);
    }

    /** Of the integrator alone. */
    private double appended() throws Exception {
        long size = log.head().size();
        try (Connection owner = owner(); PreparedStatement insert = owner
                .prepareStatement("insert into register_queue (entry) select unnest(?)")) {
            byte[][] entries = new byte[APPENDED][];
            Arrays.setAll(entries, i -> entry(size + i));
            insert.setArray(1, owner.createArrayOf("bytea", entries));
            insert.executeUpdate();
        }
        long started = System.nanoTime();
        while (log.head().size() < size + APPENDED) {
            integrator.round();
        }
        double seconds = (System.nanoTime() - started) / 1e9;
        for (long i = size; i < size + APPENDED; i++) {
            edge.append(Merkle.leaf(entry(i)));
        }
        return APPENDED / seconds;
    }

    private static byte[] entry(long index) {
        return ByteBuffer.allocate(64).putLong(index).array();
    }

    private Connection owner() throws Exception {
        return DriverManager.getConnection(postgres.url("bench"), "nullaosta_owner", postgres.password());
    }

    private void load(long size) throws Exception {
        long from = log.head().size();
        edge = Edge.of(from, log::hashes);
        try (Connection owner = owner(); Statement statement = owner.createStatement()) {
            statement.execute("drop index register_leaf_hash");
            for (long at = from; at < size; at = Math.min(size, at + CHUNK)) {
                chunk(owner, at, Math.min(size, at + CHUNK));
            }
            statement.execute("create index register_leaf_hash on register_leaf (hash)");
            statement.execute("update register_state set size = " + edge.size() + ", root = '\\x"
                    + edge.root().hex() + "'");
            statement.execute("vacuum analyze register_leaf, register_node");
            statement.execute("checkpoint");
        }
    }

    /** Tickets below zero are never given by the queue. */
    private void chunk(Connection owner, long from, long until) throws Exception {
        StringBuilder leaves = new StringBuilder();
        StringBuilder nodes = new StringBuilder();
        HexFormat hex = HexFormat.of();
        for (long i = from; i < until; i++) {
            byte[] entry = entry(i);
            Digest leaf = Merkle.leaf(entry);
            leaves.append(i).append('\t').append(-1 - i).append("\t\\\\x").append(hex.formatHex(entry))
                    .append("\t\\\\x").append(leaf.hex()).append('\n');
            for (Edge.Node node : edge.append(leaf)) {
                nodes.append(node.level()).append('\t').append(node.index()).append("\t\\\\x")
                        .append(node.hash().hex()).append('\n');
            }
        }
        var copy = owner.unwrap(PGConnection.class).getCopyAPI();
        copy.copyIn("copy register_leaf from stdin", new StringReader(leaves.toString()));
        copy.copyIn("copy register_node from stdin", new StringReader(nodes.toString()));
    }

    private long megabytes() throws Exception {
        try (Connection owner = owner(); Statement statement = owner.createStatement();
                ResultSet result = statement.executeQuery("select pg_database_size('bench') / 1000000")) {
            result.next();
            return result.getLong(1);
        }
    }
}
