package nullaosta.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Under whose name the database runs: PostgreSQL refuses to run as root.
 *
 * <p>Root runs it as the one who owns the folder. In a folder of its own, root first tries a user namespace, in which files
 * keep their owner and the folder may lie anywhere; where the kernel forbids those, the database runs as {@code nobody} and
 * the folder is handed over to it.
 *
 * @param prefix what to put before a command; nothing for an ordinary user
 * @param owner  user and group that the folder must belong to, as {@code chown} takes them
 */
record ProcessOwner(List<String> prefix, Optional<String> owner) {

    private static final ProcessOwner ONESELF = new ProcessOwner(List.of(), Optional.empty());
    private static final ProcessOwner NAMESPACE = new ProcessOwner(List.of("unshare", "-U"), Optional.empty());
    private static final int ROOT = 0;
    private static final int NOBODY = 65_534;

    ProcessOwner {
        prefix = List.copyOf(prefix);
    }

    static ProcessOwner of(Path folder) throws IOException, InterruptedException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return ONESELF;
        }
        Map<String, Object> owner = Files.readAttributes(folder, "unix:uid,gid");
        if (!Objects.equals(owner.get("uid"), ROOT)) {
            return somebody(owner.get("uid"), owner.get("gid"));
        }
        return runs(NAMESPACE.prefix()) ? NAMESPACE : somebody(NOBODY, NOBODY);
    }

    private static ProcessOwner somebody(@Nullable Object user, @Nullable Object group) {
        return new ProcessOwner(List.of("setpriv", "--reuid=" + user, "--regid=" + group, "--clear-groups"),
                Optional.of(user + ":" + group));
    }

    /** Makes the folder belong to whom the database runs as. */
    void handOver(Path folder) throws IOException, InterruptedException {
        if (owner.isPresent()) {
            new ProcessBuilder("chown", "-R", owner.get(), folder.toString()).inheritIO().start().waitFor();
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
