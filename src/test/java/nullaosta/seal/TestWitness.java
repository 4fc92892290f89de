package nullaosta.seal;

import java.security.SecureRandom;
import java.time.Instant;

/** A witness of tests and of the vectors: it signs whatever it is shown. */
public final class TestWitness {

    private final WitnessKey key;
    private final String pem;

    private TestWitness(String name, String pem) throws SealFault {
        this.key = WitnessKey.parse(name, pem);
        this.pem = pem;
    }

    public static TestWitness generate(String name, SecureRandom random) throws SealFault {
        return new TestWitness(name, KeyFile.text(Scheme.EDDSA.generate(random)));
    }

    public static TestWitness parse(String name, String pem) throws SealFault {
        return new TestWitness(name, pem);
    }

    public String pem() {
        return pem;
    }

    public WitnessVerifier verifier() {
        return key.verifier();
    }

    /** The note with this witness's line under it. */
    public SignedNote cosign(SignedNote note, Instant at) throws SealFault {
        return note.with(key.cosign(note, at));
    }
}
