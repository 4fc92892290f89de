package nullaosta.seal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Instant;

/** The private key of a witness, which cosigns what its owner has seen (C2SP tlog-cosignature). */
public final class WitnessKey {

    private final Scheme scheme;
    private final KeyPair pair;
    private final WitnessVerifier verifier;

    private WitnessKey(String name, Scheme scheme, KeyPair pair) throws SealFault {
        this.scheme = scheme;
        this.pair = pair;
        this.verifier = WitnessVerifier.of(name, scheme, scheme.point(pair.getPublic()));
    }

    /** @param scheme Ed25519 or ML-DSA-44 */
    public static WitnessKey generate(String name, Scheme scheme, SecureRandom random) throws SealFault {
        return new WitnessKey(name, scheme, scheme.generate(random));
    }

    /** Reads the PEM text that {@link #save} writes. */
    public static WitnessKey parse(String name, String pem) throws SealFault {
        Scheme scheme = KeyFile.holds(pem, Scheme.ML_DSA_44) ? Scheme.ML_DSA_44 : Scheme.EDDSA;
        return new WitnessKey(name, scheme, KeyFile.read(pem, scheme));
    }

    public static WitnessKey load(String name, Path file) throws IOException, SealFault {
        return parse(name, Files.readString(file));
    }

    /** Writes a new file of mode 0600; never overwrites one. */
    public void save(Path file) throws IOException {
        KeyFile.write(file, KeyFile.text(pair));
    }

    public WitnessVerifier verifier() {
        return verifier;
    }

    /**
     * The line that this witness puts under a checkpoint.
     *
     * @param at when it saw that this is the largest tree; cut to the second
     * @throws SealFault for a text that is no checkpoint
     */
    public SignedNote.Line cosign(SignedNote checkpoint, Instant at) throws SealFault {
        long seconds = at.getEpochSecond();
        byte[] message = WitnessVerifier.message(verifier.name(), scheme, seconds, checkpoint.text())
                .orElseThrow(() -> new SealFault("what is to be cosigned is no checkpoint"));
        byte[] signature = scheme.sign(pair.getPrivate(), message);
        return new SignedNote.Line(verifier.name(), ByteBuffer.allocate(12 + signature.length).put(verifier.id())
                .putLong(seconds).put(signature).array());
    }
}
