package nullaosta.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import nullaosta.appointment.Act;
import nullaosta.appointment.Roll;
import nullaosta.party.Host;
import nullaosta.seal.Digest;
import nullaosta.seal.IssuerPublicKey;
import nullaosta.seal.SealFault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Acts of the appointing authority, in the order in which they were handed in, each with an entry in the register. Whoever
 * can write to this table can keep an act back, and invent none: every act is looked at again when it is read.
 */
public final class PostgresAppointments {

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Optional<Host.Appointing> authority;
    private final AtomicReference<Seen> seen = new AtomicReference<>(new Seen(0, Optional.empty()));

    /** @param authority empty where the host has none, and then nothing is taken */
    public PostgresAppointments(DataSource source, Optional<Host.Appointing> authority) {
        this.jdbc = JdbcClient.create(source);
        this.transactions = new TransactionTemplate(new DataSourceTransactionManager(source));
        this.authority = authority;
    }

    /** What came of handing in an act. */
    public enum Taken {
        ENTERED,
        KNOWN_ALREADY,
        /** The host's appointing authority did not sign it. */
        NOT_ITS,
        /** The host has no appointing authority. */
        NOBODY_APPOINTS
    }

    /** Enters an act and its entry in the register in one transaction. */
    public Taken enter(Act act, Instant at) {
        if (authority.isEmpty()) {
            return Taken.NOBODY_APPOINTS;
        }
        if (!act.signedBy(authority.get().key())) {
            return Taken.NOT_ITS;
        }
        Boolean entered = transactions.execute(status -> {
            // one after the other, so that whoever reads a number has seen all before it
            jdbc.sql("select pg_advisory_xact_lock(hashtext('appointment'))").query(rs -> {
            });
            byte[] document = act.document();
            boolean added = jdbc
                    .sql("insert into appointment (digest, document, entered_at) values (?, ?, ?) on conflict do nothing")
                    .param(Digest.of(document).bytes()).param(document).param(Timestamp.from(at)).update() == 1;
            if (added) {
                PostgresLog.enqueue(jdbc, List.of(act.registered()));
            }
            return added;
        });
        return Boolean.TRUE.equals(entered) ? Taken.ENTERED : Taken.KNOWN_ALREADY;
    }

    /** Everything that the authority signed and that was entered so far; empty where the host has no such authority. */
    public Optional<Roll> roll() {
        return authority.map(known -> roll(known.key()));
    }

    /** Acts are only ever added, so those that were read stay as they are. */
    private Roll roll(IssuerPublicKey authority) {
        Seen before = seen.get();
        List<byte[]> more = jdbc.sql("select document from appointment order by number offset ?").param(before.rows())
                .query((rs, n) -> rs.getBytes(1)).list();
        if (more.isEmpty()) {
            return before.roll().orElseGet(() -> new Roll(authority, List.of()));
        }
        List<Act> acts = new ArrayList<>(before.roll().map(Roll::acts).orElse(List.of()));
        for (byte[] document : more) {
            try {
                Act act = Act.parse(document);
                if (act.signedBy(authority)) {
                    acts.add(act);
                }
            } catch (SealFault e) {
                throw new IllegalStateException("a stored act cannot be read: " + e.getMessage(), e);
            }
        }
        Roll roll = new Roll(authority, acts);
        seen.set(new Seen(before.rows() + more.size(), Optional.of(roll)));
        return roll;
    }

    /** @param rows that were read, those of an earlier authority among them */
    private record Seen(int rows, Optional<Roll> roll) {}
}
