package nullaosta.dossier;

import static nullaosta.dossier.Ministry.NOON;
import static nullaosta.dossier.Ministry.proposal;
import static nullaosta.dossier.Ministry.refused;
import static nullaosta.dossier.Ministry.signature;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import nullaosta.decision.Verdict;
import nullaosta.dossier.entry.Entry;
import nullaosta.mission.Missions;
import nullaosta.mission.Receipt;
import nullaosta.negotiation.Answer.Done;
import nullaosta.negotiation.Motion;
import nullaosta.negotiation.Negotiations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A case filed under one version, and another that comes into force before it is decided. */
class ReassessmentTest {

    private Ministry ministry;

    @BeforeEach
    void open() throws Exception {
        ministry = new Ministry();
    }

    @AfterEach
    void close() {
        ministry.close();
    }

    /** What is published while a command is carried out counts for the next one. */
    @Test
    void oneCommandAsksForTheAgreementsOnce() {
        Chancery chancery = ministry.dossiers.chancery();
        AtomicInteger asked = new AtomicInteger();
        Dossiers counting = new Dossiers(ministry.store,
                new Chancery(chancery.host(), chancery.people(), chancery.absences(), () -> {
                    asked.incrementAndGet();
                    return chancery.agreements();
                }, chancery.modes(), chancery.format(), chancery.issuer(), chancery.register(), chancery.roll(),
                        chancery.random()));
        Command.FileMission file = new Command.FileMission(Missions.armed(), new Receipt(NOON, "filed at the door"),
                Optional.empty());
        counting.preview(ministry.who("us.embassy"), NOON, file);
        assertThat(asked.getAndSet(0)).isEqualTo(1);
        Dossier dossier = Ministry.done(counting.file(ministry.who("us.embassy"), NOON, file));
        assertThat(asked.getAndSet(0)).isEqualTo(1);
        Ministry.done(counting.perform(ministry.who("desk.rossi"), NOON, dossier.id(),
                Ministry.statement("file.personnelOnGround", "true")));
        assertThat(asked.get()).isEqualTo(1);
    }

    /** From the day of the flight armed flights are not for protection either. */
    private void second() throws Exception {
        String text = Files.readString(Path.of("agreements/it-us-sigonella/v1.yaml"))
                .replace("terms: it-us-sigonella/1", "terms: it-us-sigonella/2")
                .replace("inForce: {from: 2016-02-22}", "inForce: {from: 2016-03-01}")
                .replace("An armed aircraft may depart only to protect personnel on the ground.",
                        "An armed aircraft departs to protect personnel on the ground and for nothing else.");
        Instant at = NOON.plusSeconds(60);
        String hash = Negotiations.read(text).orThrow().hash();
        String table = ministry.negotiations.negotiation("it-us-sigonella").table().orElseThrow().hash();
        done(ministry.negotiations.propose(ministry.who("treaty.bassi"), at,
                new Motion.Propose(text, Optional.of(table), "")));
        move("treaty.bassi", at, new Motion.SignDraft(hash));
        move("treaty.orsini", at, new Motion.SignLegal(hash));
        move("us.envoy", at, new Motion.SignForParty(hash));
        move("min.ferri", at, new Motion.SignForParty(hash));
    }

    private void move(String by, Instant at, Motion motion) {
        done(ministry.negotiations.move(ministry.who(by), at, "it-us-sigonella", motion));
    }

    private static void done(nullaosta.negotiation.Answer answer) {
        assertThat(answer).isInstanceOf(Done.class);
    }

    private static List<String> assessedUnder(Dossier dossier) {
        return dossier.history().stream()
                .flatMap(written -> written.entry() instanceof Entry.Assessed it ? Stream.of(it) : Stream.empty())
                .map(it -> it.agreement().orElse("none")).toList();
    }

    @Test
    void whatWasFoundStaysAndTheNewFindingsStandBesideIt() throws Exception {
        Dossier dossier = ministry.filed(Missions.armed());
        second();
        dossier = ministry.dossiers.read(dossier.id()).orElseThrow();
        assertThat(assessedUnder(dossier)).as("a publication touches no case").containsExactly("it-us-sigonella/1");
        assertThat(ministry.dossiers.governing(dossier)).contains("it-us-sigonella/2");
        assertThat(ministry.dossiers.versions(dossier)).containsExactly("it-us-sigonella/1", "it-us-sigonella/2");
        dossier = ministry.done("desk.rossi", NOON.plusSeconds(120), dossier,
                new Command.ReassessUnder("it-us-sigonella/2"));
        assertThat(assessedUnder(dossier)).containsExactly("it-us-sigonella/1", "it-us-sigonella/2");
        assertThat(dossier.assessed().orElseThrow().agreement()).contains("it-us-sigonella/2");
        assertThat(ministry.dossiers.read(dossier.id())).as("replayed").contains(dossier);
    }

    /** What was prepared under the earlier version is not approved any more; prepared anew, it rests on the later one. */
    @Test
    void aDecisionRestsOnTheVersionInForceForItsDeparture() throws Exception {
        Dossier dossier = ministry.prepared(Missions.armed());
        second();
        Refusal refusal = refused(ministry.ask("min.ferri", NOON.plusSeconds(1_800), dossier,
                signature(Verdict.APPROVE)));
        assertThat(refusal.found())
                .isEqualTo("the case is now governed by it-us-sigonella/2, prepared under it-us-sigonella/1");
        dossier = ministry.done("desk.rossi", NOON.plusSeconds(1_900), dossier,
                new Command.ReassessUnder("it-us-sigonella/2"));
        assertThat(dossier.draft()).as("prepared on other findings").isEmpty();
        dossier = ministry.done("desk.rossi", NOON.plusSeconds(2_000), dossier,
                new Command.ReassessUnder("it-us-sigonella/1"));
        dossier = ministry.done("desk.rossi", NOON.plusSeconds(2_100), dossier, proposal(Verdict.APPROVE));
        assertThat(assessedUnder(dossier)).as("what was only tried is no assessment").endsWith("it-us-sigonella/1",
                "it-us-sigonella/2");
        dossier = ministry.done("min.ferri", NOON.plusSeconds(2_200), dossier, signature(Verdict.APPROVE));
        dossier = ministry.done("pcm.valle", NOON.plusSeconds(2_300), dossier, signature(Verdict.APPROVE));
        assertThat(dossier.phase()).isEqualTo(Phase.CLEARED);
    }

    /** A flight that is cleared, tried under a version that came later: whoever might revoke it sees what that would say. */
    @Test
    void whatIsTriedLeavesTheCaseAsItIs() throws Exception {
        Dossier cleared = ministry.cleared();
        second();
        Dossier tried = ministry.done("desk.rossi", NOON.plusSeconds(4_000), cleared,
                new Command.ReassessUnder("it-us-sigonella/2"));
        assertThat(tried.history().getLast().entry()).isInstanceOfSatisfying(Entry.Tried.class,
                it -> assertThat(it.findings().agreement()).contains("it-us-sigonella/2"));
        assertThat(tried.assessed()).isEqualTo(cleared.assessed());
        assertThat(tried.phase()).isEqualTo(Phase.CLEARED);
        assertThat(ministry.dossiers.row(tried).agreement()).isEqualTo(ministry.dossiers.row(cleared).agreement());
        assertThat(ministry.dossiers.row(tried).outcome()).isEqualTo(ministry.dossiers.row(cleared).outcome());
    }
}
