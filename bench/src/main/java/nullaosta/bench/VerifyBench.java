package nullaosta.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import nullaosta.clearance.token.Gate;
import nullaosta.clearance.token.Pack;
import nullaosta.clearance.token.TokenCheck;
import nullaosta.clearance.token.Trust;
import nullaosta.seal.Base45;
import nullaosta.seal.CoseSign1;
import nullaosta.seal.IssuerPublicKey;
import nullaosta.seal.SealFault;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A clearance at a gate whose pack is open already, the same with its pack read anew, and the bare signature. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class VerifyBench {

    private static final Path VECTORS = Path.of("vectors/clearance");
    private static final Instant NOW = Instant.parse("2016-03-01T18:10:00Z");

    private final String text;
    private final String withReceipt;
    private final Trust trust;
    private final Optional<Pack> pack;
    private final Gate gate;
    private final CoseSign1 message;
    private final IssuerPublicKey key;

    public VerifyBench() {
        try {
            text = Files.readString(VECTORS.resolve("valid.txt"));
            withReceipt = Files.readString(VECTORS.resolve("valid-with-receipt.txt"));
            trust = Trust.read(Files.readAllBytes(VECTORS.resolve("trust.json")));
            pack = Optional.of(Pack.read(Files.readAllBytes(VECTORS.resolve("pack.json"))));
            gate = Gate.of(trust, pack);
            message = CoseSign1.decode(Base45.decode(text.substring(4)));
            key = trust.issuers().values().iterator().next();
        } catch (IOException | SealFault e) {
            throw new IllegalStateException("run it in the repository's folder", e);
        }
    }

    @Benchmark
    public TokenCheck atTheGate() {
        return gate.check(text, NOW);
    }

    @Benchmark
    public TokenCheck atTheGateWithReceipt() {
        return gate.check(withReceipt, NOW);
    }

    @Benchmark
    public TokenCheck withThePackReadAnew() {
        return TokenCheck.check(text, trust, pack, NOW);
    }

    /** The peer: the Java platform's ES256 alone. */
    @Benchmark
    public boolean signatureAlone() {
        return message.signedBy(key);
    }
}
