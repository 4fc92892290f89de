package nullaosta.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import nullaosta.dossier.CaseStore;
import nullaosta.dossier.DossierId;
import nullaosta.dossier.Ledger;
import nullaosta.dossier.Row;
import nullaosta.dossier.Snapshot;
import nullaosta.dossier.entry.Entry;
import nullaosta.dossier.entry.EntryFormat;
import nullaosta.dossier.entry.Written;
import nullaosta.mission.DataMode;
import nullaosta.quantity.TimeWindow;
import nullaosta.register.proof.Merkle;
import nullaosta.seal.Digest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Cases in PostgreSQL. The entry, its envelope in the register's queue and the case's row are written in one transaction;
 * the case's own line is locked while a command works, so two commands on one case follow each other.
 */
public final class PostgresCases implements CaseStore {

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final EntryFormat format;
    private final Vault vault;
    private final PostgresLists lists;

    public PostgresCases(DataSource source, EntryFormat format, Vault vault) {
        this.jdbc = JdbcClient.create(source);
        this.transactions = new TransactionTemplate(new DataSourceTransactionManager(source));
        this.format = format;
        this.vault = vault;
        this.lists = new PostgresLists(source, vault);
    }

    @Override
    public <T> T transact(Function<Session, T> work) {
        T result = transactions.execute(status -> work.apply(new PostgresSession()));
        if (result == null) {
            throw new IllegalStateException("a transaction answered nothing");
        }
        return result;
    }

    @Override
    public Optional<Stored> read(DossierId id) {
        return opened("select id, pseudonym, erased_through, key from dossier where id = ?", id).map(this::stored);
    }

    @Override
    public Optional<DossierId> find(String number) {
        return jdbc.sql("select dossier from dossier_row where number = ? or clearance = ?").param(number)
                .param(number).query(UUID.class).optional().map(DossierId::new);
    }

    /** The tokens of every clearance whose window has not ended, replaced ones too. */
    List<String> tokensUntil(Instant now) {
        return entries("where entry.kind = ? and window_until > ? order by entry.ticket", "ClearanceIssued", now)
                .stream()
                .filter(Entry.ClearanceIssued.class::isInstance).map(Entry.ClearanceIssued.class::cast)
                .map(Entry.ClearanceIssued::token).toList();
    }

    /** Entries of one kind that were entered since an instant, newest first. */
    List<Entry> entriesSince(String kind, Instant since) {
        return entries("where entry.kind = ? and entry.at >= ? order by entry.at desc", kind, since);
    }

    /** @param which of the entries that can still be read, by kind and an instant */
    private List<Entry> entries(String which, String kind, Instant instant) {
        return jdbc.sql("""
                select dossier.id, pseudonym, erased_through, key, entry.number, entry.body
                from dossier_entry entry join dossier_row using (dossier)
                  join dossier on dossier.id = entry.dossier and entry.number > erased_through\s""" + which)
                .param(kind).param(Timestamp.from(instant))
                .query((rs, n) -> text(open(rs), rs.getInt("number"), rs.getBytes("body")).entry()).list();
    }

    /** Every case, for a replay of all rows. */
    public List<DossierId> all() {
        return jdbc.sql("select id from dossier order by id")
                .query((rs, n) -> new DossierId(rs.getObject(1, UUID.class)))
                .list();
    }

    /** A case whose key is held open. */
    private record Open(DossierId id, String pseudonym, int erased, Vault.CaseKey key) {}

    private Open open(ResultSet rs) throws SQLException {
        DossierId id = new DossierId(rs.getObject("id", UUID.class));
        return new Open(id, rs.getString("pseudonym"), rs.getInt("erased_through"), vault.key(id, rs.getBytes("key")));
    }

    private Optional<Open> opened(String sql, DossierId id) {
        return jdbc.sql(sql).param(id.value()).query((rs, n) -> open(rs)).optional();
    }

    private record Kept(Written written, byte[] envelope) {}

