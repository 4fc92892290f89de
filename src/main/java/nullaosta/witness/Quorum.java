package nullaosta.witness;

import java.util.List;
import java.util.Optional;
import nullaosta.seal.NoteVerifier;
import nullaosta.seal.WitnessPolicy;
import nullaosta.seal.WitnessVerifier;

/**
 * The witnesses of a register, and how many of them must have cosigned a checkpoint before it is published.
 *
 * @param threshold 0 asks for nobody: the operator alone is trusted
 */
public record Quorum(List<WitnessPolicy.Witness> witnesses, int threshold) {

    public static final Quorum NONE = new Quorum(List.of(), 0);

    public Quorum {
        witnesses = List.copyOf(witnesses);
        if (threshold < 0 || threshold > witnesses.size()) {
            throw new IllegalArgumentException("a quorum of " + threshold + " among " + witnesses.size());
        }
    }

    public List<WitnessVerifier> verifiers() {
        return witnesses.stream().map(WitnessPolicy.Witness::verifier).toList();
    }

    /** As readers of the register take it. */
    public WitnessPolicy policy(NoteVerifier register) {
        return WitnessPolicy.of(new WitnessPolicy.Log(register, Optional.empty()), witnesses, threshold);
    }
}
