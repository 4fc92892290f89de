package nullaosta.oversight.figures;

import java.util.ArrayList;
import java.util.List;

/**
 * Decisions that took from so many to so many working days.
 *
 * @param until the last of them; {@link #LONGEST} where there is no last
 */
public record Span(int from, int until, int decisions) {

    public static final int LONGEST = Integer.MAX_VALUE;

    private static final int[] BEGINS = {0, 1, 2, 3, 6, 11, 21};

    /** Whole spans without a gap; one of one or two decisions is told together with a neighbour. */
    static List<Span> of(List<Integer> days) {
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < BEGINS.length; i++) {
            int from = BEGINS[i];
            int until = i + 1 < BEGINS.length ? BEGINS[i + 1] - 1 : LONGEST;
            spans.add(new Span(from, until, (int) days.stream().filter(day -> day >= from && day <= until).count()));
        }
        for (int small = small(spans); small >= 0; small = small(spans)) {
            int before = small == 0 ? 0 : small - 1;
            spans.set(before, spans.get(before).and(spans.remove(before + 1)));
        }
        return spans;
    }

    private static int small(List<Span> spans) {
        for (int i = spans.size() - 1; i >= 0 && spans.size() > 1; i--) {
            if (Count.small(spans.get(i).decisions())) {
                return i;
            }
        }
        return -1;
    }

    private Span and(Span next) {
        return new Span(from, next.until, decisions + next.decisions);
    }

    /** {@code the same day}, {@code 3 to 5}, {@code 21 or more}. */
    public String inWords() {
        return until == LONGEST
                ? from + " or more"
                : from == until ? from == 0 ? "the same day" : String.valueOf(from) : from + " to " + until;
    }
}
