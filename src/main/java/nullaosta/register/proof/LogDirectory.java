package nullaosta.register.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** A register as files in a folder. */
record LogDirectory(Path folder) implements LogSource {

    @Override
    public Optional<byte[]> read(String path) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException("no folder `" + folder + "`");
        }
        try {
            return Optional.of(Files.readAllBytes(folder.resolve(path)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new IOException("`" + folder.resolve(path) + "` cannot be read", e);
        }
    }
}
