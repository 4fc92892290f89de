package nullaosta.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import nullaosta.seal.IssuerKey;
import nullaosta.seal.SealFault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Officers' own keys: made and used here, away from the server. */
@Command(name = "officer", description = "Appoint an officer's key, and sign with it; the key stays where this runs.", mixinStandardHelpOptions = true, subcommands = {
        OfficerKeyCommand.class, OfficerAppointCommand.class, OfficerEndCommand.class,
        OfficerSignCommand.class}, exitCodeOnInvalidInput = 64)
public final class OfficerCommand implements Runnable {

    /** Holds the password of the key file where nobody can be asked. */
    static final String PASSWORD = "NULLAOSTA_KEY_PASSWORD";

    private static final int LARGEST = 100_000;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli injects the field
    public OfficerCommand() {
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing; known here: "
                + String.join(", ", spec.commandLine().getSubcommands().keySet()));
    }

    /** Runs what may meet a faulty file, and prints what came of it. */
    static int printing(CommandSpec spec, Callable<String> work) throws Exception {
        try {
            spec.commandLine().getOut().println(work.call());
            return 0;
        } catch (SealFault e) {
            spec.commandLine().getErr().println("nullaosta: " + e.getMessage());
            return ExitCode.FAILURE.code();
        }
    }

    /** Opens a PKCS #12 file with the password of the environment or of whoever sits there. */
    static IssuerKey open(Path file) throws SealFault {
        byte[] bytes = read(file);
        char[] password = Optional.ofNullable(System.getenv(PASSWORD)).map(String::toCharArray)
                .orElseGet(() -> asked(file));
        try {
            return IssuerKey.pkcs12(bytes, password);
        } catch (SealFault e) {
            throw new SealFault(file + ": " + e.getMessage());
        }
    }

    private static char[] asked(Path file) {
        Console console = System.console();
        char[] typed = console == null ? null : console.readPassword("Password of %s: ", file);
        return typed == null ? new char[0] : typed;
    }

    static byte[] read(Path file) throws SealFault {
        try (var in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length <= LARGEST) {
                return bytes;
            }
            throw new SealFault(
                    file + " has more than " + LARGEST + " bytes; expected a key, an act or a text to sign");
        } catch (IOException e) {
            throw new SealFault(file + " cannot be read");
        }
    }
}
