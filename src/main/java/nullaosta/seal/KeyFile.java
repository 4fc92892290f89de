package nullaosta.seal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Base64;
import java.util.Set;

/**
 * A key file: the private key as PKCS #8 and its public half as SubjectPublicKeyInfo, both PEM (RFC 7468), mode 0600.
 *
 * <p>Both halves stand in it because the JDK derives no public key from a private one.
 */
final class KeyFile {

    private static final String PRIVATE = "PRIVATE KEY";
    private static final String PUBLIC = "PUBLIC KEY";

    private KeyFile() {
    }

    static String text(KeyPair pair) {
        return block(PRIVATE, pair.getPrivate().getEncoded()) + block(PUBLIC, pair.getPublic().getEncoded());
    }

    /**
     * Writes a new key file; an existing one is never overwritten.
     *
     * <p>The bytes are on disk under another name before the file appears, so a crash leaves no half key.
     *
     * @throws FileAlreadyExistsException if the file is there
     */
    static void write(Path file, String text) throws IOException {
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        try (FileChannel channel = FileChannel.open(part,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }

    static KeyPair read(String pem, Scheme scheme) throws SealFault {
        PrivateKey secret = scheme.privateKey(unblock(pem, PRIVATE));
        PublicKey open = scheme.publicKey(unblock(pem, PUBLIC));
        if (!scheme.pairs(secret, open)) {
            throw new SealFault("the public key in this file does not belong to its private key");
        }
        return new KeyPair(open, secret);
    }

    /** Whether the public key in the text is one of this scheme. */
    static boolean holds(String pem, Scheme scheme) {
        try {
            scheme.publicKey(unblock(pem, PUBLIC));
            return true;
        } catch (SealFault e) {
            return false;
        }
    }

    static String block(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder(64, new byte[]{'\n'}).encodeToString(der)
                + "\n-----END " + label + "-----\n";
    }

    static byte[] unblock(String pem, String label) throws SealFault {
        String begin = "-----BEGIN " + label + "-----";
        int from = pem.indexOf(begin);
        int to = pem.indexOf("-----END " + label + "-----");
        if (from < 0 || to < from) {
            throw new SealFault("expected a PEM block `" + label + "`, found none");
        }
        try {
            return Base64.getMimeDecoder().decode(pem.substring(from + begin.length(), to));
        } catch (IllegalArgumentException e) {
            throw new SealFault("the PEM block `" + label + "` is not base64");
        }
    }
}
