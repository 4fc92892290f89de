package nullaosta.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import javax.sql.DataSource;
import nullaosta.agreement.Agreements;
import nullaosta.agreement.vocabulary.Basis;
import nullaosta.clearance.Grant;
import nullaosta.clearance.partner.Partners;
import nullaosta.decision.Verdict;
import nullaosta.dossier.entry.Entry;
import nullaosta.dossier.entry.EntryFormat;
import nullaosta.exercise.Conclusion;
import nullaosta.flight.Apron;
import nullaosta.mission.Aircraft;
import nullaosta.mission.DataMode;
import nullaosta.mission.Declared;
import nullaosta.mission.Grade;
import nullaosta.mission.Mission;
import nullaosta.mission.Missions;
import nullaosta.mission.Receipt;
import nullaosta.negotiation.InForce;
import nullaosta.negotiation.Negotiations;
import nullaosta.party.Host;
import nullaosta.party.HostFile;
import nullaosta.party.People;
import nullaosta.party.Person;
import nullaosta.party.Role;
import nullaosta.register.proof.LogSource;
import nullaosta.register.proof.RegisterVerifier;
import nullaosta.register.proof.TilePath;
import nullaosta.register.proof.Verification;
import nullaosta.seal.NoteKey;
import nullaosta.seal.VaultKey;
import nullaosta.store.Database;
import nullaosta.store.PostgresAbsences;
import nullaosta.store.PostgresAppointments;
import nullaosta.store.PostgresCases;
import nullaosta.store.PostgresLists;
import nullaosta.store.PostgresLog;
import nullaosta.store.PostgresNegotiations;
import nullaosta.store.TestPostgres;
import nullaosta.store.Vault;
import nullaosta.witness.Keeper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Italy's house: its people, agreements and cases on a fresh PostgreSQL, and the register of what it does. */
public final class Ministry implements AutoCloseable {

    /** Six hours before {@link Missions#armed} departs. */
    public static final Instant NOON = Instant.parse("2016-03-01T12:00:00Z");
    public static final Instant DEPARTURE = Instant.parse("2016-03-01T18:00:00Z");

    private static final Path SHIPPED = Path.of("agreements");
    private static final Path ITALY = Path.of("hosts/it");
    private static final List<String> TABLES = List.of("register_queue", "register_leaf", "register_node",
            "register_checkpoint", "dossier", "dossier_entry", "dossier_row", "case_serial", "ledger", "snapshot",
            "negotiation",
            "negotiation_step", "appointment", "movement_list", "absence", "absence_end", "person_key",
            "gate_device", "gate_device_act", "gate_check", "gate_break");

    public final Host host;
    public final People people;
    public final PostgresCases store;
    public final PostgresLists cases;
    public final Vault vault = new Vault(VaultKey.generate(new Random(1960)), new SecureRandom());
    public final Dossiers dossiers;
    public final Negotiations negotiations;
    public final PostgresAppointments appointments;
    public final Absences absences;
    private final Database database;
    private final PostgresLog log;
    private final NoteKey key;

    /** Issues no signed document: the number and the hash it rests on, in words. */
    static final class WordIssuer implements Chancery.Issuer {

        @Override
        public String issue(Grant grant, String dossierHash) {
            return "cleared: " + grant.clearance().number() + " on " + dossierHash;
        }

        @Override
        public byte[] registered(String token) {
            return ("issued " + token).getBytes(StandardCharsets.UTF_8);
        }
    }

    /** The shipped agreements, signed and published once for all tests of a run. */
    private static final class Concluded {
        static final String NAME = "concluded";
        static final Agreements AGREEMENTS = concluded();

