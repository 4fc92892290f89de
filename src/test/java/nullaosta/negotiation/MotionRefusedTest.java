package nullaosta.negotiation;

import static nullaosta.negotiation.Talks.done;
import static nullaosta.negotiation.Talks.hash;
import static nullaosta.negotiation.Talks.refused;
import static nullaosta.negotiation.Talks.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nullaosta.negotiation.Refusal.Code;
import nullaosta.party.Host;
import nullaosta.party.HostFile;
import nullaosta.party.People;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every reason for which a motion is refused, word for word; nothing is stored then. */
class MotionRefusedTest {

    private static final Set<Code> SEEN = EnumSet.noneOf(Code.class);
    private static final String NOWHERE = "0".repeat(64);

    private static final String UNKNOWN = "No negotiation of `it-us-trapani` that concerns you; expected an agreement"
            + " that your state negotiates. Look for it in the list, or propose its first version.";

    private Talks talks;
    private String first = "";
    private String second = "";

    @BeforeEach
    void open() throws Exception {
        talks = new Talks();
        first = text(1, "2016-06-01");
        second = text(2, "2017-01-01");
    }

    @AfterEach
    void verified() {
        talks.close();
    }

    @AfterAll
    static void everyReasonIsSeen() {
        assertThat(SEEN).isEqualTo(EnumSet.allOf(Code.class));
    }

    private void says(Code code, Answer answer, String words) {
        SEEN.add(code);
        Refusal refusal = refused(answer);
        assertThat(refusal.code()).as(refusal.inWords()).isEqualTo(code);
        assertThat(refusal.inWords()).isEqualTo(words);
    }

    private Motion draft() {
        return new Motion.SignDraft(hash(first));
    }

    private Motion legal() {
        return new Motion.SignLegal(hash(first));
    }

    private Motion party() {
        return new Motion.SignForParty(hash(first));
    }

    @Test
    void whoeverHasNoPartInIt() {
        says(Code.NOT_FOR_YOUR_ROLE, talks.propose("desk.rossi", first), "Clearance desk asks for `Propose`; expected"
                + " one of Envoy, Treaty office. Sign in as somebody whose task it is.");
        says(Code.NOT_A_PARTY, talks.propose("gb.envoy", first),
                "A person of GB; expected one of IT, US. Leave it to the parties of the agreement.");
        says(Code.NO_MANDATE, talks.propose("treaty.old", first),
                "Dott. V. Vecchio, who holds no live mandate `drafter`; expected the host's drafter. Let a drafter speak for the host.");
        says(Code.UNKNOWN_AGREEMENT, talks.move("treaty.bassi", draft()), UNKNOWN);
        assertThat(talks.store.read(Talks.TRAPANI)).isEmpty();
        assertThat(talks.store.agreements()).doesNotContain(Talks.TRAPANI);
        done(talks.propose("treaty.bassi", first));
        says(Code.UNKNOWN_AGREEMENT, talks.move("gb.envoy", new Motion.Reject(hash(first), "no")), UNKNOWN);
        says(Code.NOT_A_PARTY, talks.move("treaty.us", draft()),
                "A treaty office of US; expected the host's own, of IT. Leave it to the host.");
        says(Code.NO_MANDATE, talks.move("treaty.orsini", draft()),
                "Avv. R. Orsini, who holds no live mandate `drafter`; expected"
                        + " somebody of IT who has it. Let somebody with that mandate sign.");
        says(Code.NO_MANDATE, talks.move("us.clerk", party()),
                "Mr B. Clark, who holds no live mandate `full-powers`; expected"
                        + " somebody of US who has it. Let somebody with that mandate sign.");
        says(Code.NO_MANDATE, talks.move("smd.conti", party()),
                "Gen. B. Conti, who holds no live mandate `full-powers`; expected"
                        + " somebody of IT who has it. Let somebody with that mandate sign.");
    }

    /** To speak for a state takes what it takes to sign for it. */
    @Test
    void anEnvoyWithoutFullPowersDoesNotSpeak() {
        String words = "Mr B. Clark, who holds no live mandate `full-powers`; expected an envoy of US who has it. Let an envoy with"
                + " that mandate speak.";
        says(Code.NO_MANDATE, talks.propose("us.clerk", first), words);
        done(talks.propose("treaty.bassi", first));
        says(Code.NO_MANDATE, talks.counter("us.clerk", second, hash(first)), words);
        says(Code.NO_MANDATE, talks.move("us.clerk", new Motion.Reject(hash(first), "no")), words);
        done(talks.counter("us.envoy", second, hash(first)));
        says(Code.NO_MANDATE, talks.move("us.clerk", new Motion.Withdraw(hash(second), "no")), words);
    }

