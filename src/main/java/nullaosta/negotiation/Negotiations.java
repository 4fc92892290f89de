package nullaosta.negotiation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import nullaosta.agreement.Agreements;
import nullaosta.agreement.Terms;
import nullaosta.agreement.TermsReader;
import nullaosta.agreement.text.Problem;
import nullaosta.agreement.text.Reading;
import nullaosta.assessment.ClauseTests;
import nullaosta.disclosure.Envelope;
import nullaosta.disclosure.FieldTree;
import nullaosta.negotiation.NegotiationStore.Line;
import nullaosta.negotiation.NegotiationStore.Stored;
import nullaosta.negotiation.Refusal.Code;
import nullaosta.party.Host;
import nullaosta.party.People;
import nullaosta.party.Person;
import nullaosta.party.Role;
import nullaosta.seal.Digest;

/**
 * Carries out motions: the only writer of negotiations.
 *
 * <p>A motion locks its negotiation, replays it, and comes to steps or to a refusal. The steps and their envelopes in the
 * register are one transaction; if it fails, nothing happened.
 */
public final class Negotiations {

    private static final int PSEUDONYM_BYTES = 12;

    /** How a proposed text is called in its problems. */
    private static final String FILE = "the text";

    private final NegotiationStore store;
    private final Host host;
    private final People people;
    private final Supplier<Agreements> law;
    private final RandomGenerator random;

    /**
     * @param law    the agreements as they are published at the moment of asking
     * @param random for pseudonyms and salts; must be unpredictable outside tests
     */
    public Negotiations(NegotiationStore store, Host host, People people, Supplier<Agreements> law,
            RandomGenerator random) {
        this.store = store;
        this.host = host;
        this.people = people;
        this.law = law;
        this.random = random;
    }

    /** Puts a text on the table of the agreement that it is of. */
    public Answer propose(Person by, Instant at, Motion.Propose motion) {
        if (!Competence.mayAsk(by, Motion.Propose.class)) {
            return new Answer.Refused(role(by, motion));
        }
        return switch (read(motion.text())) {
            case Reading.Faulty<Terms>(List<Problem> problems) -> new Answer.Refused(Refusal.notValid(problems));
            case Reading.Sound<Terms>(Terms terms) -> transact(by, at, terms.agreement(), round -> Tabling
                    .bar(round, terms, motion)
                    .<Coming>map(Coming.Stop::new)
                    .orElseGet(() -> new Coming.Enter(List.of(Tabling.step(round, terms, motion)))));
        };
    }

    /** Carries out any other motion. */
    public Answer move(Person by, Instant at, String agreement, Motion motion) {
        return Competence.mayAsk(by, motion.getClass())
                ? transact(by, at, agreement, round -> coming(round.asSeen(), motion))
                : new Answer.Refused(role(by, motion));
    }

    /** Why a person could not move this now; empty if they could. Nothing is written. */
    public Optional<Refusal> bar(Person by, Instant at, Negotiation negotiation, Motion motion) {
        if (!Competence.mayAsk(by, motion.getClass())) {
            return Optional.of(role(by, motion));
        }
        return coming(new Round(by, at, host, people, law, negotiation).asSeen(),
                motion) instanceof Coming.Stop(Refusal refusal)
                        ? Optional.of(refusal)
                        : Optional.empty();
    }

    /**
     * Why the text on the table could be signed by nobody as it is; empty if it could. A text without a period is put forward
     * to be talked about.
     */
    public Optional<Refusal> unsignable(Person by, Instant at, Negotiation negotiation) {
        return Signing.standing(new Round(by, at, host, people, law, negotiation).asSeen());
    }

    /** Ids of all agreements that were ever negotiated. */
    public List<String> all() {
        return store.agreements();
    }

    /** As it stands; without a step where nobody has proposed anything yet. */
    public Negotiation negotiation(String agreement) {
        return Negotiation.replay(agreement, store.read(agreement));
    }

    /** A version's text as terms that also keep the tests that its clauses carry, or every problem of it. */
    public static Reading<Terms> read(String text) {
        Reading<Terms> reading = TermsReader.read(FILE, text);
        List<Problem> failed = reading instanceof Reading.Sound<Terms>(Terms terms)
                ? ClauseTests.run(terms)
                : List.of();
        return failed.isEmpty() ? reading : new Reading.Faulty<>(failed);
    }

    /** What a motion comes to, before anything is written. */
    private sealed interface Coming {
        record Enter(List<Step> steps) implements Coming {}

        record Stop(Refusal refusal) implements Coming {}
    }

    private interface Deliberation {
        Coming of(Round round);
    }

    private static Coming coming(Round round, Motion motion) {
        if (round.negotiation().proposals().isEmpty()) {
            return new Coming.Stop(Refusal.unknown(round.negotiation().agreement()));
        }
        return switch (motion) {
            case Motion.Propose propose -> throw new IllegalArgumentException("a text says itself what it is of");
            case Motion.Reject it -> coming(Tabling.bar(round, it), () -> Tabling.rejected(round, it));
            case Motion.Withdraw it -> coming(Tabling.bar(round, it), () -> Tabling.withdrawn(round, it));
            case Motion.SignDraft it -> coming(Signing.bar(round, it), () -> Signing.draft(round, it));
            case Motion.SignLegal it -> coming(Signing.bar(round, it), () -> Signing.legal(round, it));
            case Motion.SignForParty it -> coming(Signing.bar(round, it), () -> Signing.party(round, it));
        };
    }

    private static Coming coming(Optional<Refusal> bar, Supplier<List<Step>> steps) {
        return bar.<Coming>map(Coming.Stop::new).orElseGet(() -> new Coming.Enter(steps.get()));
    }

    private Answer transact(Person by, Instant at, String agreement, Deliberation deliberation) {
        return store.transact(session -> {
            Stored stored = session.lock(agreement);
            Round round = new Round(by, at, host, people, law, Negotiation.replay(agreement, stored.steps()));
            return switch (deliberation.of(round)) {
                case Coming.Stop(Refusal refusal) -> new Answer.Refused(refusal);
                case Coming.Enter(List<Step> steps) -> write(session, stored, round, steps);
            };
        });
    }

    private Answer write(NegotiationStore.Session session, Stored stored, Round round, List<Step> steps) {
        Negotiation negotiation = round.negotiation();
        String pseudonym = stored.pseudonym().isEmpty()
                ? HexFormat.of().formatHex(bytes(PSEUDONYM_BYTES))
                : stored.pseudonym();
        Digest previous = stored.last();
        List<StepTaken> added = new ArrayList<>();
        for (Step step : steps) {
            StepTaken taken = new StepTaken(negotiation.history().size() + 1, round.at(), round.by().id(), step);
            byte[] body = StepFormat.write(taken);
            byte[] salt = bytes(FieldTree.SEED);
            Envelope envelope = new Envelope(pseudonym, taken.number(), StepFormat.kindOf(step), round.at(), previous,
                    FieldTree.of(salt, body).commitment());
            session.append(negotiation.agreement(), pseudonym, new Line(taken, body, salt, envelope));
            previous = envelope.digest();
            added.add(taken);
            negotiation = negotiation.after(taken);
        }
        return new Answer.Done(negotiation, added);
    }

    private static Refusal role(Person by, Motion motion) {
        return new Refusal(Code.NOT_FOR_YOUR_ROLE,
                by.role().title() + " asks for `" + motion.getClass().getSimpleName() + "`",
                "one of " + String.join(", ", Competence.TABLE.getOrDefault(motion.getClass(), Set.of()).stream()
                        .map(Role::title).sorted().toList()),
                "sign in as somebody whose task it is");
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