        private static Agreements concluded() {
            try (Database database = TestPostgres.again(NAME)) {
                Agreements agreements = Agreements.read(SHIPPED);
                conclude(database, agreements, SHIPPED);
                return agreements;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    public Ministry() throws Exception {
        this(Partners.NONE);
    }

    /** With other hosts whose clearances it verifies. */
    public Ministry(Partners partners) throws Exception {
        this(ITALY, Concluded.AGREEMENTS, TestPostgres.copyOf(Concluded.NAME), partners);
    }

    /** With the agreements of another folder, signed by their parties. */
    Ministry(Path folder) throws Exception {
        this(ITALY, folder);
    }

    /** The same, with what stands in the host's folder. */
    Ministry(Path house, Path folder) throws Exception {
        this(house, Agreements.read(folder), TestPostgres.freshDatabase(), Partners.NONE);
        conclude(database, Agreements.read(folder), folder);
    }

    private static void conclude(Database database, Agreements agreements, Path folder) throws Exception {
        Host host = HostFile.host(ITALY);
        People people = HostFile.people(ITALY);
        PostgresNegotiations steps = new PostgresNegotiations(database.source());
        InForce inForce = new InForce(agreements, steps);
        new Conclusion(new Negotiations(steps, host, people, inForce, new Random(1957)), host, people)
                .of(inForce.get(), folder);
    }

    private Ministry(Path house, Agreements agreements, Database database, Partners partners) throws Exception {
        host = HostFile.host(house);
        people = HostFile.people(house);
        this.database = database;
        PostgresNegotiations steps = new PostgresNegotiations(database.source());
        InForce inForce = new InForce(agreements, steps);
        negotiations = new Negotiations(steps, host, people, inForce, new Random(1958));
        PostgresAbsences book = new PostgresAbsences(database.source(), new Random(1963));
        absences = new Absences(book, people);
        EntryFormat format = new EntryFormat(Missions.READER);
        store = new PostgresCases(database.source(), format, vault);
        cases = store.lists();
        log = new PostgresLog(database.source());
        appointments = new PostgresAppointments(database.source(), host.appointing());
        key = NoteKey.generate("example.org/register", new SecureRandom());
        dossiers = new Dossiers(store,
                new Chancery(host, people, book::all, inForce, EnumSet.allOf(DataMode.class), format,
                        new WordIssuer(), "example.org/register", appointments::roll, new Random(1954), partners));
    }

    public Person who(String id) {
        return people.find(id).orElseThrow();
    }

    // What people do, each as the one whose task it is

    Answer file(String by, Instant at, Mission mission) {
        Optional<String> original = who(by).role() == Role.DESK
                ? Optional.of("note verbale 112/2016")
                : Optional.empty();
        return dossiers.file(who(by), at,
                new Command.FileMission(mission, new Receipt(at, "filed at the door"), original));
    }

    public Dossier filed(Mission mission) {
        return done(file("us.embassy", NOON, mission));
    }

    public Answer ask(String by, Instant at, Dossier dossier, Command command) {
        return dossiers.perform(who(by), at, dossier.id(), command);
    }

    public Dossier done(String by, Instant at, Dossier dossier, Command command) {
        return done(ask(by, at, dossier, command));
    }

    static Dossier done(Answer answer) {
        return switch (answer) {
            case Answer.Done done -> done.dossier();
            case Answer.Refused(Refusal refusal) -> throw new AssertionError(refusal);
        };
    }

    static Refusal refused(Answer answer) {
        return switch (answer) {
            case Answer.Done done -> throw new AssertionError(done.entries());
            case Answer.Refused(Refusal refusal) -> refusal;
        };
    }

    static Command.MakeStatement statement(String fact, String value) {
        return new Command.MakeStatement(fact, value, "US embassy, Ms Carter", LocalDate.parse("2016-02-29"),
                Optional.empty(), Optional.empty(), Grade.parse("B2"), Basis.ASSURED);
    }

    static Command.PrepareDecision proposal(Verdict verdict) {
        return new Command.PrepareDecision(verdict, "the file is complete", List.of("radio contact with Brindisi"));
    }

    static Command.SignDecision signature(Verdict verdict) {
        return new Command.SignDecision(verdict, "for the reasons of the desk");
    }

    /** What stands on the apron is what was cleared. */
    static Apron apron(Mission mission) {
        return apron(mission, mission.aircraft());
    }

    static Apron apron(Mission mission, Aircraft stands) {
        return new Apron(mission.base(), Optional.of(stands.tail()), stands.address(), Optional.of(stands.type()),
                Optional.of(stands.callSign()), mission.armed(), Declared.YES);
    }

    /** An armed flight with its file complete, before the authority. */
    public Dossier prepared(Mission mission) {
        Dossier dossier = filed(mission);
        dossier = done("desk.rossi", NOON.plusSeconds(600), dossier, statement("file.personnelOnGround", "true"));
        return done("desk.rossi", NOON.plusSeconds(1_200), dossier, proposal(Verdict.APPROVE));
    }

    /** Cleared by both officers of the government a moment ago: the register has not taken it yet. */
    Dossier justCleared() {
        return justCleared(Missions.armed());
    }

    Dossier justCleared(Mission mission) {
        Dossier dossier = prepared(mission);
        dossier = done("min.ferri", NOON.plusSeconds(1_800), dossier, signature(Verdict.APPROVE));
        return done("pcm.valle", NOON.plusSeconds(2_400), dossier, signature(Verdict.APPROVE));
    }

    /** The same, and in the register. */
    public Dossier cleared() {
        Dossier dossier = justCleared();
        integrate();
        return dossier;
    }

    Dossier cleared(Mission mission) {
        Dossier dossier = justCleared(mission);
        integrate();
        return dossier;
    }

    /** Checked green and released, ten and five minutes before departure. */
    public Dossier released() {
        Dossier dossier = cleared();
        dossier = done("sig.leone", DEPARTURE.minusSeconds(600), dossier,
                new Command.CheckTakeoff(apron(dossier.mission())));
        return done("sig.leone", DEPARTURE.minusSeconds(300), dossier,
                new Command.CallTakeoff(Entry.Call.RELEASE, ""));
    }

    /** In the air since {@link #DEPARTURE}. */
    public Dossier airborne() {
        return done("sig.leone", DEPARTURE.plusSeconds(60), released(), new Command.EnterTakeoff(DEPARTURE));
    }

    /** In the air, with a protected party that was struck out since. */
    public Dossier withPartyStruckOut() {
        Dossier dossier = done("desk.rossi", NOON, filed(Missions.armed()), Examples.PARTY);
        dossier = done("desk.rossi", NOON.plusSeconds(1_200), dossier, proposal(Verdict.APPROVE));
        dossier = done("min.ferri", NOON.plusSeconds(1_800), dossier, signature(Verdict.APPROVE));
        dossier = done("pcm.valle", NOON.plusSeconds(2_400), dossier, signature(Verdict.APPROVE));
        integrate();
        dossier = done("sig.leone", DEPARTURE.minusSeconds(600), dossier,
                new Command.CheckTakeoff(apron(dossier.mission())));
        dossier = done("sig.leone", DEPARTURE.minusSeconds(300), dossier,
                new Command.CallTakeoff(Entry.Call.RELEASE, ""));
        dossier = done("sig.leone", DEPARTURE.plusSeconds(60), dossier, new Command.EnterTakeoff(DEPARTURE));
        return done("desk.rossi", DEPARTURE.plusSeconds(120), dossier,
                new Command.StrikeOutProtectedParty(1, "they left"));
    }

    // What is held of it

    /** Rows of every table; what counts numbers only is left out. */
    Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        for (String table : TABLES) {
            counts.put(table, JdbcClient.create(database.source()).sql("select count(*) from " + table)
                    .query(Long.class).single());
        }
        return counts;
    }

    public DataSource source() {
        return database.source();
    }

    public JdbcClient sql() {
        return JdbcClient.create(database.source());
    }

    /** Every entry of the register, once all of it has been verified by its own proofs. */
    public List<byte[]> register() {
        integrate();
        LogSource published = path -> path.equals("checkpoint")
                ? log.checkpoint()
                : TilePath.parse(path).flatMap(log::tile);
        List<byte[]> entries = new ArrayList<>();
        Verification verification = RegisterVerifier.verify(published, key.verifier(),
                (index, entry) -> entries.add(entry));
        assertThat(verification).isInstanceOfSatisfying(Verification.Sound.class,
                sound -> assertThat(sound.checkpoint().size()).isEqualTo(entries.size()));
        return entries;
    }

    void integrate() {
        Keeper keeper = new Keeper(log, log::hashes, key);
        do {
            keeper.round();
        } while (!log.drained());
    }

    /** The register is whole, and holds the envelope of every stored entry. */
    void verify() {
        List<String> leaves = register().stream().map(entry -> new String(entry, StandardCharsets.UTF_8)).toList();
        List<String> envelopes = sql()
                .sql("select envelope from dossier_entry union all select envelope from negotiation_step")
                .query((rs, n) -> rs.getBytes(1)).list()
                .stream().map(entry -> new String(entry, StandardCharsets.UTF_8)).toList();
        assertThat(leaves).doesNotHaveDuplicates().containsAll(envelopes);
        long tokens = sql().sql("select (select count(*) from dossier_entry where kind = 'ClearanceIssued')"
                + " + (select count(*) from appointment) + (select count(*) from movement_list)"
                + " + (select count(*) from absence) + (select count(*) from absence_end)"
                + " + (select count(*) from disclosure_request) + (select count(*) from disclosure_answer)"
                + " + (select count(*) from gate_device_act) + (select count(*) from gate_break)"
                + " + (select count(*) from gate_check where not in_case)").query(Long.class)
                .single();
        assertThat((long) leaves.size()).isEqualTo(envelopes.size() + tokens);
    }

    @Override
    public void close() {
        verify();
        database.close();
    }
}
