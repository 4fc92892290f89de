package nullaosta.negotiation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import nullaosta.disclosure.Envelope;
import nullaosta.disclosure.FieldTree;
import nullaosta.dossier.Ministry;
import nullaosta.party.Mandate;
import nullaosta.party.People;
import nullaosta.party.Person;
import nullaosta.party.Role;
import nullaosta.party.StateCode;
import nullaosta.quantity.TimeWindow;
import nullaosta.store.PostgresNegotiations;

/** Italy and the United States talk about Trapani, of which nothing is agreed yet; one day passes with each motion. */
final class Talks implements AutoCloseable {

    static final String TRAPANI = "it-us-trapani";

    private static final TimeWindow LONG = new TimeWindow(Instant.parse("2015-01-01T00:00:00Z"),
            Instant.parse("2036-01-01T00:00:00Z"));

    final Ministry ministry = new Ministry();
    final PostgresNegotiations store = new PostgresNegotiations(ministry.source());
    final People people = new People(more(ministry.people.all()));
    final Negotiations negotiations = new Negotiations(store, ministry.host, people,
            ministry.dossiers.chancery().inForce(), new Random(1964));
    private Instant now = Instant.parse("2016-03-01T09:00:00Z");

    Talks() throws Exception {
    }

    /** Beside the host's people one who drafts and is a lawyer, a drafter whose mandate has ended, and another state's treaty office. */
    private static List<Person> more(List<Person> people) {
        List<Person> all = new ArrayList<>(people);
        Mandate drafter = new Mandate(Mandate.DRAFTER, "order 1", LONG);
        all.add(person("treaty.both", "Dott. Z. Tutto", Role.TREATY, "IT",
                List.of(drafter, new Mandate(Mandate.LEGAL, "order 2", LONG))));
        all.add(person("treaty.old", "Dott. V. Vecchio", Role.TREATY, "IT", List.of(new Mandate(Mandate.DRAFTER,
                "order 0", new TimeWindow(LONG.from(), Instant.parse("2015-12-31T00:00:00Z"))))));
        all.add(person("treaty.us", "Ms L. Hall", Role.TREATY, "US", List.of(drafter)));
        all.add(person("us.clerk", "Mr B. Clark", Role.ENVOY, "US", List.of()));
        return all;
    }

    private static Person person(String id, String name, Role role, String state, List<Mandate> mandates) {
        return new Person(id, name, "an office", role, new StateCode(state), Optional.empty(), mandates,
                Optional.empty(), Optional.empty(), List.of(), List.of());
    }

    /** A version that is law from a day. */
    static String text(int number, String from) throws IOException {
        return Files.readString(Path.of("agreements/it-us-pantelleria/v1.yaml")).replace("it-us-pantelleria/1",
                "it-us-pantelleria/" + number).replace("it-us-pantelleria", TRAPANI)
                .replace("from: 2016-01-01", "from: " + from);
    }

    static String hash(String text) {
        return Negotiations.read(text).orThrow().hash();
    }

    Person who(String id) {
        return people.find(id).orElseThrow();
    }

    Instant nextDay() {
        now = now.plus(Duration.ofDays(1));
        return now;
    }

    Answer propose(String by, String text) {
        return negotiations.propose(who(by), nextDay(), new Motion.Propose(text, Optional.empty(), "a note"));
    }

    Answer counter(String by, String text, String answers) {
        return negotiations.propose(who(by), nextDay(), new Motion.Propose(text, Optional.of(answers), ""));
    }

    Answer move(String by, Motion motion) {
        return negotiations.move(who(by), nextDay(), TRAPANI, motion);
    }

    /** A step as an earlier release could have stored it. */
    void append(String by, Step step) {
        store.transact(session -> {
            NegotiationStore.Stored stored = session.lock(TRAPANI);
            StepTaken taken = new StepTaken(stored.steps().size() + 1, nextDay(), by, step);
            byte[] body = StepFormat.write(taken);
            byte[] salt = new byte[16];
            session.append(TRAPANI, stored.pseudonym(), new NegotiationStore.Line(taken, body, salt,
                    new Envelope(stored.pseudonym(), taken.number(), StepFormat.kindOf(step), taken.at(),
                            stored.last(), FieldTree.of(salt, body).commitment())));
            return taken;
        });
    }

    static Negotiation done(Answer answer) {
        return switch (answer) {
            case Answer.Done(Negotiation negotiation, var steps) -> negotiation;
            case Answer.Refused(Refusal refusal) -> throw new AssertionError(refusal);
        };
    }

    static Refusal refused(Answer answer) {
        return switch (answer) {
            case Answer.Done done -> throw new AssertionError(done.steps());
            case Answer.Refused(Refusal refusal) -> refusal;
        };
    }

    /** Proposed by the host, signed by drafter and lawyer: the parties are next. */
    void cleared(String text) {
        done(propose("treaty.bassi", text));
        done(move("treaty.bassi", new Motion.SignDraft(hash(text))));
        done(move("treaty.orsini", new Motion.SignLegal(hash(text))));
    }

    Negotiation published(String text) {
        cleared(text);
        done(move("min.ferri", new Motion.SignForParty(hash(text))));
        return done(move("us.envoy", new Motion.SignForParty(hash(text))));
    }

    @Override
    public void close() {
        ministry.close();
    }
}
