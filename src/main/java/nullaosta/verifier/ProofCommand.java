package nullaosta.verifier;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import nullaosta.register.proof.Checkpoint;
import nullaosta.register.proof.EntryBundle;
import nullaosta.register.proof.Merkle;
import nullaosta.register.proof.ProofFile;
import nullaosta.seal.SealFault;
import nullaosta.seal.SignedNote;

/** Verifies that an entry stands in a register, from one file and without a network. */
final class ProofCommand implements VerifierCommand {

    private static final int LARGEST_FILE = 1_000_000;
    private static final Usage USAGE = new Usage("proof", "Verify that an entry stands in a register.",
            List.of(new Usage.Place("FILE", "The proof (C2SP tlog-proof).")),
            List.of(Inputs.KEY, Inputs.POLICY,
                    Usage.Option.of("--entry", "FILE", "The entry's bytes, without which nothing is certain."),
                    Usage.JSON));

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public VerifyExit run(Arguments arguments, Terminal terminal) throws WrongUsage, NotChecked {
        Inputs.Believed believed = Inputs.believed(arguments);
        Optional<byte[]> entry = arguments.has("--entry")
                ? Optional.of(Inputs.bytes(Inputs.path(arguments.get("--entry")), EntryBundle.LARGEST_ENTRY))
                : Optional.empty();
        Path file = Inputs.path(arguments.place(0));
        ProofFile proof;
        SignedNote note;
        try {
            proof = ProofFile.parse(Inputs.bytes(file, LARGEST_FILE));
            note = proof.note();
        } catch (SealFault e) {
            throw NotChecked.in(file, e);
        }
        return outcome(proof, note, believed, entry).print(terminal, arguments.has("--json"));
    }

    private static Outcome outcome(ProofFile proof, SignedNote note, Inputs.Believed believed,
            Optional<byte[]> entry) {
        Checkpoint checkpoint;
        try {
            checkpoint = proof.open(believed.key());
        } catch (SealFault e) {
            return new Outcome(VerifyExit.DOES_NOT_HOLD, "FALSE", e.getMessage());
        }
        boolean seen = believed.policy().isEmpty() || believed.policy().get().satisfied(note);
        Outcome outcome;
        if (entry.isPresent() && !proof.proves(Merkle.leaf(entry.get()), checkpoint)) {
            outcome = new Outcome(VerifyExit.DOES_NOT_HOLD, "FALSE", "the proof does not lead from this entry to the "
                    + "checkpoint: it is of another entry, or one of the two was altered");
        } else if (entry.isEmpty()) {
            outcome = new Outcome(VerifyExit.NOT_CERTAIN, "UNKNOWN", "the checkpoint is signed, but which entry the "
                    + "proof is of cannot be told without it; give it with --entry");
        } else if (!seen) {
            outcome = new Outcome(VerifyExit.NOT_CERTAIN, "UNWITNESSED", "the entry stands in the register, but too "
                    + "few witnesses vouch that others see the same");
        } else {
            outcome = new Outcome(VerifyExit.HOLDS, "PROVEN", "the entry stands in the register under the signed "
                    + "checkpoint");
        }
        return outcome.field("index", proof.index()).row("index", String.valueOf(proof.index()))
                .checkpoint(checkpoint).witnesses(note, believed.policy());
    }
}
