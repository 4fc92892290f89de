package nullaosta.store;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's own programs, unpacked once from the jar that carries them. */
final class PostgresPrograms {

    static final String VERSION = "18.6";
    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

    private PostgresPrograms() {
    }

    /**
     * The folder with {@code bin} and {@code lib}. Unpacked beside its place and then moved there, so that a process killed
     * meanwhile leaves nothing that looks whole.
     */
    static Path unpacked(Path binaries, Consumer<String> progress) throws IOException {
        Path home = binaries.resolve("postgres-" + VERSION);
        if (Files.isDirectory(home)) {
            return home;
        }
        progress.accept("unpacking PostgreSQL " + VERSION);
        Files.createDirectories(binaries);
        Path fresh = Files.createTempDirectory(binaries, "unpacking-");
        try (InputStream resource = PostgresPrograms.class.getResourceAsStream(ARCHIVE)) {
            if (resource == null) {
                throw new IOException("PostgreSQL's programs for this kind of machine are missing: " + ARCHIVE);
            }
            unpack(resource, fresh);
        }
        Files.setPosixFilePermissions(fresh, permissions(0755));
        try {
            Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(fresh, home);
        } catch (FileAlreadyExistsException e) {
            // another process was quicker; its copy is the same
        }
        return home;
    }

    private static void unpack(InputStream resource, Path into) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(
                new XZCompressorInputStream(new BufferedInputStream(resource)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = into.resolve(entry.getName()).normalize();
                if (!target.startsWith(into)) {
                    throw new IOException("an archive entry leaves its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                    continue;
                }
                Files.createDirectories(target.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
                    Files.setPosixFilePermissions(target, permissions(entry.getMode()));
                }
            }
        }
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        Set<PosixFilePermission> permissions = EnumSet.of(PosixFilePermission.OWNER_READ,
                PosixFilePermission.OWNER_WRITE, PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);
        if ((mode & 0100) != 0) {
            permissions.addAll(Set.of(PosixFilePermission.OWNER_EXECUTE, PosixFilePermission.GROUP_EXECUTE,
                    PosixFilePermission.OTHERS_EXECUTE));
        }
        return permissions;
    }
}
