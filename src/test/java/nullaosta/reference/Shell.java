package nullaosta.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a command as somebody would type it. */
final class Shell {

    /** More than any command of the documentation takes on a busy machine; in seconds. */
    private static final int LONGEST = 90;

    private Shell() {
    }

    record Outcome(int exit, String said) {}

    static Process start(Path folder, Map<String, String> environment, Path output, String... command)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(command)).directory(folder.toFile())
                .redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    static Outcome run(Path folder, Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "said-", ".txt");
        Process process = start(folder, environment, output, command);
        process.getOutputStream().close();
        if (!process.waitFor(LONGEST, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new AssertionError("it did not end within " + LONGEST + " s: " + String.join(" ", command) + "\n"
                    + Files.readString(output));
        }
        return new Outcome(process.exitValue(), Files.readString(output));
    }
}
