package nullaosta.register;

import java.util.List;
import java.util.Optional;
import nullaosta.register.proof.TileReader;

/** What the integrator needs of storage. */
public interface LogStorage {

    /** Makes leaves of entries; pure but for reading tiles of the tree as it is committed. */
    @FunctionalInterface
    interface Growing {

        Growth grow(TreeHead before, TileReader tiles, List<byte[]> entries);
    }

    /**
     * Moves up to `limit` committed entries from the queue into the tree, in one transaction that one integrator at a time
     * can hold. A crash within it leaves queue and tree as they were.
     *
     * <p>Entries are those that are visible in the queue, never those after a last id seen: ids are taken before the
     * transactions that hold them commit, so a smaller id may become visible later.
     *
     * @return how many were moved; 0 also when another integrator is at work
     */
    int integrate(int limit, Growing growing);

    /** The committed tree. */
    TreeHead head();

    /** Size of the newest published checkpoint; empty before the first. */
    Optional<Long> publishedSize();

    /** Publishes a signed checkpoint. There is one for a size: the second of the same size changes nothing. */
    void publish(TreeHead head, byte[] note);
}
