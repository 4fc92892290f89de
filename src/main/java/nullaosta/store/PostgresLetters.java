package nullaosta.store;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import nullaosta.dossier.DossierId;
import nullaosta.notice.Letter;
import nullaosta.notice.Letters;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Letters in PostgreSQL. */
public final class PostgresLetters implements Letters {

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    PostgresLetters(DataSource source) {
        this.jdbc = JdbcClient.create(source);
        this.transactions = new TransactionTemplate(new DataSourceTransactionManager(source));
    }

    @Override
    public List<Moved> moved(int limit) {
        return jdbc.sql("""
                select dossier, number, dossier_row.version from dossier_row left join letter_made using (dossier)
                where letter_made.version is distinct from dossier_row.version limit ?""").param(limit)
                .query((rs, n) -> new Moved(new DossierId(rs.getObject(1, UUID.class)), rs.getString(2), rs.getInt(3)))
                .list();
    }

    @Override
    public void make(Moved moved, List<Draft> drafts, Instant now) {
        transactions.executeWithoutResult(status -> {
            for (Draft draft : drafts) {
                // what was not delivered yet and is overtaken now would send somebody to a step that is done
                jdbc.sql("""
                        delete from letter where dossier = ? and carrier = ? and recipient = ? and sent_at is null
                          and subject <> ?""").param(moved.id().value()).param(draft.carrier()).param(draft.to())
                        .param(draft.subject()).update();
                jdbc.sql("""
                        insert into letter (dossier, about, carrier, recipient, subject, made_at, due_at)
                        select :dossier, :about, :carrier, :to, :subject, :now, :now
                        where :subject is distinct from (
                          select subject from letter where dossier = :dossier and carrier = :carrier and recipient = :to
                          order by number desc limit 1)""")
                        .param("dossier", moved.id().value()).param("about", moved.number())
                        .param("carrier", draft.carrier())
                        .param("to", draft.to()).param("subject", draft.subject()).param("now", Timestamp.from(now))
                        .update();
            }
            jdbc.sql("""
                    insert into letter_made (dossier, version) values (?, ?)
                    on conflict (dossier) do update set version = excluded.version""").param(moved.id().value())
                    .param(moved.version())
                    .update();
        });
    }

    @Override
    public List<Letter> due(Instant now, int limit) {
        return jdbc.sql("""
                select number, carrier, recipient, about, subject, made_at, tries from letter
                where sent_at is null and due_at <= ? and made_at > ? order by number limit ?""")
                .param(Timestamp.from(now)).param(Timestamp.from(now.minus(KEPT))).param(limit)
                .query((rs, n) -> new Letter(rs.getLong(1), rs.getString(2), rs.getString(3), rs.getString(4),
                        rs.getString(5), rs.getTimestamp(6).toInstant(), rs.getInt(7)))
                .list();
    }

    @Override
    public void sent(Letter letter, Instant at) {
        jdbc.sql("update letter set sent_at = ?, trouble = null where number = ?").param(Timestamp.from(at))
                .param(letter.number()).update();
    }

    @Override
    public void failed(Letter letter, String why, Instant now, Duration pause) {
        jdbc.sql("update letter set tries = tries + 1, trouble = ?, due_at = ? where number = ?").param(why)
                .param(Timestamp.from(now.plus(pause))).param(letter.number()).update();
    }

    @Override
    public long waiting(Instant now) {
        return jdbc.sql("select count(*) from letter where sent_at is null and made_at > ?")
                .param(Timestamp.from(now.minus(KEPT))).query(Long.class).single();
    }
}
