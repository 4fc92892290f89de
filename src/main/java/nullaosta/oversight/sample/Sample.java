package nullaosta.oversight.sample;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import nullaosta.seal.Digest;

/**
 * How cases are drawn. They are put in the order of SHA-256 over the seed, a line feed and the case's number, and the first so
 * many are taken: whoever knows seed and numbers draws the same ones, and whoever does not choose the seed does not choose
 * the cases.
 *
 * @param seed any text; best one that nobody involved could choose, such as the numbers of a lottery
 * @param size how many at most
 * @param from first day on which a case was received, in the host's zone
 * @param until last day
 */
public record Sample(String seed, int size, LocalDate from, LocalDate until) {

    public static final int LARGEST = 50;
    public static final int LONGEST_SEED = 100;

    public Sample {
        if (seed.isBlank() || seed.length() > LONGEST_SEED || seed.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a seed of 1 to " + LONGEST_SEED + " characters in one line");
        }
        if (size < 1 || size > LARGEST) {
            throw new IllegalArgumentException("1 to " + LARGEST + " cases");
        }
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("a first day that is not after the last");
        }
    }

    /**
     * Keeps the first so many while it goes through all, however many there are.
     *
     * @param numbers of all cases received in the period
     */
    public List<String> draw(Collection<String> numbers) {
        PriorityQueue<Ranked> first = new PriorityQueue<>(Ranked.ORDER.reversed());
        for (String number : numbers) {
            first.add(new Ranked(rank(number), number));
            if (first.size() > size) {
                first.remove();
            }
        }
        return first.stream().sorted(Ranked.ORDER).map(Ranked::number).toList();
    }

    public Instant begins(ZoneId zone) {
        return from.atStartOfDay(zone).toInstant();
    }

    /** The first instant after the period. */
    public Instant ends(ZoneId zone) {
        return until.plusDays(1).atStartOfDay(zone).toInstant();
    }

    private byte[] rank(String number) {
        return Digest.of((seed + "\n" + number).getBytes(StandardCharsets.UTF_8)).bytes();
    }

    private record Ranked(byte[] rank, String number) {
        /** Bytes without sign have the order of their hexadecimal form. */
        static final Comparator<Ranked> ORDER = Comparator
                .comparing(Ranked::rank, Arrays::compareUnsigned).thenComparing(Ranked::number);
    }
}
