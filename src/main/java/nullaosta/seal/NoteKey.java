package nullaosta.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;

/** The private Ed25519 key that signs notes under a name (C2SP signed-note); the register's is named by its origin. */
public final class NoteKey {

    private final KeyPair pair;
    private final NoteVerifier verifier;

    private NoteKey(String name, KeyPair pair) throws SealFault {
        this.pair = pair;
        this.verifier = NoteVerifier.of(name, Scheme.EDDSA.point(pair.getPublic()));
    }

    public static NoteKey generate(String name, SecureRandom random) throws SealFault {
        return new NoteKey(name, Scheme.EDDSA.generate(random));
    }

    /** Reads the PEM text that {@link #save} writes. */
    public static NoteKey parse(String name, String pem) throws SealFault {
        return new NoteKey(name, KeyFile.read(pem, Scheme.EDDSA));
    }

    public static NoteKey load(String name, Path file) throws IOException, SealFault {
        return parse(name, Files.readString(file));
    }

    /** Writes a new file of mode 0600; never overwrites one. */
    public void save(Path file) throws IOException {
        KeyFile.write(file, KeyFile.text(pair));
    }

    public String name() {
        return verifier.name();
    }

    public NoteVerifier verifier() {
        return verifier;
    }

    byte[] sign(byte[] message) {
        return Scheme.EDDSA.sign(pair.getPrivate(), message);
    }
}
