package nullaosta.web.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nullaosta.mission.Fault;
import nullaosta.mission.Reading;
import nullaosta.oversight.request.DisclosureRequest.Asker;
import nullaosta.oversight.request.DisclosureRequest.Outcome;

/** Forms of a request to see an entry of the register, and of its answer. */
public final class Petition {

    private static final List<Field> ASKING = List.of(Field.text("name", "Your name"),
            Field.text("address", "Where the answer goes"), Field.text("why", "Why you ask").optional());
    private static final List<Field> ANSWERING = List.of(Field.oneOf("outcome", "Answer", Outcome.class),
            Field.text("ground", "Ground in law"), Field.text("words", "In words"));
    private static final int LONGEST_NAME = 200;

    private Petition() {
    }

    /** What was typed, or what cannot be read of it. */
    public sealed interface Typed<T> {

        record Read<T>(T value) implements Typed<T> {}

        record Unreadable<T>(List<Fault> faults) implements Typed<T> {
            public Unreadable {
                faults = List.copyOf(faults);
            }
        }
    }

    /** What somebody of the desk answers. */
    public record Reply(Outcome outcome, String ground, String words) {}

    public static PageForm asking() {
        return PageForm.blank("request", ASKING);
    }

    public static PageForm answering(int number) {
        return PageForm.blank("answer-" + number, ANSWERING);
    }

    public static Typed<Asker> asked(Map<String, String> form) {
        List<Fault> faults = new ArrayList<>();
        Reading in = Reading.of(Field.json(ASKING, form), faults);
        String line = "\\P{Cntrl}{1," + LONGEST_NAME + "}";
        String expected = "1 to " + LONGEST_NAME + " characters in one line";
        Optional<String> name = in.text("name", true, line, expected);
        Optional<String> address = in.text("address", true, line, expected);
        Optional<String> why = in.text("why", false);
        return name.isPresent() && address.isPresent() && faults.isEmpty()
                ? new Typed.Read<>(new Asker(name.get(), address.get(), why.orElse("")))
                : new Typed.Unreadable<>(faults);
    }

    public static Typed<Reply> answered(Map<String, String> form) {
        List<Fault> faults = new ArrayList<>();
        Reading in = Reading.of(Field.json(ANSWERING, form), faults);
        Optional<Outcome> outcome = in.oneOf("outcome", Outcome.class, true);
        Optional<String> ground = in.text("ground", true);
        Optional<String> words = in.text("words", true);
        return outcome.isPresent() && ground.isPresent() && words.isPresent()
                ? new Typed.Read<>(new Reply(outcome.get(), ground.get(), words.get()))
                : new Typed.Unreadable<>(faults);
    }
}
