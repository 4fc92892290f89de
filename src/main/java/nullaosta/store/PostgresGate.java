package nullaosta.store;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import nullaosta.dossier.Answer;
import nullaosta.dossier.Command;
import nullaosta.dossier.Dossiers;
import nullaosta.dossier.entry.Entry;
import nullaosta.gate.Chain;
import nullaosta.gate.Device;
import nullaosta.gate.SignedCheck;
import nullaosta.mission.DataMode;
import nullaosta.party.Person;
import nullaosta.seal.CanonicalJson;
import nullaosta.seal.SealFault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes what bases' devices checked without a network. All records of one request are one transaction with their entries
 * in cases and register; records that were taken before are passed over, so a request may be sent again.
 */
public final class PostgresGate {

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Vault vault;
    private final PostgresCases cases;
    private final Dossiers dossiers;
    private final PostgresDevices devices;

    public PostgresGate(DataSource source, Vault vault, PostgresCases cases, Dossiers dossiers, DataMode mode) {
        this.jdbc = JdbcClient.create(source);
        this.transactions = new TransactionTemplate(new DataSourceTransactionManager(source));
        this.vault = vault;
        this.cases = cases;
        this.dossiers = dossiers;
        this.devices = new PostgresDevices(source, dossiers.chancery().random(), mode);
    }

    public PostgresDevices devices() {
        return devices;
    }

    /** Why records were not taken; none of the request was. {@code docs/reference/gate.md} lists the same. */
    public enum Fault {
        UNKNOWN_DEVICE,
        DEVICE_NOT_ENROLLED,
        DEVICE_ENDED,
        OTHER_BASE,
        NOT_SIGNED,
        RECORDS_MISSING,
        RECORDS_FORKED
    }

    /** What came of a request. */
    public sealed interface Taken {

        /** @param last number of the last record that is known now */
        record Done(long last, int taken, int knownAlready) implements Taken {}

        record Not(Fault fault, String words, long last) implements Taken {}
    }

    /** Leaves the transaction, so that nothing of it stays. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Taken.Not why;
        private final transient Optional<Long> broken;

        Stopped(Taken.Not why, Optional<Long> broken) {
            super(why.words(), null, false, false);
            this.why = why;
            this.broken = broken;
        }
    }

    /** @param by who hands the records over, which need not be who made them */
    public Taken take(String id, List<SignedCheck> records, Person by, Instant now) {
        Optional<PostgresDevices.Listed> listed = devices.find(id);
        Optional<Taken.Not> bar = bar(listed, by, id);
        if (bar.isPresent()) {
            return bar.get();
        }
        Device device = listed.orElseThrow().device();
        try {
            return done(() -> take(device, records, by, now));
        } catch (Stopped stopped) {
            stopped.broken.ifPresent(number -> enterBreak(device, number, stopped.why.words(), now));
            return stopped.why;
        }
    }

    private Optional<Taken.Not> bar(Optional<PostgresDevices.Listed> listed, Person by, String id) {
        if (listed.isEmpty()) {
            return Optional.of(new Taken.Not(Fault.UNKNOWN_DEVICE, "no device of that number asked to be enrolled", 0));
        }
        Device device = listed.get().device();
        long last = chain(id).last();
        if (!by.base().equals(Optional.of(device.base()))) {
            return Optional
                    .of(new Taken.Not(Fault.OTHER_BASE, "the device is of another base; sign in for its own", last));
        }
        return switch (listed.get().standing()) {
            case ENROLLED -> Optional.empty();
            case ASKED -> Optional.of(new Taken.Not(Fault.DEVICE_NOT_ENROLLED,
                    "the base commander has not enrolled device " + device.fingerprint() + " yet", last));
            case ENDED -> Optional.of(new Taken.Not(Fault.DEVICE_ENDED, "device " + device.fingerprint()
                    + " was ended; what it signs is not taken", last));
        };
    }

    private <T> T done(Supplier<T> work) {
        T result = transactions.execute(status -> work.get());
        if (result == null) {
            throw new IllegalStateException("a transaction answered nothing");
        }
        return result;
    }

