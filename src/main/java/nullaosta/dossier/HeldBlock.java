package nullaosta.dossier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Leave for flights of one kind, until it is used up, over or closed.
 *
 * @param flights how many at most, with those that were cleared before it was amended and granted again
 * @param cleared numbers of the cases cleared in it
 * @param closedAt since when no further flight may be announced; those that are cleared stay so
 */
public record HeldBlock(int flights, List<String> cleared, Optional<Instant> closedAt) {

    public HeldBlock {
        cleared = List.copyOf(cleared);
    }

    HeldBlock with(String flight) {
        List<String> all = new ArrayList<>(cleared);
        all.add(flight);
        return new HeldBlock(flights, all, closedAt);
    }

    HeldBlock closed(Instant at) {
        return new HeldBlock(flights, cleared, Optional.of(at));
    }

    public boolean usedUp() {
        return cleared.size() >= flights;
    }
}
