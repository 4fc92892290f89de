package nullaosta.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import nullaosta.oversight.Reader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Fetches a case from a server as a package that its reader verifies alone. */
@Command(name = "disclose", description = "Fetch a case as a package that its reader verifies without the server.", mixinStandardHelpOptions = true, exitCodeOnInvalidInput = 64)
public final class DiscloseCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "CASE", description = "The case's number.")
    private String number;

    @Option(names = "--to", required = true, paramLabel = "READER", description = "Whom it is for: auditor, state or public.")
    private String to;

    @Option(names = "--from", required = true, paramLabel = "URL", description = "The server.")
    private URI from;

    @Option(names = "--token", required = true, paramLabel = "FILE", description = "File with the access token of who asks.")
    private Path token;

    @Option(names = "--out", paramLabel = "FILE", description = "File to write; one that is there is not overwritten (CASE-READER.disclosure.json).")
    private @Nullable Path out;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli injects the fields
    public DiscloseCommand() {
    }

    @Override
    public Integer call() throws InterruptedException {
        if (Reader.of(to).isEmpty()) {
            throw new ParameterException(spec.commandLine(),
                    "no reader `" + to + "`; expected one of auditor, state, public");
        }
        Path file = out == null ? Path.of(number.replace('/', '_') + "-" + to + ".disclosure.json") : out;
        if (Files.exists(file)) {
            return refused(file + " is there already; give another with --out");
        }
        try (AskedServer server = new AskedServer(from, Files.readString(token).strip())) {
            byte[] body = server.get("/api/v1/cases/" + AskedServer.part(number) + "/disclosure?to=" + to);
            Files.write(file, body);
            spec.commandLine().getOut().println(file);
            return 0;
        } catch (AskedServer.Unanswered e) {
            return refused(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return refused("a file cannot be used (" + e + ")");
        }
    }

    private int refused(String why) {
        spec.commandLine().getErr().println("nullaosta: " + why);
        return ExitCode.FAILURE.code();
    }
}
