package nullaosta.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import nullaosta.agreement.condition.Condition;
import nullaosta.agreement.condition.ConditionReader;
import nullaosta.agreement.text.Place;
import nullaosta.agreement.text.Problems;
import nullaosta.agreement.text.YamlNode;
import nullaosta.agreement.vocabulary.FactSheet;
import nullaosta.assessment.logic.Compiler;
import nullaosta.assessment.logic.Look;
import nullaosta.assessment.logic.Proposition;
import nullaosta.assessment.logic.Truth;
import org.junit.jupiter.api.Test;

/** The evaluator against CEL's own runtime, and against what Kleene's logic promises. */
class EvaluatorTest {

    private static final int CONDITIONS = 1_500;
    private static final int SHEETS = 12;

    private static Condition read(String text) {
        Problems problems = new Problems();
        ConditionReader reader = new ConditionReader(RandomConditions.WORDS, problems);
        Condition condition = reader.read(new YamlNode.Text(Place.ofFile("random"), text)).orElseThrow(
                () -> new AssertionError(text + "\n" + problems.inOrder()));
        return condition;
    }

    private static Truth truth(Condition condition, FactSheet sheet) {
        return Compiler.compile(condition).truth(new Look(sheet, Assessor.STEPS));
    }

    /** Facts of a case, bound for CEL, and the same with some taken out at random. */
    private record Pair(FactSheet complete, FactSheet partial, Map<String, Object> bound) {}

    /** 2,000 conditions, each on 500 cases: on complete facts ours is CEL's verdict, and no fact left out turns one round. */
    @Test
    void aMillionVerdictsAreWhatCelGives() {
        RandomConditions random = new RandomConditions(20160222);
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            FactSheet complete = random.complete();
            pairs.add(new Pair(complete, random.partial(complete), CelOracle.bind(complete)));
        }
        int verdicts = 0;
        int held = 0;
        int unknown = 0;
        for (int i = 0; i < 2_000; i++) {
            String text = random.condition(4);
            Proposition ours = Compiler.compile(read(text));
            CelOracle oracle = new CelOracle(text);
            for (Pair pair : pairs) {
                boolean expected = oracle.holds(pair.bound());
                Truth full = ours.truth(new Look(pair.complete(), Assessor.STEPS));
                Truth part = ours.truth(new Look(pair.partial(), Assessor.STEPS));
                if (full != Truth.of(expected) || part != Truth.UNKNOWN && part != full) {
                    fail(text + " is " + full + " and " + part + ", CEL says " + expected + "\n" + pair);
                }
                verdicts++;
                held += expected ? 1 : 0;
                unknown += part == Truth.UNKNOWN ? 1 : 0;
            }
        }
        assertThat(verdicts).isEqualTo(1_000_000);
        assertThat(held).as("both answers are common").isBetween(verdicts / 4, verdicts * 3 / 4);
        assertThat(unknown).as("so is none").isBetween(verdicts / 10, verdicts * 3 / 4);
    }

    @Test
    void whatIsDefiniteWithFactsMissingIsWhatCelGivesForEveryCompletionTried() {
        RandomConditions random = new RandomConditions(20160224);
        int definite = 0;
        for (int i = 0; i < CONDITIONS; i++) {
            String text = random.condition(3);
            Condition condition = read(text);
            CelOracle oracle = new CelOracle(text);
            FactSheet partial = random.partial(random.complete());
            Truth truth = truth(condition, partial);
            if (truth != Truth.UNKNOWN) {
                definite++;
                for (int j = 0; j < SHEETS; j++) {
                    FactSheet completion = random.completed(partial, Integer.MAX_VALUE);
                    assertThat(oracle.holds(CelOracle.bind(completion))).as("%s under %s", text, partial)
                            .isEqualTo(truth == Truth.TRUE);
                }
            }
        }
        assertThat(definite).as("both kinds are common").isBetween(CONDITIONS / 4, CONDITIONS * 9 / 10);
    }

    @Test
    void anotherFactOnlyEverTurnsUnknownIntoSomethingDefinite() {
        RandomConditions random = new RandomConditions(20160503);
        for (int i = 0; i < CONDITIONS; i++) {
            String text = random.condition(4);
            Condition condition = read(text);
            FactSheet sheet = random.partial(random.partial(random.complete()));
            Truth before = truth(condition, sheet);
            for (int j = 0; j < SHEETS; j++) {
                sheet = random.completed(sheet, 2);
                Truth after = truth(condition, sheet);
                assertThat(before == Truth.UNKNOWN || before == after).as("%s: %s then %s", text, before, after)
                        .isTrue();
                before = after;
            }
            assertThat(before).isNotEqualTo(Truth.UNKNOWN);
        }
    }

    @Test
    void whatIsUnknownNamesMissingFactsAndOnlyAbsentOnes() {
        RandomConditions random = new RandomConditions(7);
        for (int i = 0; i < CONDITIONS; i++) {
            String text = random.condition(4);
            Condition condition = read(text);
            FactSheet sheet = random.partial(random.complete());
            Proposition proposition = Compiler.compile(condition);
            Look look = new Look(sheet, Assessor.STEPS);
            BitSet missing = proposition.missing(look);
            assertThat(missing.isEmpty()).as(text).isEqualTo(proposition.truth(look) != Truth.UNKNOWN);
            missing.stream().forEach(
                    slot -> assertThat(sheet.value(sheet.vocabulary().slots().get(slot))).as(text).isEmpty());
        }
    }
}
