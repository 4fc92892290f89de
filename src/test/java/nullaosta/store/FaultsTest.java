package nullaosta.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nullaosta.airspace.Circle;
import nullaosta.airspace.Position;
import nullaosta.decision.Verdict;
import nullaosta.dossier.Answer;
import nullaosta.dossier.Command;
import nullaosta.dossier.Dossier;
import nullaosta.dossier.Dossiers;
import nullaosta.dossier.Ministry;
import nullaosta.dossier.entry.Entry;
import nullaosta.dossier.entry.EntryFormat;
import nullaosta.mission.Grade;
import nullaosta.mission.Missions;
import nullaosta.quantity.Distance;
import nullaosta.register.Integrator;
import nullaosta.register.proof.RegisterVerifier;
import nullaosta.register.proof.Verification;
import nullaosta.seal.NoteKey;
import nullaosta.store.Fault.Way;
import nullaosta.witness.LastWord;
import nullaosta.witness.Publication;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every write on the way of an entry fails once, in two ways: it did not go through, or it did and was reported as failed.
 * Then the server starts again, and the whole register is verified: nothing that was acknowledged is lost, nothing is twice.
 */
class FaultsTest {

    private static final String SECOND_PLACE = "second place";

    /** One statement, which is its own transaction. */
    private static final List<String> QUEUEING = List.of("insert into register_queue");
    private static final List<String> INTEGRATING = List.of("with taken as (delete from register_queue",
            "insert into register_node", "update register_state", Fault.COMMIT);
    private static final List<String> PUBLISHING = List.of(SECOND_PLACE, "insert into register_checkpoint");
    /** Entries and their envelopes are one statement. */
    private static final List<String> COMMANDING = List.of("with queued as (insert into register_queue",
            "insert into dossier_row", Fault.COMMIT);

    private static final List<String> ENTERING = List.of("insert into person_key",
            "with queued as (insert into register_queue", "insert into dossier_row", Fault.COMMIT);
    private static final List<String> FORGETTING = List.of("with queued as (insert into register_queue",
            "update person_key", "insert into dossier_row", Fault.COMMIT);

    /** Enough that each batch completes a tile. */
    private static final int BATCH = 300;

    @TempDir
    Path folder;

    /** One server on the database, with a fault in one of its steps. */
    private record Step(String name, List<String> points) {}

    @TestFactory
    Stream<DynamicTest> nothingAcknowledgedIsLostAndNothingIsTwice() {
        return Stream.of(new Step("queueing", QUEUEING), new Step("integrating", INTEGRATING),
                new Step("publishing", PUBLISHING)).flatMap(
                        step -> step.points().stream()
                                .flatMap(point -> Stream.of(Way.values()).map(way -> DynamicTest.dynamicTest(
                                        step.name() + ", " + point + ", " + way, () -> fail(step, new Fault(point, way),
                                                point.equals(SECOND_PLACE))))));
    }

    private void fail(Step step, Fault fault, boolean atSecondPlace) throws Exception {
        NoteKey key = NoteKey.generate("example.org/register", new SecureRandom());
        Path last = Files.createTempDirectory(folder, "fault").resolve("last");
        try (Database database = TestPostgres.freshDatabase()) {
            List<byte[]> acknowledged = new ArrayList<>(batch("before"));
            PostgresLog sound = new PostgresLog(database.source());
            sound.addAll(acknowledged);
            rounds(sound, key, last);
            PostgresLog faulty = new PostgresLog(fault.in(database.source()));
            boolean queued = tried(() -> (step.name().equals("queueing") ? faulty : sound).addAll(batch("fault")));
            if (queued) {
                acknowledged.addAll(batch("fault"));
            }
            boolean integrated = tried(
                    () -> new Integrator(step.name().equals("integrating") ? faulty : sound).round());
            SecondPlace second = new SecondPlace(last, sound);
            assertThat(second.fault(key.verifier())).isEmpty();
            boolean[] broken = {false};
            boolean published = tried(() -> publication(step.name().equals("publishing") ? faulty : sound, key,
                    atSecondPlace ? breaking(second, fault.way(), broken) : second).round());
            assertThat(fault.fired() || broken[0]).as("the fault was met").isTrue();
            assertThat(List.of(queued, integrated, published)).as("and was told").containsOnlyOnce(false);

            List<byte[]> found = restarted(database, key, last);
            assertThat(words(found)).containsAll(words(acknowledged)).doesNotHaveDuplicates();
            boolean thereAllTheSame = !queued && fault.way() == Way.PERSISTED_BUT_REPORTED_FAILED;
            assertThat(found).hasSize(acknowledged.size() + (thereAllTheSame ? BATCH : 0));
        }
    }

    private static LastWord breaking(SecondPlace second, Way way, boolean[] broken) {
        return checkpoint -> {
            if (way == Way.PERSISTED_BUT_REPORTED_FAILED) {
                second.replaceWith(checkpoint);
            }
            broken[0] = true;
            throw new IOException("the disk went away");
        };
    }

    /** As the server starts: it must not refuse, and it ends with a register that is whole. */
    private static List<byte[]> restarted(Database database, NoteKey key, Path last) throws Exception {
        PostgresLog log = new PostgresLog(database.source());
        rounds(log, key, last);
        List<byte[]> entries = new ArrayList<>();
        assertThat(RegisterVerifier.verify(log::read, key.verifier(), (index, entry) -> entries.add(entry)))
                .isInstanceOf(Verification.Sound.class);
        assertThat(log.waiting()).isZero();
        return entries;
    }

