package nullaosta.store;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import nullaosta.dossier.Dossier;
import nullaosta.dossier.Dossiers;
import nullaosta.dossier.Movement;
import nullaosta.dossier.Row;
import nullaosta.dossier.entry.Entry;
import nullaosta.mission.DataMode;
import nullaosta.oversight.movements.EnteredMovement;
import nullaosta.oversight.movements.ListedMovement.Kind;
import nullaosta.oversight.movements.MovementList;
import nullaosta.oversight.movements.Reconciliation;
import nullaosta.seal.CanonicalJson;
import nullaosta.seal.Digest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Holds lists of movements against the cases, and keeps that it was done: the list's digest, its period and how many there
 * were of what, here and as an entry in the register. The list itself is not kept.
 */
public final class PostgresMovements {

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final PostgresLists lists;
    private final Dossiers dossiers;
    private final DataMode mode;

    public PostgresMovements(DataSource source, PostgresLists lists, Dossiers dossiers, DataMode mode) {
        this.jdbc = JdbcClient.create(source);
        this.transactions = new TransactionTemplate(new DataSourceTransactionManager(source));
        this.lists = lists;
        this.dossiers = dossiers;
        this.mode = mode;
    }

    /**
     * @param text the list as it was sent, whose digest is kept
     * @param by   id of who sent it
     */
    public Reconciliation reconcile(String text, MovementList list, String by, Instant now) {
        Reconciliation found = Reconciliation.of(list, entered(list), dossiers.chancery().host().bases());
        Digest digest = Digest.of(text.getBytes(StandardCharsets.UTF_8));
        transactions.executeWithoutResult(status -> {
            int added = jdbc.sql("""
                    insert into movement_list (mode, digest, first_at, last_at, movements, matched, without_clearance,
                      not_listed, sent_by, entered_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                    .param(mode.name()).param(digest.bytes()).param(Timestamp.from(list.from()))
                    .param(Timestamp.from(list.until())).param(list.movements().size()).param(found.matched().size())
                    .param(found.withoutClearance().size()).param(found.notListed().size()).param(by)
                    .param(Timestamp.from(now)).update();
            if (added == 1) {
                PostgresLog.enqueue(jdbc, List.of(CanonicalJson.bytes(Map.of("v", 1,
                        "kind", "MovementList", "list", digest.hex(), "at", now.toString(), "from",
                        list.from().toString(), "until", list.until().toString(), "movements", list.movements().size(),
                        "matched", found.matched().size(), "withoutClearance", found.withoutClearance().size(),
                        "notListed", found.notListed().size()))));
            }
        });
        return found;
    }

    private List<EnteredMovement> entered(MovementList list) {
        Instant from = list.from().minus(Reconciliation.WITHIN);
        Instant until = list.until().plus(Reconciliation.WITHIN);
        List<EnteredMovement> entered = new ArrayList<>();
        for (Row row : lists.every()) {
            boolean known = row.mode() == mode && row.clearance().isPresent() && !row.tail().isEmpty();
            boolean then = !row.window().from().isAfter(until) && !row.window().until().isBefore(from)
                    || Stream.of(row.takenOffAt(), row.landedAt()).flatMap(Optional::stream)
                            .anyMatch(at -> within(at, from, until));
            if (known && then) {
                dossiers.read(row.id()).map(Dossier::movement).ifPresent(movement -> moved(row, movement)
                        .filter(it -> within(it.at(), from, until)).forEach(entered::add));
            }
        }
        return entered;
    }

    /** Take-offs and landings of each part of a flight. */
    private static Stream<EnteredMovement> moved(Row row, Movement movement) {
        Stream<EnteredMovement> before = movement.hops().stream().flatMap(hop -> Stream
                .of(movement(row, hop.from(), Kind.DEP, hop.takenOffAt()), landed(row, hop.landed())));
        String base = movement.hops().isEmpty()
                ? row.base()
                : movement.hops().getLast().landed().onward().orElse(row.base());
        return Stream.of(before,
                movement.takenOffAt().stream().map(at -> movement(row, base, Kind.DEP, at)),
                movement.landed().stream().map(landed -> landed(row, landed))).flatMap(parts -> parts);
    }

    private static EnteredMovement landed(Row row, Entry.Landed landed) {
        return movement(row, landed.place(), Kind.ARR, landed.landedAt());
    }

    private static EnteredMovement movement(Row row, String place, Kind kind, Instant at) {
        return new EnteredMovement(row.number(), row.callSign(), row.tail(), place, kind, at);
    }

    private static boolean within(Instant at, Instant from, Instant until) {
        return !at.isBefore(from) && !at.isAfter(until);
    }
}
