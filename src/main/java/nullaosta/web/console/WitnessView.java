package nullaosta.web.console;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nullaosta.seal.SealFault;
import nullaosta.seal.SignedNote;
import nullaosta.store.Installation;
import nullaosta.witness.Cosigning;

/**
 * A witness of the register as the page shows it.
 *
 * @param signedAt when it cosigned the checkpoint that is published; empty where it did not
 * @param trouble  why it did not sign when it was asked last
 */
public record WitnessView(String name, String key, Optional<Instant> signedAt, Optional<Instant> askedAt,
        Optional<String> trouble) {

    /** @param checkpoint that the page shows */
    static List<WitnessView> all(Installation installation, Optional<byte[]> checkpoint) {
        Optional<SignedNote> published = checkpoint.flatMap(WitnessView::note);
        return installation.witnesses().map(Cosigning::standings).orElse(List.of()).stream()
                .map(it -> new WitnessView(it.witness().name(), it.witness().verifier().name(),
                        published.flatMap(it.witness().verifier()::cosignedAt), it.answeredAt(), it.trouble()))
                .toList();
    }

    private static Optional<SignedNote> note(byte[] note) {
        try {
            return Optional.of(SignedNote.parse(note));
        } catch (SealFault e) {
            throw new IllegalStateException("the published checkpoint is no signed note", e);
        }
    }
}
