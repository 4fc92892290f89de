package nullaosta.verifier;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;

/** The verifier as a program of its own; {@code nullaosta verify} runs the same commands. */
public final class Verifier {

    /** What it verifies, in the order of its help. */
    private static final List<VerifierCommand> COMMANDS = List.of(new ClearanceCommand(), new RegisterCommand(),
            new ProofCommand(), new DisclosureCommand(), new DecisionCommand(), new MirrorCommand());
    private static final List<String> HELP = List.of("-h", "--help", "help");

    private Verifier() {
    }

    public static void main(String[] words) {
        Terminal terminal = new Terminal("nullaosta-verify", System.in,
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8), InstantSource.system());
        System.exit(run(terminal, List.of(words)));
    }

    /** Runs one command. @return the exit code, as {@link VerifyExit} lists them */
    public static int run(Terminal terminal, List<String> words) {
        try {
            return exit(terminal, words).code();
        } finally {
            terminal.out().flush();
            terminal.err().flush();
        }
    }

    /** How each command is written, in one line. */
    static List<String> usages() {
        return COMMANDS.stream().map(command -> command.usage().line()).toList();
    }

    private static VerifyExit exit(Terminal terminal, List<String> words) {
        if (!words.isEmpty() && HELP.contains(words.getFirst())) {
            terminal.out().print(help(terminal.program()));
            return VerifyExit.HOLDS;
        }
        VerifierCommand command = COMMANDS.stream()
                .filter(it -> !words.isEmpty() && it.usage().name().equals(words.getFirst())).findFirst().orElse(null);
        if (command == null) {
            terminal.err().println("nullaosta: " + (words.isEmpty() ? "" : "no command `" + words.getFirst() + "`; ")
                    + "say what to verify: " + names());
            terminal.err().println("usage: " + terminal.program() + " COMMAND …; " + terminal.program()
                    + " --help tells more");
            return VerifyExit.WRONG_USAGE;
        }
        List<String> rest = words.subList(1, words.size());
        if (rest.stream().anyMatch(word -> word.equals("-h") || word.equals("--help"))) {
            terminal.out().print(command.usage().help(terminal.program()));
            return VerifyExit.HOLDS;
        }
        try {
            return command.run(Arguments.parse(command.usage(), rest), terminal);
        } catch (WrongUsage e) {
            terminal.err().println("nullaosta: " + e.getMessage());
            terminal.err().println("usage: " + terminal.program() + " " + command.usage().line());
            return VerifyExit.WRONG_USAGE;
        } catch (NotChecked e) {
            terminal.err().println("nullaosta: nothing was checked: " + e.getMessage());
            return VerifyExit.NOT_CHECKED;
        }
    }

    private static String names() {
        return COMMANDS.stream().map(command -> command.usage().name()).collect(Collectors.joining(", "));
    }

    private static String help(String program) {
        Wrapped page = new Wrapped().line("usage: " + program + " COMMAND …").line("");
        COMMANDS.forEach(it -> page.line("  " + it.usage().name() + " ".repeat(12 - it.usage().name().length())
                + it.usage().meaning()));
        page.line("").line(program + " COMMAND --help tells more. The exit code says what came of it:").line("");
        for (VerifyExit exit : VerifyExit.values()) {
            page.line("  %2d  %s".formatted(exit.code(), exit.meaning()));
        }
        return page.toString();
    }
}
