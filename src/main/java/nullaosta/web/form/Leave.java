package nullaosta.web.form;

import static nullaosta.web.form.Field.Kind.INSTANT;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nullaosta.dossier.Absences;
import nullaosta.mission.Fault;
import nullaosta.mission.Reading;
import nullaosta.party.Absence;
import nullaosta.party.Person;
import nullaosta.quantity.TimeWindow;

/** Where people's forms and programs' JSON become absences of officers, each stamped with the instant at which it came in. */
public final class Leave {

    /** Of an absence; the reader, the OpenAPI description and {@code docs/reference/commands.md} have the same. */
    public static final List<Field> FIELDS = List.of(Field.text("officer", "Who is away"),
            Field.text("deputy", "Who decides meanwhile"), Field.of("from", "From", INSTANT),
            Field.of("until", "Until", INSTANT));

    private final Absences absences;
    private final InstantSource clock;

    public Leave(Absences absences, InstantSource clock) {
        this.absences = absences;
        this.clock = clock;
    }

    /** What came of what was asked. */
    public sealed interface Reply {

        /** It could not be read; nothing changed. */
        record Unreadable(List<Fault> faults) implements Reply {
            public Unreadable {
                faults = List.copyOf(faults);
            }
        }

        record Answered(Absences.Kept kept) implements Reply {}
    }

    public List<Absence> all() {
        return absences.all();
    }

    public Reply enter(Person by, Map<?, ?> json) {
        List<Fault> faults = new ArrayList<>();
        Reading in = Reading.of(json, faults);
        Optional<String> officer = in.text("officer", true);
        Optional<String> deputy = in.text("deputy", true);
        Optional<Instant> from = in.instant("from");
        Optional<Instant> until = in.instant("until");
        in.unread();
        if (from.isPresent() && until.isPresent() && !until.get().isAfter(from.get())) {
            in.fault(in.at("until"), "`" + until.get() + "`", "an instant after `" + from.get() + "`");
        }
        return !faults.isEmpty() || officer.isEmpty() || deputy.isEmpty() || from.isEmpty() || until.isEmpty()
                ? new Reply.Unreadable(faults)
                : new Reply.Answered(absences.enter(by, clock.instant(), new Absences.Notice(officer.get(),
                        deputy.get(), new TimeWindow(from.get(), until.get()))));
    }

    public Absences.Kept end(Person by, int number) {
        return absences.end(by, clock.instant(), number);
    }

    public static PageForm form() {
        return PageForm.blank("absence", FIELDS);
    }

    /** What the page's form says, as the JSON that a program would send. */
    public static Map<String, Object> json(Map<String, String> form) {
        return Field.json(FIELDS, form);
    }
}
