package nullaosta.verifier;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import nullaosta.appointment.OfficerKey;
import nullaosta.clearance.token.Trust;
import nullaosta.seal.IssuerPublicKey;
import nullaosta.seal.SealFault;
import nullaosta.seal.WitnessPolicy;

/** Verifies by whose hand the decisions of a disclosed case stand. */
final class DecisionCommand implements VerifierCommand {

    private static final int LARGEST_KEY = 10_000;
    private static final int LARGEST_TRUST = 64_000_000;
    private static final Usage USAGE = new Usage("decision", "Verify who decided a case that was disclosed.",
            List.of(DisclosedCase.FILE),
            List.of(Inputs.KEY, Inputs.POLICY,
                    Usage.Option.of("--appointing", "FILE",
                            "Public half of the appointing authority's key. Without it no officer's key is believed."),
                    Usage.Option.of("--trust", "FILE",
                            "A base's trust file instead: it names register, witnesses and appointing authority."),
                    Usage.JSON));

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public VerifyExit run(Arguments arguments, Terminal terminal) throws WrongUsage, NotChecked {
        boolean json = arguments.has("--json");
        if (arguments.has("--trust")) {
            Trust trust = trust(Inputs.path(arguments.get("--trust")));
            return DisclosedCase.read(arguments, believed(trust)).decisions(trust.appointing()).print(terminal, json);
        }
        Optional<IssuerPublicKey> authority = arguments.has("--appointing")
                ? Optional.of(key(Inputs.path(arguments.get("--appointing"))))
                : Optional.empty();
        return DisclosedCase.read(arguments, Inputs.believed(arguments)).decisions(authority).print(terminal, json);
    }

    private static Inputs.Believed believed(Trust trust) {
        WitnessPolicy policy = WitnessPolicy.of(new WitnessPolicy.Log(trust.register(), Optional.empty()),
                trust.witnesses().stream()
                        .map(witness -> new WitnessPolicy.Witness(witness.name(), witness, Optional.empty())).toList(),
                trust.quorum());
        return new Inputs.Believed(trust.register(), Optional.of(policy));
    }

    private static Trust trust(Path file) throws NotChecked {
        try {
            return Trust.read(Inputs.bytes(file, LARGEST_TRUST));
        } catch (SealFault e) {
            throw NotChecked.in(file, e);
        }
    }

    private static IssuerPublicKey key(Path file) throws NotChecked {
        try {
            return OfficerKey.parse(Inputs.bytes(file, LARGEST_KEY)).key();
        } catch (SealFault e) {
            throw NotChecked.in(file, e);
        }
    }
}