    private Taken take(Device device, List<SignedCheck> records, Person by, Instant now) {
        // one after the other, so that no number is given to two records, and no two requests wait for each other's cases
        jdbc.sql("select pg_advisory_xact_lock(hashtext('gate'))").query(rs -> {
        });
        bar(devices.find(device.id()), by, device.id()).ifPresent(bar -> {
            throw new Stopped(bar, Optional.empty());
        });
        Chain chain = chain(device.id());
        int taken = 0;
        int known = 0;
        for (SignedCheck signed : records) {
            long number = signed.check().number();
            if (!signed.signedBy(device)) {
                throw new Stopped(new Taken.Not(Fault.NOT_SIGNED, "record " + number + " is not signed by device "
                        + device.fingerprint(), chain.last()), Optional.empty());
            }
            if (digest(device, number).equals(Optional.of(signed.digest().hex()))) {
                known++;
                continue;
            }
            switch (chain.next(signed)) {
                case Chain.Step.Follows(Chain longer) -> chain = longer;
                case Chain.Step.Missing(long after, long before) -> throw new Stopped(
                        new Taken.Not(Fault.RECORDS_MISSING,
                                "records missing between " + after + " and " + before, chain.last()),
                        Optional.of(before));
                case Chain.Step.Forked(long forked) -> throw new Stopped(
                        new Taken.Not(Fault.RECORDS_FORKED,
                                "record " + forked + " does not follow from the one before that"
                                        + " is known: the device signed two histories; end it and enrol another",
                                chain.last()),
                        Optional.of(forked));
            }
            enter(device, signed, by, now);
            taken++;
        }
        return new Taken.Done(chain.last(), taken, known);
    }

    private void enter(Device device, SignedCheck signed, Person by, Instant now) {
        Optional<Answer.Done> entered = signed.check().clearance()
                .flatMap(number -> cases.find(number.substring(0, Math.max(0, number.indexOf('/')))))
                .map(id -> dossiers.perform(by, now, id, new Command.EnterGateCheck(signed, device)))
                .filter(Answer.Done.class::isInstance).map(Answer.Done.class::cast);
        long number = signed.check().number();
        // a record that a case holds is closed with the case, and goes with it; others are closed under the vault's key
        jdbc.sql("insert into gate_check (device, number, digest, record, in_case, signature, received_by, received_at)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?)").param(device.id()).param(number).param(signed.digest().hex())
                .param(entered.isPresent()
                        ? null
                        : vault.close(signed.text().getBytes(StandardCharsets.UTF_8),
                                "gate " + device.id() + " " + number))
                .param(entered.isPresent()).param(signed.signature()).param(by.id()).param(Timestamp.from(now))
                .update();
        if (entered.isEmpty()) {
            PostgresLog.enqueue(jdbc, List.of(CanonicalJson.bytes(Map.of("v", 1, "kind", "GateRecord", "record",
                    signed.digest().hex(), "at", now.toString()))));
        }
    }

    private Optional<String> digest(Device device, long number) {
        return jdbc.sql("select digest from gate_check where device = ? and number = ?").param(device.id())
                .param(number)
                .query(String.class).optional();
    }

    /** How far a device's records are known. */
    public Chain chain(String device) {
        return jdbc.sql("select number, digest from gate_check where device = ? order by number desc limit 1")
                .param(device).query((rs, n) -> new Chain(rs.getLong(1), rs.getString(2))).optional()
                .orElse(Chain.EMPTY);
    }

    /** That a device's records do not hold together is kept once for each thing found, and is an entry. */
    private void enterBreak(Device device, long number, String words, Instant now) {
        done(() -> {
            int added = jdbc.sql("insert into gate_break (device, number, words, found_at) values (?, ?, ?, ?)"
                    + " on conflict do nothing").param(device.id()).param(number).param(words)
                    .param(Timestamp.from(now)).update();
            if (added == 1) {
                PostgresLog.enqueue(jdbc,
                        List.of(CanonicalJson.bytes(Map.of("v", 1, "kind", "GateChainBroken", "device",
                                device.id(), "number", number, "at", now.toString()))));
            }
            return added;
        });
    }

    /** A record that a device handed over; without its text where a case holds that. */
    public record Kept(long number, String digest, String signature, Optional<String> text) {}

    /** Records of a device behind a number, in their order; at most so many. */
    public List<Kept> kept(String device, long after, int most) {
        return jdbc.sql("select number, digest, signature, record from gate_check where device = ? and number > ?"
                + " order by number limit ?").param(device).param(after).param(most)
                .query((rs, n) -> kept(device, rs)).list();
    }

    private Kept kept(String device, ResultSet rs) throws SQLException {
        long number = rs.getLong(1);
        return new Kept(number, rs.getString(2), rs.getString(3),
                Optional.ofNullable(rs.getBytes(4)).map(closed -> opened(closed, device, number)));
    }

    private String opened(byte[] closed, String device, long number) {
        try {
            return new String(vault.open(closed, "gate " + device + " " + number), StandardCharsets.UTF_8);
        } catch (SealFault e) {
            throw new IllegalStateException("a record of a device does not open: the store is broken", e);
        }
    }

    /** Papers that were used twice, as became known since then; newest first. */
    public List<Entry.PaperUsedTwice> usedTwice(Instant since) {
        return cases.entriesSince("PaperUsedTwice", since).stream().filter(Entry.PaperUsedTwice.class::isInstance)
                .map(Entry.PaperUsedTwice.class::cast).toList();
    }

    /** What did not hold together in a device's records, oldest first. */
    public List<String> breaks(String device) {
        return jdbc.sql("select words from gate_break where device = ? order by found_at").param(device)
                .query((rs, n) -> rs.getString(1)).list();
    }
}
