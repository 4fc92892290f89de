package nullaosta.register.mirror;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import nullaosta.register.proof.LogSource;
import nullaosta.seal.Digest;

/**
 * The copy's files, under the register's own paths. A file is there whole or not at all: it is written beside its place,
 * brought to the disk and then moved.
 */
final class MirrorFolder {

    private static final String UNFINISHED = ".unfinished";
    private static final DateTimeFormatter STAMP = DateTimeFormatter
            .ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Path folder;
    private final LogSource source;

    MirrorFolder(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.source = LogSource.directory(folder);
    }

    Optional<byte[]> read(String path) throws IOException {
        return source.read(path);
    }

    /** Writes a file that never changes. @return false where other bytes stand there already; they stay */
    boolean add(String path, byte[] bytes) throws IOException {
        Optional<byte[]> there = read(path);
        if (there.isEmpty()) {
            write(path, bytes);
        }
        return there.isEmpty() || Arrays.equals(there.get(), bytes);
    }

    /** Puts the file in its place, over an older one. */
    void write(String path, byte[] bytes) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(parent(file));
        Path unfinished = file.resolveSibling(file.getFileName() + UNFINISHED);
        try (FileChannel out = FileChannel.open(unfinished, StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                out.write(buffer);
            }
            out.force(true);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel entry = FileChannel.open(parent(file), StandardOpenOption.READ)) {
            entry.force(true);
        }
    }

    /** Keeps a checkpoint as evidence; one that is kept already is not kept again. */
    Path keep(String who, byte[] note, long size, Instant at) throws IOException {
        String ending = "-" + who + "-" + size + "-" + Digest.of(note).hex().substring(0, 16);
        Path evidence = Files.createDirectories(folder.resolve("evidence"));
        try (DirectoryStream<Path> kept = Files.newDirectoryStream(evidence, "*" + ending)) {
            for (Path file : kept) {
                return file;
            }
        }
        String name = "evidence/" + STAMP.format(at) + ending;
        write(name, note);
        return folder.resolve(name);
    }

    /** Takes away the beginnings of a tile that now stands there whole; nobody needs them any more (C2SP tlog-tiles). */
    void forgetPartsOf(String path) throws IOException {
        Path parts = folder.resolve(path + ".p");
        if (Files.isDirectory(parts)) {
            try (Stream<Path> files = Files.list(parts)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(parts);
        }
    }

    private static Path parent(Path file) throws IOException {
        Path parent = file.getParent();
        if (parent == null) {
            throw new IOException("`" + file + "` is in no folder");
        }
        return parent;
    }
}