    /** Whoever is no party is told the same of every motion, whether there is a negotiation, and whatever lies on its table. */
    @Test
    void strangersLearnNothingFromARefusal() {
        List<Motion> motions = List.of(new Motion.Reject(hash(first), ""), new Motion.Reject(NOWHERE, "no"), party(),
                new Motion.Withdraw(hash(first), "no"), new Motion.SignForParty(NOWHERE));
        motions.forEach(motion -> says(Code.UNKNOWN_AGREEMENT, talks.move("gb.envoy", motion), UNKNOWN));
        done(talks.propose("treaty.bassi", first));
        motions.forEach(motion -> says(Code.UNKNOWN_AGREEMENT, talks.move("gb.envoy", motion), UNKNOWN));
        talks.negotiations.move(talks.who("us.envoy"), talks.nextDay(), Talks.TRAPANI,
                new Motion.Reject(hash(first), "no"));
        motions.forEach(motion -> says(Code.UNKNOWN_AGREEMENT, talks.move("gb.envoy", motion), UNKNOWN));
    }

    /** Nobody owns a name by having asked under it once. */
    @Test
    void anIdUnderWhichNothingWasAgreedIsBoundToNobodyOnceItsTableIsEmpty() {
        String squatting = first.replace("[IT, US]", "[IT, GB]").replace("[US]", "[GB]");
        done(talks.propose("gb.envoy", squatting));
        says(Code.UNKNOWN_AGREEMENT, talks.counter("us.envoy", first, hash(squatting)), UNKNOWN);
        Negotiation rejected = done(talks.move("treaty.bassi", new Motion.Reject(hash(squatting), "not with you")));
        assertThat(rejected.parties()).isEmpty();
        assertThat(done(talks.propose("us.envoy", first)).parties()).containsExactly("IT", "US");
    }

    /** A state that the new text names is not yet one that negotiates. */
    @Test
    void aStrangerWhoNamesItself() {
        done(talks.propose("treaty.bassi", first));
        String widened = first.replace("parties: [IT, US]", "parties: [IT, US, GB]");
        says(Code.UNKNOWN_AGREEMENT, talks.counter("gb.envoy", widened, hash(first)), UNKNOWN);
        assertThat(done(talks.counter("us.envoy", widened, hash(first))).parties()).containsExactly("GB", "IT", "US");
    }

    /** A text that leaves a party out would come into force without its hand, and it could not even reject it. */
    @Test
    void aPartyThatATextLeavesOut() throws Exception {
        String alone = first.replace("parties: [IT, US]", "parties: [IT]").replace("userStates: [US]",
                "userStates: [IT]");
        String words = "A text whose parties are without US; expected all of IT, US among its parties. Name them; what is to hold"
                + " without one of them is agreed under another id.";
        done(talks.propose("us.envoy", first));
        says(Code.PARTY_LEFT_OUT, talks.counter("treaty.bassi", alone, hash(first)), words);
        says(Code.PARTY_LEFT_OUT, talks.counter("treaty.bassi", alone.replace("[IT]", "[IT, GB]"), hash(first)), words);
        done(talks.move("treaty.bassi", new Motion.Reject(hash(first), "too much")));
        talks.published(first);
        String later = alone.replace("trapani/1", "trapani/2").replace("2016-06-01", "2017-01-01");
        says(Code.PARTY_LEFT_OUT, talks.propose("treaty.bassi", later), words);
        says(Code.PARTY_LEFT_OUT, talks.propose("us.envoy", later), words);
        assertThat(talks.negotiations.negotiation(Talks.TRAPANI).publications()).hasSize(1);
    }

    /** Such a text may lie on the table since before it was refused. */
    @Test
    void aPartyThatATextOnTheTableLeavesOut() throws Exception {
        talks.published(first);
        String alone = second.replace("parties: [IT, US]", "parties: [IT]").replace("userStates: [US]",
                "userStates: [IT]");
        Step proposed = new Step.Proposed("IT", VersionText.of(Negotiations.read(alone).orThrow(), alone), "");
        talks.append("treaty.bassi", proposed);
        says(Code.PARTY_LEFT_OUT, talks.move("treaty.bassi", new Motion.SignDraft(hash(alone))),
                "A text whose parties are without US; expected all of IT, US among its parties. Name them; what is to hold without one"
                        + " of them is agreed under another id.");
        done(talks.move("us.envoy", new Motion.Reject(hash(alone), "not without us")));
    }

