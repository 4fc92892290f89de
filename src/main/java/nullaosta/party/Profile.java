package nullaosta.party;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nullaosta.airspace.Position;

/**
 * What a host asks of whoever fills in its form, beyond what every mission needs: the profile of a country, as a
 * foreign clearance guide gives it.
 *
 * @param questions  how the host departs from asking every question and leaving its answer free
 * @param points     where its airspace is entered and left
 * @param leadTimes  how early it wants to be asked
 * @param tolerances what a clearance leaves open
 */
public record Profile(List<Rule> questions, List<Point> points, List<LeadTime> leadTimes,
        List<Tolerance> tolerances) {

    /** A host that says nothing of it. */
    public static final Profile NONE = new Profile(List.of(), List.of(), List.of(), List.of());

    public Profile {
        questions = List.copyOf(questions);
        points = List.copyOf(points);
        leadTimes = List.copyOf(leadTimes);
        tolerances = List.copyOf(tolerances);
    }

    public enum Need {
        COMPULSORY,
        OPTIONAL,
        NOT_ASKED
    }

    /**
     * How a question is asked. Of several on one question the first counts whose circumstances hold.
     *
     * @param question its place in the mission, such as {@code aircraft/address}, or {@code answers/} and a fact's name
     * @param taken    for a question not asked: the answer that the host takes it to have; empty leaves it unanswered
     */
    public record Rule(String question, Need need, Circumstances when, String taken) {
        public Rule {
            if (!taken.isEmpty() && need != Need.NOT_ASKED) {
                throw new IllegalArgumentException(
                        "`taken` for a question that is asked; expected it beside NOT_ASKED");
            }
        }
    }

    /** A point at which the host's airspace may be entered, left, or both. */
    public record Point(String name, Position position, boolean entry, boolean exit) {
        public Point {
            if (!entry && !exit) {
                throw new IllegalArgumentException("point `" + name + "` is neither entry nor exit; expected one");
            }
        }
    }

    /** @param workingDays whole ones of the host's office, as {@link OfficeHours#wholeDays} counts them */
    public record LeadTime(String name, int workingDays, Circumstances when) {
        public LeadTime {
            if (workingDays < 0 || workingDays > 250) {
                throw new IllegalArgumentException(
                        "`" + workingDays + "` as `workingDays`; expected 0 to 250");
            }
        }
    }

    /**
     * @param of of what, in a word or two: {@code departure}
     * @param upTo how far a departure may be amended without another decision; empty where the words alone say it
     */
    public record Tolerance(String of, String words, Optional<Duration> upTo) {

        /** The one that amendments are held against. */
        public static final String DEPARTURE = "departure";

        private static final Duration MOST = Duration.ofDays(1);

        public Tolerance {
            if (upTo.isPresent() && !of.equals(DEPARTURE)) {
                throw new IllegalArgumentException("`minutes` for `" + of + "`; expected them for `" + DEPARTURE
                        + "` alone: whether another is kept is seen in words only");
            }
            if (upTo.filter(most -> most.compareTo(Duration.ofMinutes(1)) < 0 || most.compareTo(MOST) > 0)
                    .isPresent()) {
                throw new IllegalArgumentException("`" + upTo.get().toMinutes() + "` as `minutes`; expected 1 to "
                        + MOST.toMinutes());
            }
        }
    }

    /** How far a departure, and the times of the legs, may be amended without another decision; zero where nothing is said. */
    public Duration departureTolerance() {
        return tolerances.stream().flatMap(tolerance -> tolerance.upTo().stream()).findFirst().orElse(Duration.ZERO);
    }
}
