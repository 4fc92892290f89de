package nullaosta.bench;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import nullaosta.agreement.vocabulary.FactSheet;
import nullaosta.assessment.Assessment;
import nullaosta.assessment.Assessor;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One mission under twelve clauses: ours with a finding for each, and cel-java's runtime on the same clauses. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class AssessBench {

    private static final int MISSIONS = 1_024;

    private final Assessor assessor = new Assessor(TwelveClauses.TERMS);
    private final List<FactSheet> complete = TwelveClauses.missions(MISSIONS, 0, 2016);
    private final List<FactSheet> partial = TwelveClauses.missions(MISSIONS, 0.2, 2016);
    private final CelPeer peer = new CelPeer(TwelveClauses.TERMS.vocabulary(),
            TwelveClauses.ROWS.stream().map(TwelveClauses.Row::expression).toList());
    private final List<Map<String, Object>> bound = complete.stream().map(peer::bind).toList();
    private int next;

    @Benchmark
    public Assessment ours() {
        return assessor.assess(complete.get(next++ & MISSIONS - 1));
    }

    /** A fifth of the facts missing: findings name what they wait for. */
    @Benchmark
    public Assessment oursWithFactsMissing() {
        return assessor.assess(partial.get(next++ & MISSIONS - 1));
    }

    @Benchmark
    public int celJava() {
        return peer.holding(bound.get(next++ & MISSIONS - 1));
    }
}
