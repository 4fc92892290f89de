package nullaosta.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;

/** The private key that an authority signs clearances with: ECDSA on P-256. */
public final class IssuerKey {

    private final KeyPair pair;
    private final IssuerPublicKey open;

    private IssuerKey(KeyPair pair) {
        this.pair = pair;
        this.open = IssuerPublicKey.of(pair.getPublic());
    }

    public static IssuerKey generate(SecureRandom random) {
        return new IssuerKey(Scheme.ES256.generate(random));
    }

    /** Reads the PEM text that {@link #save} writes. */
    public static IssuerKey parse(String pem) throws SealFault {
        return new IssuerKey(KeyFile.read(pem, Scheme.ES256));
    }

    public static IssuerKey load(Path file) throws IOException, SealFault {
        return parse(Files.readString(file));
    }

    /** Writes a new file of mode 0600; never overwrites one. */
    public void save(Path file) throws IOException {
        KeyFile.write(file, pair);
    }

    public IssuerPublicKey publicKey() {
        return open;
    }

    /** Names the key in what it signs. */
    public String kid() {
        return open.kid();
    }

    byte[] sign(byte[] message) {
        return Scheme.ES256.sign(pair.getPrivate(), message);
    }
}