    private Stored stored(Open of) {
        List<Kept> kept = jdbc.sql("""
                select entry.number, entry.body, entry.envelope, entry.at, person.entry, person.key
                from dossier_entry entry
                  left join person_key person on person.dossier = entry.dossier and person.entry = entry.number
                where entry.dossier = ? and entry.number > ? order by entry.number""").param(of.id().value())
                .param(of.erased()).query((rs, n) -> new Kept(written(of, rs), rs.getBytes(3))).list();
        return new Stored(of.id(), of.pseudonym(), of.erased(), kept.stream().map(Kept::written).toList(),
                Digest.of(kept.isEmpty() ? new byte[0] : kept.getLast().envelope()));
    }

    private Written written(Open of, ResultSet rs) throws SQLException {
        int number = rs.getInt(1);
        boolean personal = rs.getObject(5) != null;
        byte[] own = rs.getBytes(6);
        if (!personal) {
            return text(of, number, rs.getBytes(2));
        }
        return own == null
                ? new Written(number, rs.getTimestamp(4).toInstant(), "", new Entry.Forgotten())
                : format.read(vault.open(vault.personKey(of.id(), number, own), rs.getBytes(2), body(number)));
    }

    private Written text(Open of, int number, byte[] body) {
        return format.read(vault.open(of.key(), body, body(number)));
    }

    /** Where an entry's text is kept within its case. */
    static String body(int number) {
        return "body " + number;
    }

    /** Where the salt of its commitments is. */
    static String salt(int number) {
        return "salt " + number;
    }

    /** Cases in lists, of the same database. */
    public PostgresLists lists() {
        return lists;
    }

    private final class PostgresSession implements Session {

        /**
         * What counts against an agreement, in one statement: flights of a day and of a month, and the windows that share a
         * moment with a given one. A flight that landed leaves the air to others from then on. Each half has an index of its
         * own: joined by an "or" they would be looked for among all that the agreement ever permitted.
         */
        private static final String COUNT = """
                select today, this_month, flying, begins, ends
                  from (select coalesce(sum(aircraft) filter (where departure >= :day and departure < :nextDay), 0) as today,
                               coalesce(sum(aircraft), 0) as this_month
                          from dossier_row
                         where agreement = :agreement and mode = :mode and counted and dossier <> :without
                           and departure >= :month and departure < :nextMonth) as dated
                 cross join (select coalesce(array_agg(aircraft), '{}') as flying,
                                    coalesce(array_agg(window_from), '{}') as begins,
                                    coalesce(array_agg(least(window_until, landed_at)), '{}') as ends
                               from dossier_row
                              where agreement = :agreement and mode = :mode and counted and dossier <> :without
                                and window_until > :from and window_from < :until
                                and least(window_until, landed_at) > :from
                                and window_from < least(window_until, landed_at)) as at_once""";

        /** Entries with their envelopes in the register's queue: tickets rise in the order in which they are queued. */
        private static final String APPEND = """
                with queued as (%s), ticketed as (select ticket, row_number() over (order by ticket) as place from queued)
                insert into dossier_entry (dossier, number, at, kind, body, salt, envelope, ticket)
                select ?, number, at, kind, body, salt, envelope, ticket
                  from unnest(?, ?, ?, ?, ?, ?, ?) as line (number, at, kind, body, salt, envelope, place)
                  join ticketed using (place)"""
                .formatted(PostgresLog.ADD);

        /** Of the cases that this session has locked. */
        private final Map<DossierId, Vault.CaseKey> keys = new HashMap<>();

        @Override
        public Optional<Stored> lock(DossierId id) {
            Optional<Open> of = opened("select id, pseudonym, erased_through, key from dossier where id = ? for update",
                    id);
            of.ifPresent(found -> keys.put(id, found.key()));
            return of.map(PostgresCases.this::stored);
        }

        @Override
        public Stored open(DossierId id, String pseudonym) {
            Vault.CaseKey key = vault.newKey(id);
            jdbc.sql("insert into dossier (id, pseudonym, key) values (?, ?, ?)").param(id.value()).param(pseudonym)
                    .param(key.wrapped()).update();
            keys.put(id, key);
            return new Stored(id, pseudonym, 0, List.of(), Digest.of(new byte[0]));
        }