    @Test
    void everyMotionHasItsRoles() {
        assertThat(Competence.TABLE.keySet()).isEqualTo(Stream.of(Motion.class.getPermittedSubclasses())
                .collect(Collectors.toSet()));
    }

    @Test
    void aTextThatCannotBe() throws Exception {
        Refusal refusal = refused(talks.propose("treaty.bassi", first.replace("kind: grant", "kind: grand")));
        assertThat(refusal.problems()).extracting(problem -> problem.place() + ": " + problem.message())
                .contains("the text:30:11: found `grand`, expected one of grant, require, prohibit, refer");
        says(Code.TERMS_NOT_VALID, talks.propose("treaty.bassi", "terms: ["), "A text with 1 problem; expected a valid"
                + " version. Mend what is listed and send it again.");
        says(Code.OTHER_HOST, talks.propose("treaty.bassi", first.replace("host: IT", "host: US")),
                "Terms of the host US; expected terms of IT. Propose it where that state keeps its register.");
        says(Code.HOST_DOES_NOT_FIT,
                talks.propose("treaty.bassi", Files.readString(Path.of("agreements/it-us-sigonella/v1.yaml"))
                        .replace("it-us-sigonella", Talks.TRAPANI).replace("  government: \"", "  admiralty: \"")
                        .replace("authority: government", "authority: admiralty")),
                "`admiralty` must sign with 1, and people.json has 0 with a mandate that is not over on 2016-03-05; expected officers for every"
                        + " authority that the text names, and a profile that fits its form. Give more of them the mandate.");
    }

    @Test
    void aTextThatBeginsWhenEverybodysMandateIsOver() throws Exception {
        says(Code.HOST_DOES_NOT_FIT,
                talks.propose("treaty.bassi", Files.readString(Path.of("agreements/it-us-sigonella/v1.yaml"))
                        .replace("it-us-sigonella", Talks.TRAPANI).replace("from: 2016-02-22", "from: 2096-02-22")),
                "`defence-staff` must sign with 1, and people.json has 0 with a mandate that is not over on 2096-02-22;"
                        + " expected officers for every authority that the text names, and a profile that fits its form."
                        + " Give more of them the mandate.");
    }

    /** Signed are words with their meaning: a release that changed it begins the signatures anew. */
    @Test
    void aTextWhoseWordsMeanSomethingElseNow() throws Exception {
        VersionText now = VersionText.of(Negotiations.read(first).orThrow(), first);
        done(talks.propose("treaty.bassi", second));
        done(talks.move("us.envoy", new Motion.Reject(hash(second), "too late")));
        talks.append("us.envoy", new Step.Proposed("US", new VersionText(now.version(), now.hash(), now.parties(),
                now.from(), now.until(), first, Optional.of(NOWHERE)), ""));
        String hash = VersionText.shortened(now.vocabulary().orElseThrow());
        says(Code.OTHER_VOCABULARY, talks.move("treaty.bassi", draft()), "A vocabulary with the hash " + hash
                + "; expected 000000000000…, under which the text was put forward. Withdraw it and propose it again, so"
                + " that all sign what its words mean now.");
        done(talks.move("us.envoy", new Motion.Withdraw(hash(first), "another release")));
        talks.append("us.envoy", new Step.Proposed("US", new VersionText(now.version(), now.hash(), now.parties(),
                now.from(), now.until(), first, Optional.empty()), ""));
        says(Code.OTHER_VOCABULARY, talks.move("treaty.bassi", draft()), "A vocabulary with the hash " + hash
                + "; expected one that the proposal names. Withdraw it and propose it again, so that all sign what its"
                + " words mean now.");
    }

    /** Officers leave and profiles are edited while a text lies on the table; it is found before it is law. */
    @Test
    void aHostThatNoLongerFitsTheTextOnTheTable() throws Exception {
        done(talks.propose("treaty.bassi", first));
        String staff = talks.ministry.host.ordinaryAuthority();
        People fewer = new People(talks.people.all().stream()
                .filter(person -> person.mandate(staff, talks.nextDay()).isEmpty())
                // who may enter what an officer says goes with that officer
                .filter(person -> !person.id().equals("desk.greco")).toList());
        says(Code.HOST_DOES_NOT_FIT, move(talks.ministry.host, fewer, draft()),
                "`defence-staff` must sign with 1, and people.json has 0 with a mandate that is not over on 2016-06-01; expected officers for every"
                        + " authority that the text names, and a profile that fits its form. Give more of them the"
                        + " mandate.");
        Path folder = Files.createTempDirectory(Path.of("target"), "host-");
        Path file = folder.resolve("host.json");
        Files.writeString(file, Files.readString(Path.of("hosts/it/host.json")).replace("\"aircraft/crewed\"",
                "\"aircraft/crew\""));
        Host edited = HostFile.host(folder);
        Files.delete(file);
        Files.delete(folder);
        says(Code.HOST_DOES_NOT_FIT, move(edited, talks.people, draft()),
                "Host.json profile/questions/0: no question `aircraft/crew`; expected officers for every authority"
                        + " that the text names, and a profile that fits its form. Did you mean `aircraft/crewed`?");
        done(talks.move("treaty.bassi", draft()));
    }

