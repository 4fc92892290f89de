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

    /**
     * A tile or bundle. Where its beginning is no longer published, since it has become whole, the whole is cut (C2SP
     * tlog-tiles, "Partial Tiles").
     */
    default Optional<byte[]> read(TilePath path) throws IOException {
        Optional<byte[]> bytes = read(path.toString());
        return bytes.isPresent() || path.width() == TilePath.FULL
                ? bytes
                : read(path.whole().toString()).map(path::beginningOf);
    }

    static LogSource directory(Path folder) {
        return new LogDirectory(folder);
    }

    /** A server that publishes under the address; http or https. */
    static LogSource address(URI address) {
        return new LogAddress(address, Optional.empty());
    }

    /** The same, read by somebody with a token of access, who may see what the public does not see yet. */
    static LogSource address(URI address, String token) {
        return new LogAddress(address, Optional.of(token));
    }
}
