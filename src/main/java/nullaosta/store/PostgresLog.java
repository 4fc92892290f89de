package nullaosta.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import nullaosta.register.Growth;
import nullaosta.register.LogStorage;
import nullaosta.register.TreeHead;
import nullaosta.register.proof.Edge;
import nullaosta.register.proof.EntryBundle;
import nullaosta.register.proof.TilePath;
import nullaosta.seal.Digest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The register in PostgreSQL. Trusted only to answer: an attacker who can write here can stop the register, but what it
 * published before shows any change.
 */
public final class PostgresLog implements LogStorage {

    private static final int LEAVES = 0;

    /** Entries go from the queue to the leaves within the database: what comes from here is their order and their hashes. */
    private static final String MOVE = """
            with taken as (delete from register_queue where ticket = any(?) returning ticket, entry)
            insert into register_leaf (index, ticket, entry, hash)
            select ? + place - 1, ticket, entry, hash
            from unnest(?, ?) with ordinality as leaf (ticket, hash, place) join taken using (ticket) order by place""";
    private static final String NODES = """
            insert into register_node (level, index, hash) select * from unnest(?, ?, ?)""";
    /** Queues the entries of an array, in its order. */
    static final String ADD = """
            insert into register_queue (entry)
            select entry from unnest(?) with ordinality as added (entry, place) order by place returning ticket""";

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final TransactionTemplate transactions;

    public PostgresLog(DataSource source) {
        this.jdbc = JdbcClient.create(source);
        this.template = new JdbcTemplate(source);
        this.transactions = new TransactionTemplate(new DataSourceTransactionManager(source));
    }

    /** Queues an entry in a transaction of its own. @return its ticket */
    public long add(byte[] entry) {
        return addAll(List.of(entry)).getFirst();
    }

    /** Queues entries in one transaction of their own. @return their tickets, in the same order */
    List<Long> addAll(List<byte[]> entries) {
        return enqueue(jdbc, entries);
    }

    /**
     * Queues entries in the transaction that the client is in; in one of their own where it is in none.
     *
     * @return their tickets, in the same order: under them {@link #indexes} finds the entries once they are leaves
     */
    static List<Long> enqueue(JdbcClient jdbc, List<byte[]> entries) {
        List<Long> tickets = jdbc.sql(ADD).param(entries.toArray(byte[][]::new)).query((rs, n) -> rs.getLong(1)).list();
        mustBe(tickets.size(), entries.size(), "tickets");
        return tickets;
    }

    /** Where the entries of tickets stand in the committed tree; those that are no leaves yet are left out. */
    Map<Long, Long> indexes(Collection<Long> tickets) {
        Map<Long, Long> indexes = new HashMap<>();
        template.query("select ticket, index from register_leaf where ticket = any(?)",
                statement -> statement.setArray(1,
                        statement.getConnection().createArrayOf("bigint", tickets.toArray())),
                (RowCallbackHandler) row -> indexes.put(row.getLong(1), row.getLong(2)));
        return indexes;
    }

    private record Queued(long ticket, byte[] entry) {}

    @Override
    public int integrate(int limit, Growing growing) {
        Integer moved = transactions.execute(status -> {
            Optional<TreeHead> before = lockedHead();
            if (before.isEmpty()) {
                return 0;
            }
            List<Queued> queued = jdbc.sql("select ticket, entry from register_queue order by ticket limit ?")
                    .param(limit).query((rs, n) -> new Queued(rs.getLong(1), rs.getBytes(2))).list();
            if (!queued.isEmpty()) {
                Growth growth = growing.grow(before.get(), this::hashes,
                        queued.stream().map(Queued::entry).toList());
                template.execute((Connection connection) -> {
                    write(connection, before.get(), queued, growth);
                    return queued;
                });
            }
            return queued.size();
        });
        return moved == null ? 0 : moved;
    }

    /** Empty while another integrator has its turn. */
    private Optional<TreeHead> lockedHead() {
        return jdbc.sql("select size, root from register_state for update skip locked")
                .query((rs, n) -> new TreeHead(rs.getLong(1), Digest.wrap(rs.getBytes(2)))).optional();
    }

    private void write(Connection connection, TreeHead before, List<Queued> queued, Growth growth)
            throws SQLException {
        Object[] tickets = queued.stream().map(Queued::ticket).toArray();
        try (PreparedStatement move = connection.prepareStatement(MOVE)) {
            move.setArray(1, connection.createArrayOf("bigint", tickets));
            move.setLong(2, before.size());
            move.setArray(3, connection.createArrayOf("bigint", tickets));
            move.setArray(4, connection.createArrayOf("bytea", bytes(growth.leaves())));
            mustBe(move.executeUpdate(), queued.size(), "leaves");
        }
        if (!growth.nodes().isEmpty()) {
            try (PreparedStatement nodes = connection.prepareStatement(NODES)) {
                nodes.setArray(1, connection.createArrayOf("integer",
                        growth.nodes().stream().map(Edge.Node::level).toArray()));
                nodes.setArray(2, connection.createArrayOf("bigint",
                        growth.nodes().stream().map(Edge.Node::index).toArray()));
                nodes.setArray(3, connection.createArrayOf("bytea",
                        bytes(growth.nodes().stream().map(Edge.Node::hash).toList())));
                mustBe(nodes.executeUpdate(), growth.nodes().size(), "nodes");
            }
        }
        try (PreparedStatement state = connection.prepareStatement("update register_state set size = ?, root = ?")) {
            state.setLong(1, growth.head().size());
            state.setBytes(2, growth.head().root().bytes());
            mustBe(state.executeUpdate(), 1, "heads");
        }
    }