    private Answer move(Host host, People people, Motion motion) {
        return new Negotiations(talks.store, host, people, talks.ministry.dossiers.chancery().inForce(), new Random(1))
                .move(talks.who("treaty.bassi"), talks.nextDay(), Talks.TRAPANI, motion);
    }

    @Test
    void whatIsNotOnTheTable() {
        done(talks.propose("treaty.bassi", first));
        says(Code.NOT_ON_THE_TABLE, talks.move("treaty.bassi", new Motion.SignDraft(NOWHERE)),
                "The hash 000000000000…; expected " + VersionText.shortened(hash(first))
                        + ", the hash of the text on the table. Read the text that is on the table now.");
        says(Code.NOT_ON_THE_TABLE, talks.counter("us.envoy", second, NOWHERE),
                "The hash 000000000000…; expected " + VersionText.shortened(hash(first))
                        + ", the hash of the text on the table. Read the text that is on the table now.");
        says(Code.REASON_MISSING, talks.move("us.envoy", new Motion.Reject(hash(first), " ")),
                "No reason; expected a reason in words. Say why: it becomes part of the negotiation.");
        says(Code.TABLE_TAKEN, talks.propose("us.envoy", second),
                "A proposal of IT on the table already, " + VersionText.shortened(hash(first))
                        + "; expected an empty table, or a proposal that answers that one. Counter-propose.");
        says(Code.TABLE_TAKEN, talks.propose("treaty.bassi", second),
                "A proposal of IT on the table already, " + VersionText.shortened(hash(first))
                        + "; expected an empty table, or a proposal that answers that one. Withdraw it first.");
        says(Code.SAME_TEXT, talks.counter("us.envoy", first, hash(first)),
                "The text on the table itself; expected a text that differs from it. Sign it if you agree.");
        says(Code.YOUR_OWN_PROPOSAL, talks.counter("treaty.bassi", second, hash(first)),
                "An answer of IT to its own proposal; expected another party's proposal. Withdraw it and propose"
                        + " again.");
        says(Code.YOUR_OWN_PROPOSAL, talks.move("treaty.bassi", new Motion.Reject(hash(first), "no")),
                "A proposal of IT itself; expected another party's. Withdraw it instead.");
        says(Code.NOT_YOUR_PROPOSAL, talks.move("us.envoy", new Motion.Withdraw(hash(first), "no")),
                "A proposal of IT; expected one of US itself. Reject it, or answer with one of your own.");
        String elsewhere = second.replace("it-us-trapani", "it-us-trapini");
        says(Code.NOTHING_ON_THE_TABLE, talks.counter("us.envoy", elsewhere, hash(first)), "An answer to "
                + VersionText.shortened(hash(first)) + ", which was never on the table of it-us-trapini; expected an"
                + " answer to a text of the same agreement. Look whether its line `terms` names that agreement; else"
                + " propose it without an answer.");
        done(talks.move("us.envoy", new Motion.Reject(hash(first), "too little")));
        says(Code.NOTHING_ON_THE_TABLE, talks.move("treaty.bassi", draft()), "Nothing on the table of it-us-trapani;"
                + " expected a proposal that waits for an answer. Propose a text.");
    }

    @Test
    void signaturesOutOfTurn() {
        done(talks.propose("treaty.bassi", first));
        says(Code.OUT_OF_TURN, talks.move("treaty.orsini", legal()), "A draft without the drafter's signature;"
                + " expected the drafter to sign first. Wait for the drafter.");
        says(Code.OUT_OF_TURN, talks.move("us.envoy", party()), "A text that neither the host's drafter nor its lawyer"
                + " has signed; expected drafter and lawyer to sign before the parties. Wait for the host's treaty"
                + " office.");
        done(talks.move("treaty.both", draft()));
        says(Code.OUT_OF_TURN, talks.move("us.envoy", party()), "A text that the host's lawyer has not signed;"
                + " expected drafter and lawyer to sign before the parties. Wait for the host's treaty office.");
        says(Code.SIGNED_ALREADY, talks.move("treaty.bassi", draft()),
                "The draft signed by Dott. Z. Tutto; expected a part that nobody has signed. Wait for the others.");
        says(Code.SAME_PERSON, talks.move("treaty.both", legal()), "A second signature of Dott. Z. Tutto; expected two"
                + " people: nobody signs one text twice. Let somebody else sign.");
        done(talks.move("treaty.orsini", legal()));
        done(talks.move("us.envoy", party()));
        says(Code.SIGNED_ALREADY, talks.move("us.envoy", party()),
                "The part of US signed by Amb. J. Whitfield; expected a part that nobody has signed. Wait for the"
                        + " others.");
    }

