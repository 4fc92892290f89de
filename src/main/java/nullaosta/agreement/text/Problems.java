package nullaosta.agreement.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the problems of one file while it is read; past a limit the rest is only counted. */
public final class Problems {

    /** Nobody reads more at once, and a hostile file must not fill the memory. */
    private static final int KEPT = 100;

    private final List<Problem> found = new ArrayList<>();
    private int more;

    public void add(Place place, String message, String help) {
        add(new Problem(place, message, help));
    }

    public void add(Problem problem) {
        if (found.size() < KEPT) {
            found.add(problem);
        } else {
            more++;
        }
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** Whether a further one would only be counted: then nobody need look for what would help. */
    public boolean full() {
        return found.size() >= KEPT;
    }

    /** How many there are so far; tells a reader whether a part of the file brought any. */
    public int count() {
        return found.size() + more;
    }

    /** All of them in the order of the file; a last one says how many more were met before reading stopped. */
    public List<Problem> inOrder() {
        List<Problem> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparing((Problem p) -> p.place().file()).thenComparing(p -> p.place().line())
                .thenComparing(p -> p.place().column()));
        if (more > 0) {
            Problem last = sorted.get(sorted.size() - 1);
            sorted.add(new Problem(Place.ofFile(last.place().file()), "and at least " + more + " more problems",
                    "mend these first and read the file again"));
        }
        return List.copyOf(sorted);
    }
}
