package nullaosta.verifier;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import nullaosta.appointment.OfficerKey;
import nullaosta.seal.IssuerPublicKey;
import nullaosta.seal.SealFault;

/** Verifies by whose hand the decisions of a disclosed case stand. */
final class DecisionCommand implements VerifierCommand {

    private static final int LARGEST_KEY = 10_000;
    private static final Usage USAGE = new Usage("decision", "Verify who decided a case that was disclosed.",
            List.of(DisclosedCase.FILE),
            List.of(Inputs.KEY, Inputs.POLICY,
                    Usage.Option.of("--appointing", "FILE",
                            "Public half of the appointing authority's key. Without it no officer's key is believed."),
                    Usage.JSON));

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public VerifyExit run(Arguments arguments, Terminal terminal) throws WrongUsage, NotChecked {
        Optional<IssuerPublicKey> authority = arguments.has("--appointing")
                ? Optional.of(key(Inputs.path(arguments.get("--appointing"))))
                : Optional.empty();
        return DisclosedCase.read(arguments).decisions(authority).print(terminal, arguments.has("--json"));
    }

    private static IssuerPublicKey key(Path file) throws NotChecked {
        try {
            return OfficerKey.parse(Inputs.bytes(file, LARGEST_KEY)).key();
        } catch (SealFault e) {
            throw NotChecked.in(file, e);
        }
    }
}
