package nullaosta.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import nullaosta.agreement.Agreement;

/** The shipped agreement, read from the product's folder, where {@code bench/run} starts. */
final class Sigonella {

    private Sigonella() {
    }

    static Agreement read() {
        try {
            return Agreement.read(Path.of("agreements/it-us-sigonella"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
