package nullaosta.seal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.List;

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

    /**
     * Reads the one key of a PKCS #12 file, such as `keytool -genkeypair -keyalg EC -groupname secp256r1` makes.
     *
     * @throws SealFault for another password, no key, several keys, or a key for another scheme
     */
    public static IssuerKey pkcs12(byte[] file, char[] password) throws SealFault {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(file), password);
            List<String> names = Collections.list(store.aliases()).stream().filter(name -> holdsKey(store, name))
                    .toList();
            if (names.size() != 1) {
                throw new SealFault("the file holds " + names.size() + " private keys; expected one");
            }
            String name = names.getFirst();
            if (!(store.getKey(name, password) instanceof PrivateKey secret)) {
                throw new SealFault("the file holds no private key");
            }
            PublicKey open = Scheme.ES256.publicKey(store.getCertificate(name).getPublicKey().getEncoded());
            return new IssuerKey(new KeyPair(open, secret));
        } catch (IOException | GeneralSecurityException e) {
            throw new SealFault("this is no PKCS #12 file, or the password is another");
        }
    }

    private static boolean holdsKey(KeyStore store, String name) {
        try {
            return store.isKeyEntry(name);
        } catch (KeyStoreException e) {
            throw new IllegalStateException("the key store was not loaded", e);
        }
    }

    /** Writes a new file of mode 0600; never overwrites one. */
    public void save(Path file) throws IOException {
        KeyFile.write(file, KeyFile.text(pair));
    }

    public IssuerPublicKey publicKey() {
        return open;
    }

    /** Names the key in what it signs. */
    public String kid() {
        return open.kid();
    }

    /** 64 bytes, as COSE has them. */
    public byte[] sign(byte[] message) {
        return Scheme.ES256.sign(pair.getPrivate(), message);
    }
}