    @Test
    void aVersionWithoutAPeriodIsTalkedAboutAndNotSigned() {
        String proposed = first.replace("trapani/1", "trapani/1.proposed").replaceFirst("(?m)^  inForce: .*\n", "");
        done(talks.propose("us.envoy", proposed));
        says(Code.NO_PERIOD, talks.move("treaty.bassi", new Motion.SignDraft(hash(proposed))),
                "v1.proposed without a period; expected a version that says from when it is law. Counter-propose"
                        + " it without `.proposed` and with `inForce`.");
    }

    @Test
    void whatIsPublishedIsNotTouched() throws Exception {
        talks.published(first);
        says(Code.ALREADY_PUBLISHED, talks.move("us.envoy", party()),
                "v1, which was published on 2016-03-06; expected a"
                        + " text that is still on the table. Propose what is to change as a new version.");
        says(Code.ALREADY_PUBLISHED, talks.propose("us.envoy", first), "v1 of it-us-trapani, which was published on"
                + " 2016-03-06; expected a version with a number of its own. Propose it as a new version.");
        says(Code.ALREADY_PUBLISHED, talks.propose("us.envoy", first.replace("2016-06-01", "2016-07-01")),
                "v1 of it-us-trapani, which was published on 2016-03-06 with the hash "
                        + VersionText.shortened(hash(first))
                        + "; expected a version with a number of its own. Propose it as a new version.");
        says(Code.OVERLAPS, talks.propose("us.envoy", text(2, "2016-06-01")), "A period from 2016-06-01; expected one"
                + " that begins after 2016-06-01, the first day of v1. Let it begin later: then the earlier version"
                + " ends the day before.");
        says(Code.OVERLAPS, talks.propose("us.envoy", text(2, "2016-05-01")), "A period from 2016-05-01; expected one"
                + " that begins after 2016-06-01, the first day of v1. Let it begin later: then the earlier version"
                + " ends the day before.");
        assertThat(done(talks.propose("us.envoy", text(2, "2016-05-01, until: 2016-06-01"))).table()).isPresent();
    }

    /** Days are those of the host, where it was a day later already. */
    @Test
    void aPublicationLateInTheEveningIsOfTheHostsDay() {
        talks.cleared(first);
        done(talks.move("min.ferri", party()));
        Instant evening = Instant.parse("2016-03-10T23:30:00Z");
        done(talks.negotiations.move(talks.who("us.envoy"), evening, Talks.TRAPANI, party()));
        says(Code.ALREADY_PUBLISHED, talks.move("us.envoy", party()),
                "v1, which was published on 2016-03-11; expected a"
                        + " text that is still on the table. Propose what is to change as a new version.");
        says(Code.ALREADY_PUBLISHED, talks.propose("us.envoy", first), "v1 of it-us-trapani, which was published on"
                + " 2016-03-11; expected a version with a number of its own. Propose it as a new version.");
    }

    /** What a page offers is what would be carried out, and is found without writing anything. */
    @Test
    void whatCouldBeMovedIsKnownBeforehand() {
        Negotiation negotiation = done(talks.propose("treaty.bassi", first));
        List<Motion> motions = List.of(draft(), legal(), party(), new Motion.Reject(hash(first), "no"),
                new Motion.Withdraw(hash(first), "no"));
        assertThat(offered("treaty.bassi", negotiation, motions)).containsExactly("SignDraft", "Withdraw");
        assertThat(offered("us.envoy", negotiation, motions)).containsExactly("Reject");
        assertThat(offered("gb.envoy", negotiation, motions)).isEmpty();
        assertThat(talks.store.read(Talks.TRAPANI)).hasSize(1);
    }

    private List<String> offered(String person, Negotiation negotiation, List<Motion> motions) {
        return motions.stream()
                .filter(motion -> talks.negotiations.bar(talks.who(person), talks.nextDay(), negotiation, motion)
                        .equals(Optional.empty()))
                .map(motion -> motion.getClass().getSimpleName()).toList();
    }
}
