package nullaosta.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import nullaosta.seal.SealFault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Verifies what was signed, without a server and without writing anything. */
@Command(name = "verify", description = "Verify a clearance or a register.", subcommands = {
        VerifyClearanceCommand.class, VerifyRegisterCommand.class}, exitCodeOnInvalidInput = 64)
public final class VerifyCommand implements Runnable {

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help.")
    private boolean help;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli injects the fields
    public VerifyCommand() {
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to verify: clearance or register");
    }

    /** Nothing was checked; the message says why. */
    static final class NotChecked extends Exception {
        private static final long serialVersionUID = 1L;

        NotChecked(String message) {
            super(message);
        }

        static NotChecked in(Path file, SealFault fault) {
            return new NotChecked("`" + file + "`: " + fault.getMessage());
        }
    }

    /** The file's bytes, or one more than the most that anybody would read. */
    static byte[] bytes(Path file, int most) throws NotChecked {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(most + 1);
        } catch (NoSuchFileException e) {
            throw new NotChecked("no file `" + file + "`");
        } catch (IOException e) {
            throw new NotChecked("`" + file + "` cannot be read");
        }
    }

    static int notChecked(CommandSpec spec, NotChecked why) {
        spec.commandLine().getErr().println("nullaosta: nothing was checked: " + why.getMessage());
        return VerifyExit.NOT_CHECKED.code();
    }

    static void print(CommandSpec spec, Map<String, Object> map) {
        spec.commandLine().getOut().println(
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValueAsString(map));
    }
}
