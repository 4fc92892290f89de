package nullaosta.mission.form;

import java.util.ArrayList;
import java.util.List;
import nullaosta.mission.Fault;

/**
 * One question of the form.
 *
 * @param id       its place in the mission, without the numbers of rows: {@code legs/exit}
 * @param hint     how an answer is written; empty where that is plain
 * @param choices  the answers offered; a question of kind TEXT admits others beside them
 * @param required no mission is read without it, whatever the host's profile says
 * @param waits    the clauses that wait for it
 */
public record Question(String id, String words, String hint, Kind kind, List<Choice> choices, boolean required,
        List<Wait> waits) {

    public enum Kind {
        TEXT,
        WORDS,
        CHOICE,
        YES_NO,
        MOMENT,
        DATE,
        NUMBER,
        SEVERAL
    }

    /** @param value as the mission has it */
    public record Choice(String value, String words) {}

    /** @param terms title of the agreement */
    public record Wait(String terms, String clause) {}

    static final List<Choice> YES_NO = List.of(new Choice("yes", "yes"), new Choice("no", "no"));

    public Question {
        choices = List.copyOf(choices);
        waits = List.copyOf(waits);
    }

    static Question of(String id, Kind kind, String words) {
        return new Question(id, words, "", kind, kind == Kind.YES_NO ? YES_NO : List.of(), false, List.of());
    }

    static Question text(String id, String words) {
        return of(id, Kind.TEXT, words);
    }

    Question always() {
        return new Question(id, words, hint, kind, choices, true, waits);
    }

    Question hint(String how) {
        return new Question(id, words, how, kind, choices, required, waits);
    }

    Question among(List<Choice> offered) {
        return new Question(id, words, hint, kind, offered, required, waits);
    }

    Question waitedFor(List<Wait> more) {
        List<Wait> all = new ArrayList<>(waits);
        more.stream().filter(wait -> !all.contains(wait)).forEach(all::add);
        return new Question(id, words, hint, kind, choices, required, all);
    }

    /** A fault of what a program would send, in the words of who fills in the form. */
    Fault inWords(Fault fault) {
        return switch (kind) {
            case MOMENT -> new Fault(fault.where(), fault.found().replaceAll("T([0-9]{2}:[0-9]{2})(?::00)?Z", " $1Z"),
                    fault.expected().startsWith("an instant") ? Form.expected(fault) : fault.expected());
            case DATE -> new Fault(fault.where(), fault.found(),
                    fault.expected().startsWith("a date such as") ? "a day" : fault.expected());
            case CHOICE -> new Fault(fault.where(), fault.found(), fault.expected().startsWith("one of ")
                    ? "one of " + String.join(", ", choices.stream().map(Choice::words).toList())
                    : fault.expected());
            case TEXT, WORDS, YES_NO, NUMBER, SEVERAL -> fault;
        };
    }

    /** Whether only what is offered can be answered. */
    public boolean closed() {
        return kind == Kind.CHOICE || kind == Kind.YES_NO || kind == Kind.SEVERAL;
    }

    /** The last part of its id, for the field of a row. */
    String name() {
        return id.substring(id.indexOf('/') + 1);
    }
}
