package nullaosta.register.proof;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Where the bytes that a register published are read from. */
@FunctionalInterface
public interface LogSource {

    /**
     * The bytes under a path such as `checkpoint` or `tile/0/000`; empty where nothing is published there.
     *
     * @throws IOException where it cannot be known: no network, no right to read
     */
    Optional<byte[]> read(String path) throws IOException;

    static LogSource directory(Path folder) {
        return new LogDirectory(folder);
    }

    /** A server that publishes under the address; http or https. */
    static LogSource address(URI address) {
        return new LogAddress(address);
    }
}
