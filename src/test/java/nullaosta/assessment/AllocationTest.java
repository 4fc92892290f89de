package nullaosta.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nullaosta.agreement.Agreements;
import nullaosta.agreement.Clause;
import nullaosta.agreement.Terms;
import nullaosta.agreement.vocabulary.FactSheet;
import nullaosta.agreement.vocabulary.FactsFile;
import org.junit.jupiter.api.Test;

/** The evaluator's loop makes nothing: what an outcome costs in memory is the same for one clause and for many. */
class AllocationTest {

    private static final int WARM = 20_000;
    private static final int MEASURED = 5_000;
    private static final int ROUNDS = 40;

    @Test
    void anOutcomeTakesNoMoreMemoryUnderFourTimesAsManyClauses() throws Exception {
        Terms terms = Agreements.read(Path.of("agreements")).terms("it-us-sigonella/1").orElseThrow();
        FactSheet facts = FactsFile.read("facts.yaml",
                Files.readString(Path.of("casebook/armed-to-protect-personnel/facts.yaml")), terms.vocabulary())
                .orThrow();
        Assessor once = new Assessor(terms);
        Assessor fourTimes = new Assessor(times(terms, 4));
        assertThat(once.outcome(facts)).as("every clause is looked at").isNotEqualTo(Outcome.INELIGIBLE);
        long fewer = Long.MAX_VALUE;
        long more = Long.MAX_VALUE;
        // what the compiler has not got to yet keeps an iterator or two; it gets there while other tests' code is compiled too
        for (int round = 0; round < ROUNDS && (round == 0 || more != fewer); round++) {
            fewer = Math.min(fewer, bytesEach(once, facts));
            more = Math.min(more, bytesEach(fourTimes, facts));
        }
        assertThat(more).isEqualTo(fewer);
    }

    private static Terms times(Terms terms, int times) {
        List<Clause> clauses = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            clauses.addAll(terms.clauses());
        }
        return new Terms(terms.agreement(), terms.version(), terms.title(), terms.host(), terms.parties(),
                terms.userStates(), terms.bases(), terms.inForce(), terms.timezone(), terms.vocabulary(),
                terms.params(), terms.places(), terms.authorities(), clauses, terms.properties(), terms.published(),
                terms.hash());
    }

    private static long bytesEach(Assessor assessor, FactSheet facts) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        int outcomes = 0;
        for (int i = 0; i < WARM; i++) {
            outcomes += assessor.outcome(facts).ordinal();
        }
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < MEASURED; i++) {
            outcomes += assessor.outcome(facts).ordinal();
        }
        long bytes = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(outcomes).isPositive();
        return bytes / MEASURED;
    }
}
