package nullaosta.dossier;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Cases as lists, read from the rows. */
public interface CaseLists {

    /**
     * In the order of departure, soonest first; at most 500. Where there are more, those that somebody still has to do
     * with (not decided, in the air, or asked about by oversight) come before the others, and later departures before earlier ones.
     */
    List<Row> rows(Filter filter);

    /** Those that somebody still has to do with (not decided, in the air, or asked about by oversight), soonest departure first; at most 500. */
    List<Row> live(Filter filter);

    /**
     * Those that nobody has to do with any more, latest departure first.
     *
     * @param after number of the last one that was seen before; empty for the first page
     */
    List<Row> past(Filter filter, int most, Optional<String> after);

    /** The cases with these numbers, in the order of the numbers. */
    List<Row> numbered(List<String> numbers);

    /** Every flight in the air, however many there are: what is not listed here is not watched. */
    List<DossierId> airborne();

    /** Cases in which something ended by time alone by {@code now}, such as a decision by word of mouth, and the clock has not entered it. */
    List<DossierId> timesOver(Instant now);

    /** Every case there is, for counting. */
    List<Row> every();

    /**
     * What a list shows; an empty part leaves nothing out.
     *
     * @param text in number, tail, call sign or operator
     */
    record Filter(Optional<String> state, Optional<String> base, Set<Phase> phases, Optional<Instant> departsFrom,
            Optional<Instant> departsUntil, boolean onlyAirborne, Optional<String> text) {

        public static final Filter ALL = new Filter(Optional.empty(), Optional.empty(), Set.of(), Optional.empty(),
                Optional.empty(), false, Optional.empty());

        public Filter {
            phases = Set.copyOf(phases);
        }

        public Filter ofState(String code) {
            return new Filter(Optional.of(code), base, phases, departsFrom, departsUntil, onlyAirborne, text);
        }

        public Filter atBase(String code) {
            return new Filter(state, Optional.of(code), phases, departsFrom, departsUntil, onlyAirborne, text);
        }

        public Filter in(Set<Phase> wanted) {
            return new Filter(state, base, wanted, departsFrom, departsUntil, onlyAirborne, text);
        }

        public Filter departing(Instant from, Instant until) {
            return new Filter(state, base, phases, Optional.of(from), Optional.of(until), onlyAirborne, text);
        }

        public Filter airborne() {
            return new Filter(state, base, phases, departsFrom, departsUntil, true, text);
        }

        public Filter saying(String words) {
            return new Filter(state, base, phases, departsFrom, departsUntil, onlyAirborne, Optional.of(words));
        }
    }
}
