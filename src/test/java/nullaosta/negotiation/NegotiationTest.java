package nullaosta.negotiation;

import static nullaosta.negotiation.Talks.TRAPANI;
import static nullaosta.negotiation.Talks.done;
import static nullaosta.negotiation.Talks.hash;
import static nullaosta.negotiation.Talks.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import nullaosta.agreement.Agreement;
import nullaosta.agreement.Agreements;
import nullaosta.agreement.Selection;
import nullaosta.agreement.Terms;
import nullaosta.disclosure.FieldTree;
import nullaosta.negotiation.Proposal.Fate;
import nullaosta.seal.CanonicalJson;
import nullaosta.seal.Digest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of texts on the table: kept, dated and attributed; signed by all, published once, and from then on law. */
class NegotiationTest {

    private Talks talks;

    @BeforeEach
    void open() throws Exception {
        talks = new Talks();
    }

    @AfterEach
    void verified() {
        talks.close();
    }

    /** The talks on Sigonella, as the shipped agreements tell them, from the first wish to the next. */
    @Test
    void theTalksOfAYearCanBeReadBack() {
        Negotiations afterARestart = new Negotiations(talks.store, talks.ministry.host, talks.people,
                talks.ministry.dossiers.chancery().inForce(), new Random(1));
        Negotiation read = afterARestart.negotiation("it-us-sigonella");
        String wish = "a7eabda27ceb…";
        String law = "b2259cb0fc4f…";
        assertThat(read.history().stream().map(NegotiationTest::line)).containsExactly(
                "1 2015-02-09 us.envoy US proposes v2.proposed " + wish + ": the version that US would like best",
                "2 2016-01-23 treaty.bassi IT answers " + wish + " with v1 " + law + ": what Italy can agree to",
                "3 2016-02-01 treaty.bassi signs the draft " + law,
                "4 2016-02-15 treaty.orsini signs as lawyer " + law, "5 2016-02-22 min.ferri signs for IT " + law,
                "6 2016-02-22 us.envoy signs for US " + law, "7 2016-02-22 us.envoy publishes v1 " + law
                        + " from 2016-02-22",
                "8 2016-02-29 us.envoy US proposes v2.proposed " + wish + ": asked for again");
        assertThat(read.proposals()).extracting(Proposal::fate).containsExactly(Fate.COUNTERED, Fate.PUBLISHED,
                Fate.ON_THE_TABLE);
    }

    private static String line(StepTaken taken) {
        return taken.number() + " " + taken.at().toString().substring(0, 10) + " " + taken.by() + " "
                + switch (taken.step()) {
                    case Step.Proposed it -> it.party() + " proposes " + named(it.version()) + ": " + it.note();
                    case Step.CounterProposed it -> it.party() + " answers " + VersionText.shortened(it.answers())
                            + " with " + named(it.version()) + ": " + it.note();
                    case Step.Rejected it -> it.party() + " rejects " + VersionText.shortened(it.hash()) + ": "
                            + it.reason();
                    case Step.Withdrawn it -> it.party() + " withdraws " + VersionText.shortened(it.hash()) + ": "
                            + it.reason();
                    case Step.DraftSigned it -> "signs the draft " + VersionText.shortened(it.hash());
                    case Step.LegalSigned it -> "signs as lawyer " + VersionText.shortened(it.hash());
                    case Step.PartySigned it -> "signs for " + it.party() + " " + VersionText.shortened(it.hash());
                    case Step.Published it -> "publishes " + it.version() + " " + VersionText.shortened(it.hash())
                            + " from " + it.from();
                };
    }

    private static String named(VersionText version) {
        return version.version() + " " + VersionText.shortened(version.hash());
    }

    @Test
    void whatWasRejectedAndWithdrawnStays() throws Exception {
        String first = text(1, "2016-06-01");
        String other = text(1, "2016-09-01");
        done(talks.propose("us.envoy", first));
        done(talks.move("treaty.bassi", new Motion.Reject(hash(first), "too soon")));
        done(talks.propose("treaty.bassi", other));
        done(talks.move("treaty.bassi", new Motion.Withdraw(hash(other), "a slip of the pen")));
        Negotiation live = done(talks.propose("us.envoy", first));
        assertThat(talks.negotiations.negotiation(TRAPANI)).isEqualTo(live);
        assertThat(live.proposals()).extracting(Proposal::fate).containsExactly(Fate.REJECTED, Fate.WITHDRAWN,
                Fate.ON_THE_TABLE);
        assertThat(live.history().stream().map(NegotiationTest::line)).contains(
                "2 2016-03-03 treaty.bassi IT rejects " + VersionText.shortened(hash(first)) + ": too soon",
                "4 2016-03-05 treaty.bassi IT withdraws " + VersionText.shortened(hash(other))
                        + ": a slip of the pen");
    }

