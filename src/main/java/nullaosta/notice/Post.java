package nullaosta.notice;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nullaosta.dossier.Dossier;
import nullaosta.dossier.Dossiers;
import nullaosta.dossier.entry.Written;

/**
 * Makes letters of cases that have moved, and hands them over. Nothing of it stands in the way of a command: letters are made
 * from what is stored already. If we crash between a hand-over and its note, the letter is handed over again; none is lost.
 */
public final class Post {

    /** What happened before is no news, as where letters are turned on for a register of years. */
    static final Duration NEWS = Duration.ofDays(1);

    private static final int AT_ONCE = 200;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final Letters letters;
    private final Dossiers dossiers;
    private final List<Carrier> carriers;

    public Post(Letters letters, Dossiers dossiers, List<Carrier> carriers) {
        this.letters = letters;
        this.dossiers = dossiers;
        this.carriers = List.copyOf(carriers);
    }

    /** One round. @return what could not be handed over, and why */
    public List<String> round(Instant now) {
        for (Letters.Moved moved : letters.moved(AT_ONCE)) {
            // an erased case is no news to anybody; one that moves meanwhile is looked at again
            letters.make(moved, dossiers.read(moved.id()).map(dossier -> drafts(dossier, now)).orElse(List.of()), now);
        }
        List<String> troubles = new ArrayList<>();
        for (Letter letter : letters.due(now, AT_ONCE)) {
            handOver(letter, now).ifPresent(troubles::add);
        }
        return troubles;
    }

    private List<Letters.Draft> drafts(Dossier dossier, Instant now) {
        List<Written> history = dossier.history();
        if (history.getLast().at().isBefore(now.minus(NEWS))) {
            return List.of();
        }
        List<Letters.Draft> drafts = new ArrayList<>();
        for (News news : News.of(dossier, dossiers.chancery().deputies(),
                dossiers.chancery().host(), now)) {
            for (Carrier carrier : carriers) {
                carrier.reader(news).map(reader -> new Letters.Draft(carrier.name(), reader, news.subject()))
                        .filter(draft -> !drafts.contains(draft)).ifPresent(drafts::add);
            }
        }
        return drafts;
    }

    private Optional<String> handOver(Letter letter, Instant now) {
        Optional<Carrier> carrier = carriers.stream().filter(it -> it.name().equals(letter.carrier())).findFirst();
        try {
            if (carrier.isEmpty()) {
                throw new IOException("there is no carrier `" + letter.carrier() + "` any more");
            }
            carrier.get().carry(letter, now);
            letters.sent(letter, now);
            return Optional.empty();
        } catch (IOException e) {
            letters.failed(letter, String.valueOf(e.getMessage()), now, pause(letter.tries()));
            return Optional.of(letter.carrier() + ": " + e.getMessage());
        }
    }

    /** Twice as long after each failure, up to an hour. */
    static Duration pause(int tries) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(tries, 10));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