        /** One statement, however many lines: who decides holds up the others under the same agreement meanwhile. */
        @Override
        public void append(DossierId id, List<Line> lines) {
            List<byte[]> registered = new ArrayList<>();
            int[] places = new int[lines.size()];
            for (int i = 0; i < places.length; i++) {
                registered.add(lines.get(i).envelope().bytes());
                places[i] = registered.size();
                lines.get(i).issued().ifPresent(registered::add);
            }
            Vault.CaseKey key = Objects.requireNonNull(keys.get(id), "a case is written that is not locked");
            Map<Integer, Vault.CaseKey> own = personal(id, lines);
            int written = jdbc.sql(APPEND).param(registered.toArray(byte[][]::new)).param(id.value())
                    .param(lines.stream().map(line -> line.written().number()).toArray(Integer[]::new))
                    .param(lines.stream().map(line -> Timestamp.from(line.written().at())).toArray(Timestamp[]::new))
                    .param(lines.stream().map(line -> line.envelope().kind()).toArray(String[]::new))
                    .param(lines.stream().map(line -> vault.close(own.getOrDefault(line.written().number(), key),
                            line.body(), body(line.written().number()))).toArray(byte[][]::new))
                    .param(lines.stream().map(line -> vault.close(own.getOrDefault(line.written().number(), key),
                            line.salt(), salt(line.written().number()))).toArray(byte[][]::new))
                    .param(lines.stream().map(line -> line.envelope().bytes()).toArray(byte[][]::new))
                    .param(Arrays.stream(places).boxed().toArray(Integer[]::new)).update();
            if (written != lines.size()) {
                throw new IllegalStateException("wrote " + written + " entries instead of " + lines.size());
            }
        }

        /** Keys of their own for entries about somebody. */
        private Map<Integer, Vault.CaseKey> personal(DossierId id, List<Line> lines) {
            Map<Integer, Vault.CaseKey> own = new HashMap<>();
            for (Line line : lines) {
                if (line.written().entry().personal()) {
                    int number = line.written().number();
                    Vault.CaseKey key = vault.newPersonKey(id, number);
                    jdbc.sql("insert into person_key (dossier, entry, key) values (?, ?, ?)").param(id.value())
                            .param(number).param(key.wrapped()).update();
                    own.put(number, key);
                }
            }
            return own;
        }

        @Override
        public boolean forgettable(DossierId id, int entry) {
            return jdbc
                    .sql("select exists (select from person_key where dossier = ? and entry = ? and key is not null)")
                    .param(id.value()).param(entry).query(Boolean.class).single();
        }

        @Override
        public void forget(DossierId id, int entry) {
            int forgotten = jdbc
                    .sql("update person_key set key = null where dossier = ? and entry = ? and key is not null")
                    .param(id.value()).param(entry).update();
            if (forgotten != 1) {
                throw new IllegalStateException("entry " + entry + " has no key of its own");
            }
        }

        /** The old key is nowhere else: with it goes what it closed. */
        @Override
        public void erase(DossierId id, int entries) {
            Vault.CaseKey key = vault.newKey(id);
            jdbc.sql("update dossier set key = ?, erased_through = ? where id = ?").param(key.wrapped()).param(entries)
                    .param(id.value()).update();
            jdbc.sql("update person_key set key = null where dossier = ?").param(id.value()).update();
            keys.put(id, key);
        }

        @Override
        public void project(Row row) {
            lists.project(row);
        }

        @Override
        public void keep(DossierId id, Optional<Snapshot> snapshot) {
            PostgresCases.this.keep(id, snapshot);
        }

        @Override
        public int nextSerial(int year, DataMode mode) {
            return jdbc.sql("""
                    insert into case_serial (year, mode, last) values (?, ?, 1)
                    on conflict (year, mode) do update set last = case_serial.last + 1 returning last""").param(year)
                    .param(mode.name()).query(Integer.class).single();
        }