    private static byte[][] bytes(List<Digest> hashes) {
        return hashes.stream().map(Digest::bytes).toArray(byte[][]::new);
    }

    private static void mustBe(int written, int expected, String what) {
        if (written != expected) {
            throw new IllegalStateException("wrote " + written + " " + what + " instead of " + expected);
        }
    }

    @Override
    public TreeHead head() {
        return jdbc.sql("select size, root from register_state")
                .query((rs, n) -> new TreeHead(rs.getLong(1), Digest.wrap(rs.getBytes(2)))).single();
    }

    @Override
    public Optional<Long> publishedSize() {
        return jdbc.sql("select max(size) from register_checkpoint").query((rs, n) -> {
            long size = rs.getLong(1);
            return rs.wasNull() ? Optional.<Long>empty() : Optional.of(size);
        }).single();
    }

    @Override
    public void publish(TreeHead head, byte[] note) {
        jdbc.sql("insert into register_checkpoint (size, note) values (?, ?) on conflict do nothing")
                .param(head.size()).param(note).update();
    }

    /** The newest published checkpoint; empty before the first. */
    public Optional<byte[]> checkpoint() {
        return jdbc.sql("select note from register_checkpoint order by size desc limit 1")
                .query((rs, n) -> rs.getBytes(1)).optional();
    }

    /** The newest checkpoint that was published by then or was shown to the public before. */
    Optional<byte[]> checkpointBy(Instant until) {
        return jdbc.sql("""
                select note from register_checkpoint
                where published_at <= ? or size <= (select shown from register_face) order by size desc limit 1""")
                .param(until.atOffset(ZoneOffset.UTC)).query((rs, n) -> rs.getBytes(1)).optional();
    }

    /** From now on the public is never shown fewer entries. */
    void shown(long size) {
        jdbc.sql("update register_face set shown = ? where shown < ?").param(size).param(size).update();
    }

    /** Keeps with which delay the public reads from now on; where it read without one, it was shown all there is. */
    void lagging(Duration delay) {
        jdbc.sql("""
                update register_face set delay_minutes = ?, shown = case delay_minutes
                    when 0 then greatest(shown, (select coalesce(max(size), 0) from register_checkpoint))
                    else shown end""").param(delay.toMinutes()).update();
    }

    /** What is published under a path, as {@code LogSource} asks for it. */
    public Optional<byte[]> read(String path) {
        return path.equals("checkpoint") ? checkpoint() : TilePath.parse(path).flatMap(this::tile);
    }

    /** The bytes of a tile or bundle of the published tree; empty where it has none such. */
    public Optional<byte[]> tile(TilePath path) {
        return tile(path, publishedSize().orElse(0L));
    }

    /** The same of the first so many entries. */
    Optional<byte[]> tile(TilePath path, long size) {
        if (!path.within(size)) {
            return Optional.empty();
        }
        if (path.isEntries()) {
            return Optional.of(EntryBundle.encode(jdbc.sql("""
                    select entry from register_leaf where index >= ? and index < ? order by index""")
                    .param(path.index() * TilePath.FULL).param(path.index() * TilePath.FULL + path.width())
                    .query((rs, n) -> rs.getBytes(1)).list()));
        }
        List<Digest> hashes = hashes(path.level(), path.index(), path.width());
        byte[] bytes = new byte[hashes.size() * Digest.LENGTH];
        for (int i = 0; i < hashes.size(); i++) {
            System.arraycopy(hashes.get(i).bytes(), 0, bytes, i * Digest.LENGTH, Digest.LENGTH);
        }
        return Optional.of(bytes);
    }

    /** The first hashes of a tile that is known to have them. */
    public List<Digest> hashes(int level, long index, int width) {
        long first = index * TilePath.FULL;
        String sql = level == LEAVES
                ? "select hash from register_leaf where index >= ? and index < ? order by index"
                : "select hash from register_node where level = " + level
                        + " and index >= ? and index < ? order by index";
        return jdbc.sql(sql).param(first).param(first + width).query((rs, n) -> Digest.wrap(rs.getBytes(1)))
                .list();
    }

    /** An entry of the tree, published or not. */
    public Optional<byte[]> entry(long index) {
        return jdbc.sql("select entry from register_leaf where index = ?").param(index)
                .query((rs, n) -> rs.getBytes(1)).optional();
    }

    /** Where an entry stands in the published tree; empty while it is not in it. */
    public Optional<Long> index(Digest leaf) {
        return jdbc.sql("select index from register_leaf where hash = ? and index < ? order by index limit 1")
                .param(leaf.bytes()).param(publishedSize().orElse(0L)).query(Long.class).optional();
    }

    /** Entries that are committed and not yet published. */
    public long waiting() {
        return jdbc.sql("select count(*) from register_queue").query(Long.class).single() + head().size()
                - publishedSize().orElse(0L);
    }

    /** Whether nothing waits in the queue any more. */
    public boolean drained() {
        return jdbc.sql("select not exists (select from register_queue)").query(Boolean.class).single()
                && head().size() == publishedSize().orElse(-1L);
    }
}
