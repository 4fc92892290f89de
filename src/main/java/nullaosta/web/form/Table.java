package nullaosta.web.form;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nullaosta.agreement.text.YamlReader;
import nullaosta.mission.Fault;
import nullaosta.mission.Reading;
import nullaosta.negotiation.Answer;
import nullaosta.negotiation.Motion;
import nullaosta.negotiation.Negotiation;
import nullaosta.negotiation.Negotiations;
import nullaosta.negotiation.Refusal;
import nullaosta.party.Person;

/** Where people's forms and programs' JSON become motions, each stamped with the instant at which it came in. */
public final class Table {

    private static final String HASH = "[0-9a-f]{64}";
    private static final String HASH_IN_WORDS = "a SHA-256 of 64 hexadecimal digits";

    private final Negotiations negotiations;
    private final InstantSource clock;

    public Table(Negotiations negotiations, InstantSource clock) {
        this.negotiations = negotiations;
        this.clock = clock;
    }

    /** What came of what was asked. */
    public sealed interface Reply {

        record Done(Negotiation negotiation) implements Reply {}

        /** It could not be read; nothing changed. */
        record Unreadable(List<Fault> faults) implements Reply {
            public Unreadable {
                faults = List.copyOf(faults);
            }
        }

        /** It was read and not carried out; nothing changed. */
        record Refused(Refusal refusal) implements Reply {}
    }

    public Reply propose(Person by, Map<?, ?> json) {
        List<Fault> faults = new ArrayList<>();
        Reading in = Reading.of(json, faults);
        Optional<String> text = in.document("text", YamlReader.LARGEST);
        Optional<String> answers = in.text("answers", false, HASH, HASH_IN_WORDS);
        Optional<String> note = in.text("note", false);
        in.unread();
        return text.isEmpty() || !faults.isEmpty()
                ? new Reply.Unreadable(faults)
                : reply(negotiations.propose(by, clock.instant(),
                        new Motion.Propose(text.get(), answers, note.orElse(""))));
    }

    public Reply move(Person by, String agreement, Moved moved, Map<?, ?> json) {
        List<Fault> faults = new ArrayList<>();
        Reading in = Reading.of(json, faults);
        Optional<String> hash = in.text("hash", true, HASH, HASH_IN_WORDS);
        boolean reasoned = moved.fields().stream().anyMatch(field -> field.name().equals("reason"));
        Optional<String> reason = reasoned ? in.text("reason", true) : Optional.of("");
        in.unread();
        return hash.isEmpty() || reason.isEmpty() || !faults.isEmpty()
                ? new Reply.Unreadable(faults)
                : reply(negotiations.move(by, clock.instant(), agreement, moved.of(hash.get(), reason.get())));
    }

    /** What a person could move on the text that lies on the table now. */
    public List<Moved> offered(Person by, Negotiation negotiation) {
        return negotiation.table().map(proposal -> Arrays.stream(Moved.values())
                .filter(moved -> negotiations
                        .bar(by, clock.instant(), negotiation, moved.of(proposal.hash(), "asked beforehand"))
                        .isEmpty())
                .toList()).orElse(List.of());
    }

    /** Why nobody can sign the text on the table as it is; empty if it can be signed, or there is none. */
    public Optional<Refusal> unsignable(Person by, Negotiation negotiation) {
        return negotiation.table().flatMap(proposal -> negotiations.unsignable(by, clock.instant(), negotiation));
    }

    private static Reply reply(Answer answer) {
        return switch (answer) {
            case Answer.Done(Negotiation negotiation, var steps) -> new Reply.Done(negotiation);
            case Answer.Refused(Refusal refusal) -> new Reply.Refused(refusal);
        };
    }
}
