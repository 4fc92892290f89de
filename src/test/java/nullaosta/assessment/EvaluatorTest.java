package nullaosta.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
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

    @Test
    void completeFactsGiveWhatCelGives() {
        RandomConditions random = new RandomConditions(20160222);
        int held = 0;
        for (int i = 0; i < CONDITIONS; i++) {
            String text = random.condition(4);
            Condition condition = read(text);
            CelOracle oracle = new CelOracle(text);
            for (int j = 0; j < SHEETS; j++) {
                FactSheet sheet = random.complete();
                boolean expected = oracle.holds(sheet);
                assertThat(truth(condition, sheet)).as("%s under %s", text, sheet).isEqualTo(Truth.of(expected));
                held += expected ? 1 : 0;
            }
        }
        assertThat(held).as("both answers are common").isBetween(CONDITIONS * SHEETS / 4, CONDITIONS * SHEETS * 3 / 4);
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
                    assertThat(oracle.holds(completion)).as("%s under %s", text, partial)
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
