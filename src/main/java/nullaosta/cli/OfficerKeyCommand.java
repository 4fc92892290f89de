package nullaosta.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import nullaosta.appointment.OfficerKey;
import nullaosta.seal.CanonicalJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the public half of an officer's key, for the appointing authority. */
@Command(name = "key", description = "Print the public half of a key, for the appointing authority.", mixinStandardHelpOptions = true, exitCodeOnInvalidInput = 64)
public final class OfficerKeyCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "FILE", description = "The officer's key, PKCS #12 with one key on P-256.")
    private Path file;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli injects the fields
    public OfficerKeyCommand() {
    }

    @Override
    public Integer call() throws Exception {
        return OfficerCommand.printing(spec, () -> new String(
                CanonicalJson.bytes(new OfficerKey.OfFile(OfficerCommand.open(file).publicKey()).toMap()),
                StandardCharsets.UTF_8));
    }
}
