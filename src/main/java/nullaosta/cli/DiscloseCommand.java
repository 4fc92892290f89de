package nullaosta.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import nullaosta.oversight.Reader;
import nullaosta.seal.CanonicalJson;
import nullaosta.seal.JsonFault;
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

    private static final int LARGEST = 64_000_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

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
        try {
            Answered answered = ask();
            byte[] body = answered.body();
            if (answered.status() != 200 || body.length > LARGEST) {
                return refused(from + " answered " + answered.status() + ": " + detail(body));
            }
            Files.write(file, body);
            spec.commandLine().getOut().println(file);
            return 0;
        } catch (IOException e) {
            return refused("no answer from " + from + ", or a file that cannot be used (" + e + ")");
        }
    }

    private record Answered(int status, byte[] body) {}

    private Answered ask() throws IOException, InterruptedException {
        URI address = URI.create(from.toString().replaceFirst("/+$", "") + "/api/v1/cases/"
                + URLEncoder.encode(number, StandardCharsets.UTF_8) + "/disclosure?to=" + to);
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpResponse<InputStream> response = http.send(HttpRequest.newBuilder(address).timeout(PATIENCE)
                    .header("Authorization", "Bearer " + Files.readString(token).strip()).build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream in = response.body()) {
                return new Answered(response.statusCode(), in.readNBytes(LARGEST + 1));
            }
        }
    }

    private static String detail(byte[] body) {
        try {
            return CanonicalJson.read(body) instanceof Map<?, ?> problem ? String.valueOf(problem.get("detail")) : "";
        } catch (JsonFault e) {
            return "nothing that can be read";
        }
    }

    private int refused(String why) {
        spec.commandLine().getErr().println("nullaosta: " + why);
        return ExitCode.FAILURE.code();
    }
}
