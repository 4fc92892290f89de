package nullaosta.bench;

import java.util.concurrent.TimeUnit;
import nullaosta.agreement.Agreement;
import nullaosta.agreement.Terms;
import nullaosta.proof.Inquiry;
import nullaosta.proof.VersionComparison;
import nullaosta.proof.VersionInquiry;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** All questions about a version, warm: of the agreement of Sigonella, of twelve clauses, and of twenty times as many. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 3, time = 3)
@Fork(1)
public class ProveBench {

    private final Agreement sigonella = Sigonella.read();
    private final Terms inForce = sigonella.versions().getFirst();
    private final Terms proposed = sigonella.versions().getLast();
    private final Terms annexes = TwelveClauses.byType(240);
    private final Terms repeated = TwelveClauses.again(240);

    @Benchmark
    public Inquiry sigonella() {
        return VersionInquiry.of(inForce);
    }

    @Benchmark
    public VersionComparison sigonellaAgainstTheProposal() {
        return VersionComparison.of(inForce, proposed);
    }

    @Benchmark
    public Inquiry twelveClauses() {
        return VersionInquiry.of(TwelveClauses.TERMS);
    }

    @Benchmark
    public Inquiry twentyAnnexesOfTwelveClauses() {
        return VersionInquiry.of(annexes);
    }

    /** Each says what nineteen others say, and the prover tells of each on which of them that rests. */
    @Benchmark
    public Inquiry twelveClausesTwentyTimes() {
        return VersionInquiry.of(repeated);
    }
}
