package nullaosta.dossier;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nullaosta.party.Absence;
import nullaosta.party.Deputyship;
import nullaosta.party.People;
import nullaosta.party.Person;
import nullaosta.party.Role;
import nullaosta.quantity.TimeWindow;

/** That officers are away: entered by themselves or the desk, and entered again when they are back early. */
public final class Absences {

    /** Who is away for longer no longer holds the office. */
    private static final Duration LONGEST = Duration.ofDays(92);

    private final Book book;
    private final People people;

    public Absences(Book book, People people) {
        this.book = book;
        this.people = people;
    }

    /** Where absences are kept, each with an entry in the register. */
    public interface Book {

        /** All that were entered, oldest first. */
        List<Absence> all();

        /** Enters one, unless {@code bar} stops it under the lock on the book; two of one officer cannot both be taken. */
        Kept enter(Notice notice, String act, Person by, Instant at, Function<List<Absence>, Optional<Refusal>> bar);

        /** Ends one early, on the same terms. */
        Kept end(int number, Person by, Instant at, Function<List<Absence>, Optional<Refusal>> bar);
    }

    /** @param officer id of who is away */
    public record Notice(String officer, String deputy, TimeWindow window) {}

    /** What came of it. */
    public sealed interface Kept {
        record Done(Absence absence) implements Kept {}

        record Refused(Refusal refusal) implements Kept {}
    }

    public List<Absence> all() {
        return book.all();
    }

    public Kept enter(Person by, Instant at, Notice notice) {
        Optional<Deputyship> deputyship = people.find(notice.deputy()).stream()
                .flatMap(person -> person.deputyships().stream())
                .filter(it -> it.officer().equals(notice.officer()) && it.window().holds(notice.window().from()))
                .findFirst();
        Optional<Refusal> bar = bar(by, at, notice, deputyship);
        return bar.isPresent()
                ? new Kept.Refused(bar.get())
                : book.enter(notice, deputyship.orElseThrow().act(), by, at, known -> overlap(known, notice, at));
    }

    private Optional<Refusal> bar(Person by, Instant at, Notice notice, Optional<Deputyship> deputyship) {
        if (by.role() != Role.DESK && !by.id().equals(notice.officer())) {
            return Optional.of(new Refusal(Refusal.Code.NOT_FOR_YOUR_ROLE, "the absence of `" + notice.officer() + "`",
                    "your own; another's is entered by the desk", "ask the desk", "officer"));
        }
        if (deputyship.isEmpty()) {
            List<String> deputies = people.all().stream().filter(person -> person.deputyships().stream()
                    .anyMatch(it -> it.officer().equals(notice.officer()) && it.window().holds(notice.window().from())))
                    .map(Person::id).toList();
            return Optional.of(new Refusal(Refusal.Code.NOT_DEPUTY,
                    "`" + notice.deputy() + "` as deputy of `" + notice.officer() + "`",
                    deputies.isEmpty()
                            ? "a person whom an act makes the deputy then; nobody is"
                            : "one of " + String.join(", ", deputies),
                    "deputies are named by an act, in the list of people", "deputy"));
        }
        if (!notice.window().until().isAfter(at)) {
            return Optional.of(new Refusal(Refusal.Code.BAD_INPUT, "away until `" + notice.window().until() + "`",
                    "an end that is still to come", "what is over passes no mandate", "until"));
        }
        return Duration.between(notice.window().from(), notice.window().until()).compareTo(LONGEST) <= 0
                ? Optional.empty()
                : Optional.of(new Refusal(Refusal.Code.BAD_INPUT, "an absence of more than " + LONGEST.toDays()
                        + " days", "one that ends within them", "appoint another officer", "until"));
    }

    private static Optional<Refusal> overlap(List<Absence> known, Notice notice, Instant at) {
        for (Absence other : known) {
            boolean meets = other.stands(at) && other.window().from().isBefore(notice.window().until())
                    && notice.window().from().isBefore(other.window().until());
            if (meets && other.officer().equals(notice.officer())) {
                return Optional.of(new Refusal(Refusal.Code.ABSENT_ALREADY, "`" + notice.officer()
                        + "` is entered as away until `" + other.window().until() + "`",
                        "one absence at a time", "end that one first", "from"));
            }
            if (meets && other.officer().equals(notice.deputy())) {
                return Optional.of(new Refusal(Refusal.Code.ABSENT_ALREADY, "the deputy `" + notice.deputy()
                        + "` is away until `" + other.window().until() + "`",
                        "a deputy who is there", "name another: a deputy's deputy decides for nobody else", "deputy"));
            }
        }
        return Optional.empty();
    }

    public Kept end(Person by, Instant at, int number) {
        return book.end(number, by, at, known -> {
            Optional<Absence> one = known.stream().filter(it -> it.number() == number && it.stands(at)).findFirst();
            if (one.isEmpty()) {
                return Optional.of(new Refusal(Refusal.Code.BAD_INPUT, "no absence " + number + " that lasts",
                        "the number of one that is not over", "look at the list"));
            }
            return by.role() == Role.DESK || by.id().equals(one.get().officer())
                    ? Optional.empty()
                    : Optional.of(new Refusal(Refusal.Code.NOT_FOR_YOUR_ROLE,
                            "the absence of `" + one.get().officer() + "`", "your own", "ask the desk"));
        });
    }
}