    /** A state reads the texts that name it and what became of them; that others talked before, or after, is not among it. */
    @Test
    void aStateReadsTheRoundsThatNameIt() throws Exception {
        String first = text(1, "2016-06-01");
        String three = first.replace("[IT, US]", "[IT, US, GB]");
        String again = text(1, "2016-09-01");
        done(talks.propose("treaty.bassi", first));
        done(talks.counter("us.envoy", three, hash(first)));
        done(talks.move("treaty.bassi", new Motion.Reject(hash(three), "we are two")));
        assertThat(kinds("us.envoy")).containsExactly("1 Proposed", "2 CounterProposed", "3 Rejected");
        assertThat(kinds("gb.envoy")).containsExactly("2 CounterProposed", "3 Rejected");
        Negotiation after = talks.published(again);
        assertThat(kinds("gb.envoy")).containsExactly("2 CounterProposed", "3 Rejected", "9 Published");
        assertThat(kinds("fr.envoy")).containsExactly("9 Published");
        assertThat(kinds("desk.rossi")).containsExactly("9 Published");
        assertThat(kinds("treaty.orsini")).hasSize(9);
        done(talks.propose("us.envoy", text(2, "2017-01-01")));
        Negotiation seen = Competence.seen(talks.who("gb.envoy"), talks.negotiations.negotiation(TRAPANI));
        assertThat(seen.table()).isEmpty();
        assertThat(seen.proposal(hash(three))).isPresent();
        assertThat(seen.proposal(hash(first))).isEmpty();
        assertThat(seen.publications()).isEqualTo(after.publications());
    }

    private List<String> kinds(String person) {
        return Competence.seen(talks.who(person), talks.negotiations.negotiation(TRAPANI)).history().stream()
                .map(taken -> taken.number() + " " + StepFormat.kindOf(taken.step())).toList();
    }

    /** Signatures stand under one text: another on the table begins without any. */
    @Test
    void anAnswerTakesTheSignaturesWithIt() throws Exception {
        String first = text(1, "2016-06-01");
        talks.cleared(first);
        done(talks.move("min.ferri", new Motion.SignForParty(hash(first))));
        Negotiation answered = done(talks.counter("us.envoy", text(1, "2016-07-01"), hash(first)));
        assertThat(answered.drafter()).isEmpty();
        assertThat(answered.legal()).isEmpty();
        assertThat(answered.unsigned()).containsExactly("IT", "US");
        assertThat(answered.publications()).isEmpty();
    }

