package nullaosta.verifier;

import java.util.List;

/** Verifies a package of a disclosed case: that it is whole, and that what it shows was entered. */
final class DisclosureCommand implements VerifierCommand {

    private static final Usage USAGE = new Usage("disclosure", "Verify a case that was disclosed.",
            List.of(DisclosedCase.FILE), List.of(Inputs.KEY, Inputs.POLICY, Usage.JSON));

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public VerifyExit run(Arguments arguments, Terminal terminal) throws WrongUsage, NotChecked {
        return DisclosedCase.read(arguments, Inputs.believed(arguments)).entries().print(terminal,
                arguments.has("--json"));
    }
}
