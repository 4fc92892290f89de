package nullaosta.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nullaosta.agreement.Agreements;
import nullaosta.agreement.Terms;
import nullaosta.decision.Verdict;
import nullaosta.disclosure.Envelope;
import nullaosta.disclosure.FieldTree;
import nullaosta.dossier.CaseLists;
import nullaosta.dossier.CaseLists.Filter;
import nullaosta.dossier.CaseStore;
import nullaosta.dossier.Command;
import nullaosta.dossier.Dossier;
import nullaosta.dossier.Ministry;
import nullaosta.dossier.Phase;
import nullaosta.dossier.Row;
import nullaosta.dossier.entry.Entry;
import nullaosta.dossier.entry.Written;
import nullaosta.mission.DataMode;
import nullaosta.mission.Mission;
import nullaosta.mission.Missions;
import nullaosta.oversight.Replay;
import nullaosta.oversight.ReplayReport;
import nullaosta.seal.CanonicalJson;
import nullaosta.seal.Digest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What PostgreSQL keeps of cases: rows that are made again from entries, chains of envelopes, lists. */
class CasesTest {

    private Ministry ministry;

    @BeforeEach
    void open() throws Exception {
        ministry = new Ministry();
    }

    @AfterEach
    void verifyAndClose() {
        ministry.close();
    }

    private List<Row> rows(Filter filter) {
        return ministry.cases.rows(filter);
    }

    private List<String> numbers(Filter filter) {
        return rows(filter).stream().map(Row::number).toList();
    }

    /** One flight in the air, one refused, one waiting for facts, one exercise. */
    private void severalCases() {
        ministry.airborne();
        Dossier refused = ministry.filed(Missions.with(Missions.armed(), Map.of("purpose", "OFFENSIVE")));
        refused = ministry.done("desk.rossi", Ministry.NOON, refused,
                new Command.PrepareDecision(Verdict.REFUSE, "an offensive action", List.of()));
        ministry.done("min.ferri", Ministry.NOON, refused,
                new Command.SignDecision(Verdict.REFUSE, "as the desk says"));
        ministry.filed(Missions.pantelleria("N351DY").shifted(Duration.ofHours(-3)));
        ministry.filed(Missions.with(Missions.surveillance(), Map.of("dataMode", "EXERCISE", "operator", "50%_Ltd")));
    }

    @Test
    void rowsDeletedAndReplayedAreTheSameRows() {
        severalCases();
        List<Row> before = rows(Filter.ALL);
        assertThat(before).hasSize(4);
        ministry.sql().sql("delete from dossier_row").update();
        assertThat(rows(Filter.ALL)).isEmpty();
        ministry.store.all().forEach(
                id -> ministry.cases.project(ministry.dossiers.row(ministry.dossiers.read(id).orElseThrow())));
        assertThat(rows(Filter.ALL)).isEqualTo(before);
    }

    @Test
    void snapshotsDeletedAndMadeAgainGiveTheSameReplay() throws Exception {
        severalCases();
        ReplayReport before = replayed();
        assertThat(before.cases()).isEqualTo(2);
        assertThat(before.same()).isEqualTo(2);
        ministry.sql().sql("delete from snapshot").update();
        assertThat(replayed().cases()).isZero();
        ministry.store.all().forEach(id -> ministry.store.keep(id,
                ministry.dossiers.snapshot(ministry.dossiers.read(id).orElseThrow())));
        assertThat(replayed()).isEqualTo(before);
    }

    /** Facts of an assessment that no longer stands would speak for a case that no terms govern. */
    @Test
    void aCaseThatComesUnderNoTermsLosesItsSnapshot() throws Exception {
        Dossier dossier = ministry.filed(Missions.armed());
        assertThat(replayed().cases()).isEqualTo(1);
        Mission beforeAll = Missions.armed().shifted(Duration.ofDays(-365 * 30));
        dossier = ministry.done("desk.rossi", Ministry.NOON, dossier,
                new Command.AmendMission(beforeAll, "the year was mistyped"));
        assertThat(dossier.assessed().orElseThrow().agreement()).isEmpty();
        assertThat(replayed().cases()).isZero();
    }

    @Test
    void aSnapshotThatNoVocabularyFitsIsToldApart() throws Exception {
        severalCases();
        ministry.sql().sql("update snapshot set facts = substr(facts, 1, 3) where outcome = 'REFER'").update();
        ministry.sql().sql("update snapshot set vocabulary = 'other' where outcome = 'INELIGIBLE'").update();
        assertThat(replayed().reasons()).containsOnlyKeys("expected a closed text, found 3 bytes",
                "the vocabulary of then is no longer among the agreements");
    }

