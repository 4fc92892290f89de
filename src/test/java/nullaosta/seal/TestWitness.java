package nullaosta.seal;

import java.nio.ByteBuffer;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A witness of tests and of the vectors: it signs whatever it is shown. */
public final class TestWitness {

    private final KeyPair pair;
    private final WitnessVerifier verifier;

    private TestWitness(String name, KeyPair pair) throws SealFault {
        this.pair = pair;
        this.verifier = WitnessVerifier.of(name, Curve.EDDSA.point(pair.getPublic()));
    }

    public static TestWitness generate(String name, SecureRandom random) throws SealFault {
        return new TestWitness(name, Curve.EDDSA.generate(random));
    }

    public static TestWitness parse(String name, String pem) throws SealFault {
        return new TestWitness(name, KeyFile.read(pem, Curve.EDDSA));
    }

    public String pem() {
        return KeyFile.text(pair);
    }

    public WitnessVerifier verifier() {
        return verifier;
    }

    /** The note with this witness's line under it. */
    public SignedNote cosign(SignedNote note, Instant at) {
        long seconds = at.getEpochSecond();
        byte[] signature = Curve.EDDSA.sign(pair.getPrivate(), WitnessVerifier.cosigned(seconds, note.text()));
        byte[] line = ByteBuffer.allocate(WitnessVerifier.LINE_LENGTH).put(verifier.id()).putLong(seconds)
                .put(signature).array();
        List<SignedNote.Line> lines = new ArrayList<>(note.signatures());
        lines.add(new SignedNote.Line(verifier.name(), line));
        return new SignedNote(note.text(), lines);
    }
}
