package nullaosta.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import nullaosta.appointment.Act;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Signs, as the appointing authority, that a key holds no longer. */
@Command(name = "end", description = "Sign, as the appointing authority, that a key holds no longer; prints the act.", mixinStandardHelpOptions = true, exitCodeOnInvalidInput = 64)
public final class OfficerEndCommand implements Callable<Integer> {

    @Option(names = "--with", required = true, paramLabel = "FILE", description = "The appointing authority's key, PKCS #12.")
    private Path with;

    @Option(names = "--key", required = true, paramLabel = "KEY", description = "The key's id, as decisions name it.")
    private String key;

    @Option(names = "--from", required = true, paramLabel = "INSTANT", description = "From when nothing that it signs counts.")
    private Instant from;

    @Option(names = "--reason", required = true, paramLabel = "WORDS", description = "Why: the officer left, the key was lost.")
    private String reason;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli injects the fields
    public OfficerEndCommand() {
    }

    @Override
    public Integer call() throws Exception {
        return OfficerCommand.printing(spec, () -> new String(
                Act.end(key, from, reason, OfficerCommand.open(with)).document(), StandardCharsets.UTF_8));
    }
}
