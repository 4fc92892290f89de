package nullaosta.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import nullaosta.dossier.Answer;
import nullaosta.dossier.Command;
import nullaosta.dossier.Dossier;
import nullaosta.dossier.Dossiers;
import nullaosta.dossier.Ministry;
import nullaosta.dossier.Row;
import nullaosta.dossier.entry.EntryFormat;
import nullaosta.dossier.entry.Written;
import nullaosta.flight.Deviation;
import nullaosta.seal.VaultKey;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What a release before the vault stored in the clear is read, listed and closed by this one. */
class OlderCasesTest {

    private static final String BEFORE_SILENCE_WAS_COUNTED_APART = "7";

    private final Vault vault = new Vault(VaultKey.generate(new Random(4)), new Random(5));

    @Test
    void casesInTheClearAreClosedAndTheirRowsMadeAgain() throws Exception {
        try (Ministry ministry = new Ministry()) {
            Dossier dossier = ministry.done("watch.sala", Ministry.DEPARTURE.plusSeconds(120), ministry.airborne(),
                    new Command.ReportDeviation(new Deviation("s", Deviation.Kind.SILENT, Ministry.DEPARTURE,
                            "no report", Optional.empty())));
            EntryFormat format = ministry.dossiers.chancery().format();
            String name = TestPostgres.atVersion(BEFORE_SILENCE_WAS_COUNTED_APART);
            try (SingleConnectionDataSource owner = TestPostgres.owner(name)) {
                store(JdbcClient.create(owner), dossier, ministry.dossiers.row(dossier), format);
            }
            try (Database database = TestPostgres.again(name)) {
                PostgresCases cases = new PostgresCases(database.source(), format, vault);
                assertThat(OlderCases.closed(database)).isFalse();
                assertThat(bodies(database)).contains("DRAGO11");

                OlderCases older = new OlderCases(database, vault);
                assertThat(older.close()).isTrue();
                assertThat(older.close()).as("once").isFalse();
                assertThat(OlderCases.closed(database)).isTrue();
                assertThat(bodies(database)).doesNotContain("DRAGO11");
                assertThat(cases.read(dossier.id()).orElseThrow().entries()).isEqualTo(dossier.history());

                OlderCases.remake(cases.lists(), new Dossiers(cases, ministry.dossiers.chancery()));
                assertThat(cases.lists().every()).containsExactly(ministry.dossiers.row(dossier));
                assertThat(cases.lists().outdated()).isEmpty();
                older.sweep();
                assertThat(cases.lists().every()).containsExactly(ministry.dossiers.row(dossier));

                older.mustOpen("vault.key");
                assertThatThrownBy(() -> new OlderCases(database, new Vault(VaultKey.generate(new Random(6)),
                        new Random(7))).mustOpen("vault.key")).isInstanceOf(Installation.Refused.class)
                        .hasMessage("the cases in the database are closed under another key than vault.key; give the"
                                + " data folder that belongs to it with --data");
            }
        }
    }

    /** Parties of such a case have no key of their own, and go with it. */
    @Test
    void aProtectedPartyOfAnEarlierReleaseIsNotForgottenByItself() throws Exception {
        try (Ministry ministry = new Ministry()) {
            Dossier dossier = ministry.withPartyStruckOut();
            EntryFormat format = ministry.dossiers.chancery().format();
            String name = TestPostgres.atVersion(BEFORE_SILENCE_WAS_COUNTED_APART);
            try (SingleConnectionDataSource owner = TestPostgres.owner(name)) {
                store(JdbcClient.create(owner), dossier, ministry.dossiers.row(dossier), format);
            }
            try (Database database = TestPostgres.again(name)) {
                assertThat(new OlderCases(database, vault).close()).isTrue();
                PostgresCases cases = new PostgresCases(database.source(), format, vault);
                assertThat(new Dossiers(cases, ministry.dossiers.chancery()).perform(ministry.who("min.ferri"),
                        Ministry.DEPARTURE.plusSeconds(600), dossier.id(),
                        new Command.ForgetProtectedParty(1, "a law", "they asked for it")))
                        .isInstanceOfSatisfying(Answer.Refused.class,
                                it -> assertThat(it.refusal().inWords()).isEqualTo(
                                        "An entry of an earlier release, without a key of its own; expected one that can be"
                                                + " forgotten by itself. It is gone when its case is erased."));
            }
        }
    }

    private static void store(JdbcClient old, Dossier dossier, Row row, EntryFormat format) {
        old.sql("insert into dossier (id, pseudonym) values (?, 'p')").param(dossier.id().value()).update();
        for (Written written : dossier.history()) {
            old.sql("insert into dossier_entry values (?, ?, ?, ?, ?, ?, ?, ?, ?)").param(dossier.id().value())
                    .param(written.number()).param(Timestamp.from(written.at())).param(written.by())
                    .param(EntryFormat.kindOf(written.entry())).param(format.write(written)).param(new byte[16])
                    .param(new byte[]{1}).param(written.number()).update();
        }
        old.sql("""
                insert into dossier_row values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                  ?, ?, ?, ?, ?, ?)""")
                .param(row.id().value()).param(row.number()).param(row.mode().name())
                .param(row.operatorState()).param(row.operator()).param(row.aircraftType()).param(row.tail())
                .param(row.callSign()).param(row.base()).param(row.purpose()).param(row.armed()).param(row.route())
                .param(Timestamp.from(row.departure())).param(row.departureDay())
                .param(Timestamp.from(row.window().from())).param(Timestamp.from(row.window().until()))
                .param(Timestamp.from(row.receivedAt())).param(row.phase().name())
                .param(row.agreement().orElseThrow()).param(row.outcome()).param(row.waitsFor())
                .param(row.clearance().orElseThrow()).param(row.life().orElseThrow().name())
                .param(row.statusIndex().orElseThrow()).param(row.light().orElseThrow())
                .param(Timestamp.from(row.takenOffAt().orElseThrow())).param((Object) null).param(row.emergency())
                .param(1).param(1).param(row.refusalClauses()).param(row.version()).update();
    }

    private static String bodies(Database database) {
        return String.join("\n", JdbcClient.create(database.source()).sql("select body from dossier_entry")
                .query((rs, n) -> new String(rs.getBytes(1), StandardCharsets.ISO_8859_1)).list());
    }

    /** A row of every table, as a thief of the database reads it. */
    @Test
    void whoHasTheDatabaseAloneReadsNoCase() throws Exception {
        try (Ministry ministry = new Ministry()) {
            Dossier dossier = ministry.airborne();
            for (String table : List.of("dossier", "dossier_entry", "dossier_row", "snapshot", "register_leaf")) {
                String text = String.join("\n", ministry.sql().sql("select * from " + table)
                        .query((rs, n) -> {
                            StringBuilder row = new StringBuilder();
                            for (int i = 1; i <= rs.getMetaData().getColumnCount(); i++) {
                                row.append(new String(rs.getBytes(i) == null ? new byte[0] : rs.getBytes(i),
                                        StandardCharsets.ISO_8859_1)).append('|');
                            }
                            return row.toString();
                        }).list());
                assertThat(text).as(table).isNotEmpty().doesNotContain(dossier.mission().aircraft().tail(),
                        dossier.mission().aircraft().callSign(), dossier.mission().operator(),
                        dossier.mission().purpose(), "desk.rossi", "Ferri");
            }
            assertThat(Path.of("docs/threat-model.md")).content().contains("vault.key");
        }
    }
}
