package nullaosta.cli;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import nullaosta.verifier.Terminal;
import nullaosta.verifier.Verifier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs the verifier's commands, which read their own options: they also run where there is no picocli. */
@Command(name = "verify", description = "Verify a clearance, a register or a proof; mirror a register.", exitCodeOnInvalidInput = 64)
public final class VerifyCommand implements Callable<Integer> {

    @Parameters(arity = "0..*", paramLabel = "COMMAND")
    private List<String> words = List.of();

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli injects the fields
    public VerifyCommand() {
    }

    /** Leaves every word behind the name to the verifier. */
    static void leaveWords(CommandLine line) {
        line.getSubcommands().values().stream().filter(each -> each.getCommand() instanceof VerifyCommand)
                .forEach(each -> each.setStopAtPositional(true).setUnmatchedOptionsArePositionalParams(true));
    }

    @Override
    public Integer call() {
        return Verifier.run(new Terminal("nullaosta verify", System.in, spec.commandLine().getOut(),
                spec.commandLine().getErr(), InstantSource.system()), words);
    }
}
