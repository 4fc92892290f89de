package nullaosta.verifier;

import java.util.List;
import java.util.Optional;
import nullaosta.register.proof.RegisterVerifier;
import nullaosta.register.proof.Verification;
import nullaosta.seal.WitnessPolicy;

/** Verifies everything that a register published; the exit code says whether it holds. */
final class RegisterCommand implements VerifierCommand {

    private static final Usage USAGE = new Usage("register", "Verify every entry and tile of a register.", List.of(
            new Usage.Place("URL-OR-DIR", "Where the register is published, or a folder with its files.")),
            List.of(Inputs.KEY, Inputs.POLICY, Inputs.TOKEN, Usage.JSON));

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public VerifyExit run(Arguments arguments, Terminal terminal) throws WrongUsage, NotChecked {
        var source = Inputs.source(arguments.place(0), arguments);
        Inputs.Believed believed = Inputs.believed(arguments);
        Outcome outcome = switch (RegisterVerifier.verify(source, believed.key())) {
            case Verification.Sound sound -> sound(sound, believed.policy());
            case Verification.Broken broken -> broken(broken.where(), broken.what());
            case Verification.Unread(String what) -> throw new NotChecked(what);
        };
        return outcome.print(terminal, arguments.has("--json"));
    }

    private static Outcome sound(Verification.Sound sound, Optional<WitnessPolicy> policy) {
        String sentence = "every entry, every tile and the root agree with the signed checkpoint";
        boolean seen = policy.isEmpty() || policy.get().satisfied(sound.note());
        Outcome outcome = seen
                ? new Outcome(VerifyExit.HOLDS, "SOUND", sentence)
                : new Outcome(VerifyExit.NOT_CERTAIN, "UNWITNESSED",
                        sentence + ", but too few witnesses vouch that others see the same");
        return outcome.checkpoint(sound.checkpoint()).field("tiles", sound.tiles()).field("bundles", sound.bundles())
                .row("read", Outcome.counted(sound.bundles(), "bundle", "bundles") + " of entries, "
                        + Outcome.counted(sound.tiles(), "tile", "tiles") + " of hashes")
                .witnesses(sound.note(), policy);
    }

    static Outcome broken(String where, String what) {
        return new Outcome(VerifyExit.DOES_NOT_HOLD, "BROKEN",
                "the register is not what its checkpoint says: " + where + ": " + what).field("where", where)
                .field("what", what)
                .advice("Keep what was published, with its checkpoint: it is the proof.");
    }
}