        @Override
        public int nextStatusIndex() {
            return jdbc.sql("select nextval('status_index')").query(Integer.class).single();
        }

        @Override
        public Ledger lockedLedger(String agreement, LocalDate day, ZoneId zone, TimeWindow window, DataMode mode,
                DossierId without) {
            if (!locked(agreement, mode)) {
                jdbc.sql("insert into ledger (agreement, mode) values (?, ?) on conflict do nothing").param(agreement)
                        .param(mode.name()).update();
                locked(agreement, mode);
            }
            return ledger(agreement, day, zone, window, mode, without);
        }

        private boolean locked(String agreement, DataMode mode) {
            return jdbc.sql("select turn from ledger where agreement = ? and mode = ? for update").param(agreement)
                    .param(mode.name()).query(Integer.class).optional().isPresent();
        }

        @Override
        public Ledger ledger(String agreement, LocalDate day, ZoneId zone, TimeWindow window, DataMode mode,
                DossierId without) {
            LocalDate month = day.withDayOfMonth(1);
            return jdbc.sql(COUNT).param("agreement", agreement).param("mode", mode.name())
                    .param("without", without.value())
                    .param("day", midnight(day, zone)).param("nextDay", midnight(day.plusDays(1), zone))
                    .param("month", midnight(month, zone)).param("nextMonth", midnight(month.plusMonths(1), zone))
                    .param("from", Timestamp.from(window.from())).param("until", Timestamp.from(window.until()))
                    .query((row, n) -> new Ledger(row.getInt("today"), row.getInt("this_month"),
                            Ledger.atOnce(window, windows(row))))
                    .single();
        }

        private static Timestamp midnight(LocalDate day, ZoneId zone) {
            return Timestamp.from(day.atStartOfDay(zone).toInstant());
        }

        /** One for each aircraft. */
        private static List<TimeWindow> windows(ResultSet row) throws SQLException {
            Timestamp[] begins = (Timestamp[]) Objects.requireNonNull(row.getArray("begins")).getArray();
            Timestamp[] ends = (Timestamp[]) Objects.requireNonNull(row.getArray("ends")).getArray();
            Integer[] flying = (Integer[]) Objects.requireNonNull(row.getArray("flying")).getArray();
            return IntStream.range(0, begins.length).boxed().flatMap(i -> Collections
                    .nCopies(flying[i], new TimeWindow(begins[i].toInstant(), ends[i].toInstant())).stream()).toList();
        }

        @Override
        public boolean inRegister(byte[] entry) {
            return jdbc.sql("""
                    select exists (select from register_leaf where hash = ?
                      and index < (select coalesce(max(size), 0) from register_checkpoint))""")
                    .param(Merkle.leaf(entry).bytes()).query(Boolean.class).single();
        }
    }

    /** Puts a case's snapshot, or none, in place of the one there is. */
    public void keep(DossierId id, Optional<Snapshot> kept) {
        if (kept.isEmpty()) {
            jdbc.sql("delete from snapshot where dossier = ?").param(id.value()).update();
            return;
        }
        Snapshot snapshot = kept.get();
        jdbc.sql("""
                insert into snapshot (dossier, number, mode, departure, agreement, terms, vocabulary, outcome, facts)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (dossier) do update set number = excluded.number, mode = excluded.mode,
                  departure = excluded.departure, agreement = excluded.agreement, terms = excluded.terms,
                  vocabulary = excluded.vocabulary, outcome = excluded.outcome, facts = excluded.facts""")
                .param(snapshot.id().value())
                .param(snapshot.number()).param(snapshot.mode().name()).param(Timestamp.from(snapshot.departure()))
                .param(snapshot.agreement()).param(snapshot.terms()).param(snapshot.vocabulary())
                .param(snapshot.outcome().name()).param(vault.close(snapshot.facts(), PostgresSnapshots.place(id)))
                .update();
    }
}
