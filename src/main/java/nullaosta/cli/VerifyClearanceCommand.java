package nullaosta.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import nullaosta.clearance.token.ClearanceToken;
import nullaosta.clearance.token.Pack;
import nullaosta.clearance.token.TokenCheck;
import nullaosta.clearance.token.Trust;
import nullaosta.cli.VerifyCommand.NotChecked;
import nullaosta.seal.SealFault;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks a clearance as a base does, without a network; the exit code carries the light. */
@Command(name = "clearance", description = "Check a clearance against a trust file.", exitCodeOnInvalidInput = 64)
public final class VerifyClearanceCommand implements Callable<Integer> {

    private static final int LARGEST_FILE = 64_000_000;

    @Parameters(index = "0", paramLabel = "TOKEN", description = "The text of the QR code, @FILE that holds it, or - to read it from the input.")
    private String token;

    @Option(names = "--trust", required = true, paramLabel = "FILE", description = "Whom to believe; see docs/reference/token.md.")
    private Path trustFile;

    @Option(names = "--pack", paramLabel = "FILE", description = "What the base last synchronised; the newer of it and the trust file's counts.")
    private @Nullable Path packFile;

    @Option(names = "--at", paramLabel = "INSTANT", description = "Check for this instant, such as 2016-03-01T18:00:00Z, instead of now.")
    private @Nullable String at;

    @Option(names = "--json", description = "Print JSON for programs.")
    private boolean json;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help.")
    private boolean help;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli injects the fields
    public VerifyClearanceCommand() {
    }

    @Override
    public Integer call() {
        Instant now = instant();
        try {
            Trust trust = trust();
            Optional<Pack> pack = pack();
            TokenCheck check = TokenCheck.check(text(), trust, pack, now);
            if (json) {
                VerifyCommand.print(spec, CheckInWords.map(check, trust, now));
            } else {
                spec.commandLine().getOut().print(CheckInWords.page(check, trust, now));
            }
            return VerifyExit.of(check.light()).code();
        } catch (NotChecked e) {
            return VerifyCommand.notChecked(spec, e);
        }
    }

    private Instant instant() {
        try {
            return at == null ? Instant.now() : Instant.parse(at);
        } catch (DateTimeException e) {
            throw new ParameterException(spec.commandLine(),
                    "`" + at + "` is no instant; expected one such as 2016-03-01T18:00:00Z");
        }
    }

    private Trust trust() throws NotChecked {
        try {
            return Trust.read(VerifyCommand.bytes(trustFile, LARGEST_FILE));
        } catch (SealFault e) {
            throw NotChecked.in(trustFile, e);
        }
    }

    private Optional<Pack> pack() throws NotChecked {
        if (packFile == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Pack.read(VerifyCommand.bytes(packFile, LARGEST_FILE)));
        } catch (SealFault e) {
            throw NotChecked.in(packFile, e);
        }
    }

    /** A blank may end a clearance, so only the line's end is taken off. */
    private String text() throws NotChecked {
        byte[] bytes;
        if (token.equals("-")) {
            try {
                bytes = System.in.readNBytes(ClearanceToken.LONGEST + 3);
            } catch (IOException e) {
                throw new NotChecked("the input cannot be read");
            }
        } else if (token.startsWith("@")) {
            bytes = VerifyCommand.bytes(Path.of(token.substring(1)), ClearanceToken.LONGEST + 2);
        } else {
            return token;
        }
        return new String(bytes, StandardCharsets.UTF_8).replaceFirst("\r?\n\\z", "");
    }
}