    @Test
    void twoLastSignaturesAtOncePublishOnce() throws Exception {
        for (int round = 1; round <= 5; round++) {
            String text = text(round, (2015 + round) + "-06-01");
            talks.cleared(text);
            Instant at = talks.nextDay();
            List<Callable<Answer>> both = List.of(sign("min.ferri", at, text), sign("us.envoy", at, text));
            try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
                for (var answer : threads.invokeAll(both)) {
                    done(answer.get());
                }
            }
            Negotiation after = talks.negotiations.negotiation(TRAPANI);
            assertThat(after.publications()).hasSize(round);
            assertThat(after.history()).extracting(StepTaken::number).doesNotHaveDuplicates();
            assertThat(after.history().getLast().step()).isInstanceOf(Step.Published.class);
        }
        assertThat(talks.negotiations.negotiation(TRAPANI).publications())
                .extracting(publication -> publication.period().toString())
                .containsExactly("from 2016-06-01 until 2017-06-01", "from 2017-06-01 until 2018-06-01",
                        "from 2018-06-01 until 2019-06-01", "from 2019-06-01 until 2020-06-01", "from 2020-06-01");
    }

    @Test
    void twoFirstProposalsAtOnceOpenOneNegotiation() throws Exception {
        Instant at = talks.nextDay();
        List<Callable<Answer>> both = List.of(
                () -> talks.negotiations.propose(talks.who("us.envoy"), at,
                        new Motion.Propose(text(1, "2016-06-01"), Optional.empty(), "")),
                () -> talks.negotiations.propose(talks.who("treaty.bassi"), at,
                        new Motion.Propose(text(1, "2016-07-01"), Optional.empty(), "")));
        List<Answer> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (var answer : threads.invokeAll(both)) {
                answers.add(answer.get());
            }
        }
        assertThat(answers).filteredOn(Answer.Done.class::isInstance).hasSize(1);
        assertThat(answers).filteredOn(Answer.Refused.class::isInstance).singleElement()
                .isInstanceOfSatisfying(Answer.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(Refusal.Code.TABLE_TAKEN));
        assertThat(talks.store.read(TRAPANI)).hasSize(1);
    }

    private Callable<Answer> sign(String person, Instant at, String text) {
        return () -> talks.negotiations.move(talks.who(person), at, TRAPANI, new Motion.SignForParty(hash(text)));
    }

    @Test
    void aTextIsLawFromItsPublicationAndEndsTheOneBefore() throws Exception {
        InForce inForce = new InForce(new Agreements(List.of()), talks.store);
        assertThat(inForce.get().agreement(TRAPANI)).isEmpty();
        talks.cleared(text(1, "2016-06-01"));
        assertThat(inForce.get().agreement(TRAPANI)).isEmpty();
        String first = hash(text(1, "2016-06-01"));
        done(talks.move("min.ferri", new Motion.SignForParty(first)));
        done(talks.move("us.envoy", new Motion.SignForParty(first)));
        assertThat(law(inForce, "2016-05-31T12:00:00Z")).isEmpty();
        assertThat(law(inForce, "2016-06-01T12:00:00Z")).containsExactly("it-us-trapani/1");
        Negotiation second = talks.published(text(2, "2017-01-01"));
        assertThat(second.history().getLast().step()).isEqualTo(new Step.Published("v2", hash(text(2, "2017-01-01")),
                LocalDate.parse("2017-01-01"), Optional.empty(), Optional.of("v1"),
                Optional.of(Negotiations.read(text(2, "2017-01-01")).orThrow().vocabulary().hash())));
        assertThat(law(inForce, "2016-12-31T12:00:00Z")).containsExactly("it-us-trapani/1");
        assertThat(law(inForce, "2017-01-01T12:00:00Z")).containsExactly("it-us-trapani/2");
        assertThat(inForce.get().terms("it-us-trapani/1").orElseThrow().hash()).isEqualTo(first);
    }

    /** The shared vocabularies come with the program: another release must not give signed words another meaning. */
    @Test
    void aTextWhoseVocabularyIsAnotherNowIsNotGoneOnWith() throws Exception {
        InForce inForce = new InForce(new Agreements(List.of()), talks.store);
        talks.published(text(1, "2016-06-01"));
        assertThat(inForce.reworded()).isEmpty();
        String text = text(2, "2017-01-01");
        VersionText second = VersionText.of(Negotiations.read(text).orThrow(), text);
        published(with(second, text, Optional.empty()));
        assertThat(inForce.reworded()).as("signed before it was kept").isEmpty();
        String vocabulary = second.vocabulary().orElseThrow();
        published(with(second, text, Optional.of("0".repeat(64))));
        assertThat(inForce.reworded()).contains("v2 of it-us-trapani was signed with a vocabulary of the hash"
                + " 000000000000…, and this release gives its words another meaning, with the hash "
                + VersionText.shortened(vocabulary) + "; start the release under which it was signed");
    }

    @Test
    void aPublishedTextThatCannotBeReadIsNotGoneOnWith() throws Exception {
        String text = text(1, "2016-06-01");
        published(with(VersionText.of(Negotiations.read(text).orThrow(), text),
                text.replace("kind: grant", "kind: grand"), Optional.empty()));
        assertThat(new InForce(new Agreements(List.of()), talks.store).reworded()).contains("v1 of it-us-trapani, which"
                + " is published, cannot be read by this release (found `grand`, expected one of grant, require,"
                + " prohibit, refer); start the release under which it was signed");
    }

    private static VersionText with(VersionText version, String text, Optional<String> vocabulary) {
        return new VersionText(version.version(), version.hash(), version.parties(), version.from(), version.until(),
                text, vocabulary);
    }

    /** As another release would have stored it. */
    private void published(VersionText version) {
        talks.append("treaty.bassi", new Step.Proposed("IT", version, ""));
        talks.append("us.envoy", new Step.Published(version.version(), version.hash(), version.from().orElseThrow(),
                version.until(), Optional.empty(), version.vocabulary()));
    }

    private static List<String> law(InForce inForce, String instant) {
        return inForce.get().agreement(TRAPANI).orElseThrow().inForceAt(Instant.parse(instant)).stream()
                .map(Terms::id).toList();
    }

    /** Of the shipped folder nothing is law where nothing was published. */
    @Test
    void aFileThatNobodyPublishedGovernsNothing() throws Exception {
        NegotiationStore nothing = new Nothing();
        Agreements agreements = new InForce(Agreements.read(Path.of("agreements")), nothing).get();
        assertThat(agreements.select("US", "SIGONELLA", Instant.parse("2016-03-01T18:00:00Z")))
                .isEqualTo(new Selection.None("no agreement with US at SIGONELLA is in force on 2016-03-01;"
                        + " it-us-sigonella v1 is not in force: not published"));
        Agreement agreement = agreements.agreement("it-us-sigonella").orElseThrow();
        assertThat(agreement.versions().stream().map(terms -> terms.version() + " " + agreement.standing(terms)))
                .containsExactly("v1 not in force: not published", "v2.proposed proposed, not in force");
    }

    /** A command in a transaction that asks for the law must not wait for somebody who waits for a connection. */
    @Test
    void nobodyWaitsForAnotherWhoAsksForTheLaw() throws Exception {
        CountDownLatch asking = new CountDownLatch(1);
        CountDownLatch connection = new CountDownLatch(1);
        NegotiationStore scarce = new Nothing() {
            @Override
            public int publications() {
                if (Thread.currentThread().getName().equals("without a connection")) {
                    asking.countDown();
                    await(connection);
                }
                return 0;
            }
        };
        InForce inForce = new InForce(Agreements.read(Path.of("agreements")), scarce);
        FutureTask<Agreements> page = new FutureTask<>(inForce::get);
        FutureTask<Agreements> command = new FutureTask<>(inForce::get);
        Thread.ofPlatform().daemon().name("without a connection").start(page);
        await(asking);
        Thread.ofPlatform().daemon().name("in a transaction").start(command);
        assertThat(command.get(10, TimeUnit.SECONDS).all()).isNotEmpty();
        connection.countDown();
        assertThat(page.get()).as("made once").isSameAs(command.get());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A store in which nothing was ever proposed. */
    private static class Nothing implements NegotiationStore {
        @Override
        public <T> T transact(Function<Session, T> work) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<StepTaken> read(String agreement) {
            return List.of();
        }

        @Override
        public List<String> agreements() {
            return List.of();
        }

        @Override
        public int publications() {
            return 0;
        }
    }

    @Test
    void theApplicationCannotChangeWhatWasEntered() {
        for (String change : List.of("update negotiation_step set author = 'nobody'", "delete from negotiation_step",
                "update negotiation set pseudonym = 'x'", "delete from negotiation", "truncate negotiation_step")) {
            assertThatThrownBy(() -> talks.ministry.sql().sql(change).update()).as(change).rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void theEnvelopesOfANegotiationAreAChainThatCommitsToItsSteps() throws Exception {
        talks.published(text(1, "2016-06-01"));
        record Stored(byte[] body, byte[] salt, byte[] envelope) {}
        List<Stored> stored = talks.ministry.sql()
                .sql("select body, salt, envelope from negotiation_step where agreement = ? order by number")
                .param(TRAPANI).query((rs, n) -> new Stored(rs.getBytes(1), rs.getBytes(2), rs.getBytes(3))).list();
        assertThat(stored).hasSize(6);
        Digest previous = Digest.of(new byte[0]);
        for (Stored step : stored) {
            Map<?, ?> shown = (Map<?, ?>) Objects.requireNonNull(CanonicalJson.read(step.envelope()));
            assertThat(shown.keySet()).map(String::valueOf).containsExactlyInAnyOrder("v", "case", "n", "kind",
                    "minute", "previous", "commitment");
            assertThat(shown.get("previous")).isEqualTo(previous.hex());
            assertThat(shown.get("commitment")).isEqualTo(FieldTree.of(step.salt(), step.body()).commitment().hex());
            assertThat(new String(step.envelope(), StandardCharsets.UTF_8)).doesNotContain(TRAPANI, "bassi");
            previous = Digest.of(step.envelope());
        }
    }
}