    private ReplayReport replayed() throws Exception {
        Agreements agreements = Agreements.read(Path.of("agreements"));
        Terms terms = agreements.terms("it-us-sigonella/1").orElseThrow();
        Replay replay = new Replay(terms, agreements::terms);
        new PostgresSnapshots(ministry.source(), ministry.vault, agreements).each("it-us-sigonella", DataMode.REAL,
                Optional.empty(),
                replay, replay::setApart);
        return replay.report();
    }

    @Test
    void theApplicationCannotChangeWhatWasEntered() {
        severalCases();
        for (String change : List.of("update dossier_entry set kind = 'nothing'", "delete from dossier_entry",
                "update dossier set pseudonym = 'x'", "delete from register_leaf",
                "update register_leaf set entry = ''",
                "delete from register_checkpoint", "truncate dossier_entry")) {
            assertThatThrownBy(() -> ministry.sql().sql(change).update()).as(change).rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    // The chain that the register shows

    @Test
    void theEnvelopesOfACaseAreAChainThatCommitsToItsEntries() {
        Dossier dossier = ministry.airborne();
        record Stored(byte[] body, byte[] salt, byte[] envelope) {}
        List<Stored> stored = ministry.sql()
                .sql("""
                        select key, entry.number, body, salt, envelope
                        from dossier_entry entry join dossier on dossier.id = entry.dossier
                        where id = ? order by number""")
                .param(dossier.id().value()).query((rs, n) -> {
                    Vault.CaseKey key = ministry.vault.key(dossier.id(), rs.getBytes(1));
                    return new Stored(ministry.vault.open(key, rs.getBytes(3), "body " + rs.getInt(2)),
                            ministry.vault.open(key, rs.getBytes(4), "salt " + rs.getInt(2)), rs.getBytes(5));
                }).list();
        assertThat(stored).hasSize(dossier.version());
        Digest previous = Digest.of(new byte[0]);
        for (int i = 0; i < stored.size(); i++) {
            Map<?, ?> shown = (Map<?, ?>) json(stored.get(i).envelope());
            assertThat(shown.keySet()).map(String::valueOf).containsExactlyInAnyOrder("v", "case", "n", "kind",
                    "minute", "previous", "commitment");
            assertThat(((Number) Objects.requireNonNull(shown.get("n"))).intValue()).isEqualTo(i + 1);
            assertThat(shown.get("previous")).isEqualTo(previous.hex());
            assertThat(shown.get("commitment"))
                    .isEqualTo(FieldTree.of(stored.get(i).salt(), stored.get(i).body()).commitment().hex());
            assertThat(stored.get(i).salt()).hasSize(16);
            previous = Digest.of(stored.get(i).envelope());
        }
        assertThat(stored.stream().map(s -> Digest.of(s.salt()))).doesNotHaveDuplicates();
    }

    private static Object json(byte[] bytes) {
        try {
            return Objects.requireNonNull(CanonicalJson.read(bytes));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theRegisterSaysNothingOfWhatACaseSays() {
        severalCases();
        String register = String.join("\n",
                ministry.register().stream().map(entry -> new String(entry, StandardCharsets.UTF_8))
                        .filter(entry -> !entry.startsWith("issued ")).toList());
        assertThat(register).contains("MissionFiled", "2016-03-01T12:00:00Z").doesNotContain("DRAGO11", "MQ-9",
                "IT-2016", "LIBYA", "OFFENSIVE", "rossi", "US");
    }

    // One transaction

    @Test
    void whatIsRolledBackLeavesNoTraceInTheRegister() {
        severalCases();
        int before = ministry.register().size();
        Dossier dossier = ministry.filed(Missions.surveillance());
        assertThat(ministry.register()).hasSize(before + 2);
        assertThatThrownBy(() -> ministry.store.transact(session -> {
            var stored = session.lock(dossier.id()).orElseThrow();
            var written = new Written(3, Ministry.NOON, "desk.rossi",
                    new Entry.MissionWithdrawn("never"));
            var envelope = new Envelope(stored.pseudonym(), 3, "MissionWithdrawn", Ministry.NOON, stored.last(),
                    Digest.of(new byte[0]));
            session.append(dossier.id(), List.of(new CaseStore.Line(written, new byte[]{1}, new byte[]{2}, envelope,
                    Optional.of("a token".getBytes(StandardCharsets.UTF_8)))));
            throw new IllegalStateException("the line went down");
        })).hasMessage("the line went down");
        assertThat(ministry.register()).hasSize(before + 2);
        assertThat(ministry.dossiers.read(dossier.id())).contains(dossier);
    }

    // Lists

    @Test
    void listsShowWhatTheirFilterAsksFor() {
        severalCases();
        assertThat(numbers(Filter.ALL)).as("soonest departure first").containsExactly("IT-2016-0003",
                "EX-IT-2016-0001", "IT-2016-0001", "IT-2016-0002");
        assertThat(numbers(Filter.ALL.ofState("GB"))).isEmpty();
        assertThat(numbers(Filter.ALL.ofState("US"))).hasSize(4);
        assertThat(numbers(Filter.ALL.atBase("PANTELLERIA"))).containsExactly("IT-2016-0003");
        assertThat(numbers(Filter.ALL.in(Set.of(Phase.REFUSED)))).containsExactly("IT-2016-0002");
        assertThat(numbers(Filter.ALL.in(Set.of(Phase.REFUSED, Phase.CLEARED)))).containsExactly("IT-2016-0001",
                "IT-2016-0002");
        assertThat(numbers(Filter.ALL.airborne())).containsExactly("IT-2016-0001");
        Instant three = Ministry.DEPARTURE.minusSeconds(3 * 3_600);
        assertThat(numbers(Filter.ALL.departing(three, Ministry.DEPARTURE))).as("until is excluded")
                .containsExactly("IT-2016-0003");
        assertThat(numbers(Filter.ALL.departing(Ministry.DEPARTURE, Ministry.DEPARTURE.plusSeconds(1)))).hasSize(3);
    }

    /** Years of decided cases must not hide the one that waits, nor a flight in the air. */
    @Test
    void aListThatIsCutKeepsWhatSomebodyHasToDoWith() {
        severalCases();
        for (int i = 1; i <= 600; i++) {
            Dossier withdrawn = ministry.filed(Missions.surveillance().shifted(Duration.ofDays(-1)));
            ministry.done("us.embassy", Ministry.NOON, withdrawn, new Command.WithdrawMission("never flown"));
        }
        assertThat(rows(Filter.ALL)).hasSize(500);
        assertThat(numbers(Filter.ALL)).contains("IT-2016-0001", "IT-2016-0003", "EX-IT-2016-0001");
        ministry.sql().sql("""
                update dossier_row set taken_off_at = window_from, departure = departure - interval '1 day'
                where phase = 'WITHDRAWN'""").update();
        assertThat(ministry.cases.airborne()).hasSize(601);
    }

    @Test
    void aSearchTakesItsWordsAsTheyStand() {
        severalCases();
        assertThat(numbers(Filter.ALL.saying("n351"))).containsExactly("IT-2016-0003");
        assertThat(numbers(Filter.ALL.saying("0001/1"))).containsExactly("IT-2016-0001");
        assertThat(numbers(Filter.ALL.saying("50%_l"))).containsExactly("EX-IT-2016-0001");
        assertThat(numbers(Filter.ALL.saying("%"))).isEmpty();
        assertThat(numbers(Filter.ALL.saying("' or 1=1 --"))).isEmpty();
    }

    @Test
    void aCaseIsFoundByItsNumberOrThatOfItsClearance() {
        Dossier dossier = ministry.airborne();
        assertThat(Stream.of("IT-2016-0001", "IT-2016-0001/1").map(ministry.store::find))
                .containsOnly(Optional.of(dossier.id()));
        assertThat(ministry.store.find("IT-2016-0002")).isEmpty();
    }

    @Test
    void commandsOnOneCaseFollowEachOther() throws Exception {
        Dossier dossier = ministry.filed(Missions.armed());
        List<Thread> clerks = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Mission named = Missions.with(dossier.mission(), Map.of("operator", "squadron " + i));
            clerks.add(Thread.ofVirtual().start(() -> ministry.ask("us.embassy", Ministry.NOON, dossier,
                    new Command.AmendMission(named, "a name"))));
        }
        for (Thread clerk : clerks) {
            clerk.join();
        }
        Dossier after = ministry.dossiers.read(dossier.id()).orElseThrow();
        assertThat(after.history()).extracting(written -> written.number()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(ministry.cases.rows(CaseLists.Filter.ALL)).singleElement()
                .satisfies(row -> assertThat(row.version()).isEqualTo(8));
    }
}
