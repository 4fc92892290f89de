package nullaosta.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Under whose name the database runs: PostgreSQL refuses to run as root.
 *
 * <p>Root first tries a user namespace, in which files keep their owner and the folder may lie anywhere; where the kernel
 * forbids those, the database runs as {@code nobody} and the folder is handed over to it.
 */
final class ProcessOwner {

    private static final List<String> NAMESPACE = List.of("unshare", "-U");
    private static final List<String> NOBODY = List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");

    private ProcessOwner() {
    }

    /** What to put before a command; nothing for an ordinary user. */
    static List<String> prefix(Path folder) throws IOException, InterruptedException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return List.of();
        }
        boolean nobodys = !Files.getOwner(folder).getName().equals("root");
        return !nobodys && runs(NAMESPACE) ? NAMESPACE : NOBODY;
    }

    /** Makes the folder belong to whom the database runs as. */
    static void handOver(Path folder, List<String> prefix) throws IOException, InterruptedException {
        if (prefix.equals(NOBODY)) {
            Process process = new ProcessBuilder("chown", "-R", "65534:65534", folder.toString()).inheritIO().start();
            process.waitFor();
        }
    }

    private static boolean runs(List<String> prefix) throws InterruptedException {
        List<String> command = new ArrayList<>(prefix);
        command.add("true");
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