    private static void rounds(PostgresLog log, NoteKey key, Path last) throws Exception {
        SecondPlace second = new SecondPlace(last, log);
        assertThat(second.fault(key.verifier())).isEmpty();
        new Integrator(log).round();
        assertThat(publication(log, key, second).round()).isTrue();
        assertThat(log.drained()).isTrue();
    }

    private static Publication publication(PostgresLog log, NoteKey key, LastWord last) {
        return new Publication(log, log::hashes, new Publication.Signers(key, Optional.empty()), Optional.empty(), last,
                InstantSource.system());
    }

    @FunctionalInterface
    private interface Try {
        void run() throws Exception;
    }

    private static boolean tried(Try step) throws Exception {
        try {
            step.run();
            return true;
        } catch (RuntimeException e) {
            assertThat(e).satisfiesAnyOf(it -> assertThat(it).hasStackTraceContaining("the connection broke at `"),
                    it -> assertThat(it).hasStackTraceContaining("the disk went away"));
            return false;
        }
    }

    private static List<byte[]> batch(String name) {
        return IntStream.range(0, BATCH).mapToObj(i -> (name + " " + i).getBytes(StandardCharsets.UTF_8)).toList();
    }

    private static List<String> words(List<byte[]> entries) {
        return entries.stream().map(entry -> new String(entry, StandardCharsets.UTF_8)).toList();
    }

    /** An officer signs, is told that it failed, and signs again: the case shows one signature, and so does the register. */
    @TestFactory
    Stream<DynamicTest> aCommandThatFailedStandsOnceOrNotAtAll() {
        return COMMANDING.stream().flatMap(point -> Stream.of(Way.values()).map(
                way -> DynamicTest.dynamicTest(point + ", " + way, () -> signTwice(new Fault(point, way)))));
    }

    private static void signTwice(Fault fault) throws Exception {
        try (Ministry ministry = new Ministry()) {
            Dossier dossier = ministry.prepared(Missions.armed());
            Dossiers faulty = new Dossiers(new PostgresCases(fault.in(ministry.source()),
                    ministry.dossiers.chancery().format(), ministry.vault), ministry.dossiers.chancery());
            Instant at = Ministry.NOON.plusSeconds(1_800);
            Command sign = new Command.SignDecision(Verdict.APPROVE, "for the reasons of the desk");
            assertThat(tried(() -> faulty.perform(ministry.who("min.ferri"), at, dossier.id(), sign))).isFalse();
            assertThat(fault.fired()).isTrue();
            boolean stands = fault.way() == Way.PERSISTED_BUT_REPORTED_FAILED && signatures(ministry, dossier) == 1;
            ministry.register();
            Answer again = ministry.ask("min.ferri", at.plusSeconds(60), dossier, sign);
            assertThat(again).isInstanceOf(stands ? Answer.Refused.class : Answer.Done.class);
            assertThat(signatures(ministry, dossier)).isEqualTo(1);
        }
    }

    /** A party is entered under a key of its own and forgotten again; whatever broke, the case is read as it then stands. */
    @TestFactory
    Stream<DynamicTest> aPartyIsEnteredAndForgottenWholeOrNotAtAll() {
        Command party = new Command.EnterProtectedParty("the field hospital", "LIBYA",
                new Circle(new Position(32.375, 15.092), new Distance(500)), Missions.armed().window(), "liaison",
                Grade.parse("B2"));
        return Stream.concat(
                ENTERING.stream().flatMap(point -> ways(point, "entering", "desk.rossi", party)),
                FORGETTING.stream().flatMap(point -> ways(point, "forgetting", "min.ferri",
                        new Command.ForgetProtectedParty(1, "a law", "they asked for it"))));
    }

    private static Stream<DynamicTest> ways(String point, String what, String by, Command command) {
        return Stream.of(Way.values()).map(way -> DynamicTest.dynamicTest(what + ", " + point + ", " + way,
                () -> personal(new Fault(point, way), by, command)));
    }

    private static void personal(Fault fault, String by, Command command) throws Exception {
        try (Ministry ministry = new Ministry()) {
            Dossier dossier = command instanceof Command.ForgetProtectedParty
                    ? ministry.withPartyStruckOut()
                    : ministry.filed(Missions.armed());
            Dossiers faulty = new Dossiers(new PostgresCases(fault.in(ministry.source()),
                    ministry.dossiers.chancery().format(), ministry.vault), ministry.dossiers.chancery());
            Instant at = Ministry.DEPARTURE.plusSeconds(600);
            assertThat(tried(() -> faulty.perform(ministry.who(by), at, dossier.id(), command))).isFalse();
            assertThat(fault.fired()).isTrue();
            ministry.register();
            Dossier then = ministry.dossiers.read(dossier.id()).orElseThrow();
            boolean stands = then.version() > dossier.version();
            assertThat(stands).isEqualTo(fault.way() == Way.PERSISTED_BUT_REPORTED_FAILED
                    && fault.point().equals(Fault.COMMIT));
            if (!stands) {
                assertThat(then).isEqualTo(dossier);
                then = ((Answer.Done) ministry.ask(by, at.plusSeconds(60), dossier, command)).dossier();
            }
            assertThat(ministry.dossiers.read(dossier.id())).contains(then);
            assertThat(then.history().stream().map(written -> EntryFormat.kindOf(written.entry()))
                    .filter(kind -> kind.startsWith("ProtectedPartyEntered") || kind.startsWith("PartyForgotten")))
                    .as("once").hasSize(1);
        }
    }

    private static long signatures(Ministry ministry, Dossier dossier) {
        return ministry.dossiers.read(dossier.id()).orElseThrow().history().stream()
                .filter(written -> written.entry() instanceof Entry.DecisionSigned).count();
    }
}
