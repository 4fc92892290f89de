package nullaosta.witness;

import java.time.InstantSource;
import java.util.Optional;
import nullaosta.register.Integrator;
import nullaosta.register.LogStorage;
import nullaosta.register.proof.TileReader;
import nullaosta.seal.NoteKey;

/** Integrates and publishes in one go, with no witness: for tests that look at what a register holds. */
public final class Keeper {

    private final Integrator integrator;
    private final Publication publication;

    public Keeper(LogStorage log, TileReader tiles, NoteKey key) {
        integrator = new Integrator(log);
        publication = new Publication(log, tiles, new Publication.Signers(key, Optional.empty()), Optional.empty(),
                checkpoint -> {
                }, InstantSource.system());
    }

    /** @return whether there may be more to do at once */
    public boolean round() {
        boolean more = integrator.round();
        try {
            publication.round();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return more;
    }
}
