package nullaosta.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import nullaosta.agreement.text.Spelling;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line: parses, runs one command, ends with its exit code. */
@Command(name = "nullaosta", description = "A host state's flight-authorisation system.", mixinStandardHelpOptions = true, version = "nullaosta 0.1.0", subcommands = {
        AgreementCommand.class, AssessCommand.class, AuditCommand.class, DiscloseCommand.class, OfficerCommand.class,
        ServeCommand.class,
        TourCommand.class,
        VerifyCommand.class, WitnessCommand.class}, exitCodeOnInvalidInput = 64)
public final class CommandLineDoor implements Runnable {

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli injects the field
    public CommandLineDoor() {
    }

    /** Runs the command; what it prints goes to the writers. */
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine line = new CommandLine(new CommandLineDoor());
        line.setOut(out).setErr(err).setUsageHelpWidth(100);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExpandAtFiles(false);
        line.registerConverter(LocalDate.class, CommandLineDoor::day);
        VerifyCommand.leaveWords(line);
        line.setParameterExceptionHandler((e, any) -> wrongUsage(e));
        line.setExecutionExceptionHandler((e, command, parsed) -> {
            command.getErr().println("nullaosta: " + (e.getMessage() == null ? "it failed" : e.getMessage()));
            return ExitCode.FAILURE.code();
        });
        int code = line.execute(arguments);
        out.flush();
        err.flush();
        return code;
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("found `" + text + "`, expected a date such as 2016-02-20");
        }
    }

    private static int wrongUsage(ParameterException e) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("nullaosta: " + unknownCommand(e).orElseGet(() -> lowered(e.getMessage())));
        err.println("usage: " + command.getHelp().synopsis(7).strip());
        return ExitCode.WRONG_USAGE.code();
    }

    private static Optional<String> unknownCommand(ParameterException e) {
        CommandLine command = e.getCommandLine();
        return e instanceof UnmatchedArgumentException unmatched && !command.getSubcommands().isEmpty()
                ? unmatched.getUnmatched().stream().filter(word -> !word.startsWith("-")).findFirst()
                        .map(word -> "no command `" + word + "`; "
                                + Spelling.help(word, command.getSubcommands().keySet()))
                : Optional.empty();
    }

    private static String lowered(@Nullable String message) {
        return message == null || message.isEmpty()
                ? "wrong usage"
                : Character.toLowerCase(message.charAt(0)) + message.substring(1);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing; known here: "
                + String.join(", ", spec.commandLine().getSubcommands().keySet()));
    }
}
