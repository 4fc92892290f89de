package nullaosta.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import nullaosta.agreement.Agreement;
import nullaosta.agreement.Authority;
import nullaosta.agreement.Clause;
import nullaosta.agreement.ClauseKind;
import nullaosta.agreement.OnBreach;
import nullaosta.agreement.Terms;
import nullaosta.agreement.TermsReader;
import nullaosta.agreement.condition.Comparison;
import nullaosta.agreement.condition.Condition;
import nullaosta.agreement.condition.Operand;
import nullaosta.agreement.vocabulary.Basis;
import nullaosta.agreement.vocabulary.FactDeclaration;
import nullaosta.agreement.vocabulary.FactSheet;
import nullaosta.agreement.vocabulary.FactsFile;
import nullaosta.agreement.vocabulary.Value;
import nullaosta.agreement.vocabulary.ValueType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a clause says of facts, and what all clauses together come to. */
class AssessorTest {

    /** One clause of each sort, so that every finding and outcome can be reached. */
    private static final String TERMS = """
            terms: field/1
            agreement: {id: field, title: "A field", host: IT, parties: [IT, US], userStates: [US], bases: [SIGONELLA],
              inForce: {from: 2016-01-01}}
            timezone: Europe/Rome
            sources: {A: "A paper"}
            authorities: {staff: "the Staff", government: "the Government"}
            vocabulary: {uses: flight/1}
            clauses:
              - {id: G, kind: grant, text: "g", source: {doc: A, locator: "1"}, when: mission.operatorState == State.US,
                  tests: [{given: {mission.operatorState: US}, expect: satisfied}]}
              - {id: R, kind: require, text: "r", source: {doc: A, locator: "2"}, when: mission.armed,
                  require: file.harmEstimate, tests: [{given: {}, expect: {needs: [mission.armed]}}]}
              - {id: D, kind: require, text: "d", source: {doc: A, locator: "3"}, derogation: staff,
                  require: mission.receivedBeforeTakeoff,
                  tests: [{given: {mission.receivedBeforeTakeoff: false}, expect: breached}]}
              - {id: B, kind: require, text: "b", source: {doc: A, locator: "4"}, onBreach: refer, authority: government,
                  require: ledger.sortiesToday < 3, tests: [{given: {ledger.sortiesToday: 3}, expect: breached}]}
              - {id: N, kind: require, text: "n", source: {doc: A, locator: "5"}, onBreach: record,
                  require: "!mission.crewed", tests: [{given: {mission.crewed: true}, expect: breached}]}
              - {id: C, kind: refer, text: "c", source: {doc: A, locator: "6"}, authority: government,
                  when: mission.strike, tests: [{given: {mission.strike: true}, expect: referred}]}
              - {id: X, kind: require, text: "x", source: {doc: A, locator: "7"}, exceptTo: R,
                  when: mission.purpose == Purpose.LOGISTICS, require: file.personnelOnGround,
                  tests: [{given: {mission.purpose: OFFENSIVE}, expect: not-applicable}]}
              - {id: L, kind: require, text: "l", source: {doc: A, locator: "8"}, inForce: {from: 2016-05-01},
                  require: file.expressRequest, tests: [{given: {file.expressRequest: true}, expect: satisfied}]}
            """;
    private static final Terms FIELD = TermsReader.read("field/v1.yaml", TERMS).orThrow();

    /** Facts under which nothing stands in the way; a test changes some of them. */
    private static final String CLEAR = """
            mission.operatorState: US
            mission.departure: 2016-03-01T18:00:00Z
            mission.armed: false
            mission.receivedBeforeTakeoff: true
            ledger.sortiesToday: 0
            mission.crewed: false
            mission.strike: false
            mission.purpose: SURVEILLANCE
            file.harmEstimate: true
            file.personnelOnGround: true
            file.expressRequest: true
            """;

    /** @param changes {@code name=value} for facts that differ from the clear case, {@code name=} for absent ones */
    private static FactSheet facts(String... changes) {
        String text = CLEAR;
        for (String change : changes) {
            String name = change.substring(0, change.indexOf('='));
            String value = change.substring(change.indexOf('=') + 1);
            text = text.replaceAll("(?m)^" + name + ": .*\n", value.isEmpty() ? "" : name + ": " + value + "\n");
        }
        return FactsFile.read("facts.yaml", text, FIELD.vocabulary()).orThrow();
    }

    private static Assessment assess(String... changes) {
        return Assessor.assess(FIELD, facts(changes));
    }

    private static Status status(String clause, String... changes) {
        return assess(changes).finding(clause).orElseThrow().status();
    }

    @Test
    void theClearCaseIsEligible() {
        assertThat(assess().outcome()).isEqualTo(Outcome.ELIGIBLE);
        assertThat(ClauseTests.run(FIELD)).isEmpty();
    }

    // The outcome: the first of the documented order that holds

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            INELIGIBLE   | mission.armed=true file.harmEstimate=false
            INELIGIBLE   | mission.armed=true file.harmEstimate=false mission.crewed=
            INELIGIBLE   | mission.armed=true file.harmEstimate=false mission.operatorState=GB mission.strike=true
            NEEDS_FACTS  | mission.crewed=
            NEEDS_FACTS  | mission.crewed= mission.operatorState=GB
            NEEDS_FACTS  | mission.crewed= mission.strike=true ledger.sortiesToday=9
            NOT_COVERED  | mission.operatorState=GB
            NOT_COVERED  | mission.operatorState=GB mission.strike=true ledger.sortiesToday=9
            REFER        | mission.strike=true
            REFER        | ledger.sortiesToday=9
            REFER        | mission.receivedBeforeTakeoff=false
            ELIGIBLE     | mission.crewed=true
            """)
    void theFirstThatHoldsInTheDocumentedOrder(Outcome expected, String changes) {
        assertThat(assess(changes.split(" ")).outcome()).isEqualTo(expected);
    }

    @Test
    void theOrderIsTheDocumentedOne() {
        assertThat(Outcome.values()).containsExactly(Outcome.INELIGIBLE, Outcome.CANNOT_EVALUATE, Outcome.NEEDS_FACTS,
                Outcome.NOT_COVERED, Outcome.REFER, Outcome.ELIGIBLE);
    }

    // Findings

    @Test
    void aBreachSaysWhatItLeadsTo() {
        assertThat(status("R", "mission.armed=true", "file.harmEstimate=false"))
                .isEqualTo(new Status.Breached(OnBreach.REFUSE, Optional.empty(), false));
        assertThat(status("D", "mission.receivedBeforeTakeoff=false")).isEqualTo(
                new Status.Breached(OnBreach.REFER, Optional.of(new Authority("staff", "the Staff")), true));
        assertThat(status("B", "ledger.sortiesToday=3")).isEqualTo(new Status.Breached(OnBreach.REFER,
                Optional.of(new Authority("government", "the Government")), false));
        assertThat(status("N", "mission.crewed=true"))
                .isEqualTo(new Status.Breached(OnBreach.RECORD, Optional.empty(), false));
    }

    @Test
    void authoritiesAreNamedOnceEach() {
        assertThat(assess("mission.strike=true", "ledger.sortiesToday=3", "mission.receivedBeforeTakeoff=false")
                .authorities()).extracting(Authority::id).containsExactly("staff", "government");
    }

    @Test
    void aClauseThatDoesNotApplyAsksForNothing() {
        assertThat(status("R", "file.harmEstimate=")).isEqualTo(new Status.NotApplicable("it speaks of other flights"));
        assertThat(assess("file.harmEstimate=", "file.personnelOnGround=", "file.expressRequest=").outcome())
                .isEqualTo(Outcome.ELIGIBLE);
    }

    @Test
    void whatDecidesWhetherAClauseAppliesIsAskedFirst() {
        assertThat(status("R", "mission.armed=", "file.harmEstimate="))
                .isEqualTo(new Status.Undetermined(List.of("mission.armed")));
        assertThat(status("R", "mission.armed=true", "file.harmEstimate="))
                .isEqualTo(new Status.Undetermined(List.of("file.harmEstimate")));
        assertThat(status("R", "mission.armed=")).as("kept whether or not it applies")
                .isEqualTo(new Status.Satisfied());
    }

    @Test
    void anExceptionTakesAFlightOutOfAClauseOnlyWhenItIsKept() {
        assertThat(status("R", "mission.armed=true", "file.harmEstimate=false", "mission.purpose=LOGISTICS"))
                .isEqualTo(new Status.NotApplicable("clause X is an exception to it, and holds"));
        assertThat(status("R", "mission.armed=true", "file.harmEstimate=false", "mission.purpose=LOGISTICS",
                "file.personnelOnGround=false")).isInstanceOf(Status.Breached.class);
        assertThat(status("R", "mission.armed=true", "file.harmEstimate=false", "mission.purpose=LOGISTICS",
                "file.personnelOnGround=")).isEqualTo(new Status.Undetermined(List.of("file.personnelOnGround")));
    }

    @ParameterizedTest
    @CsvSource({"2016-04-30T21:59:59Z, not-applicable", "2016-04-30T22:00:00Z, breached"})
    void aClauseIsLawFromTheFirstMomentOfItsDayInTheHostsTimeZone(String departure, String expected) {
        assertThat(status("L", "mission.departure=" + departure, "file.expressRequest=false").word())
                .isEqualTo(expected);
    }

    @Test
    void aClauseWithADayOfItsOwnAsksForTheGoverningDate() {
        assertThat(status("L", "mission.departure=", "file.expressRequest=false"))
                .isEqualTo(new Status.Undetermined(List.of("mission.departure")));
    }

    @Test
    void aMissingFactNamesItsQuestionItsSourceAndTheClausesThatWait() {
        Assessment assessment = assess("mission.armed=", "file.harmEstimate=false");
        assertThat(assessment.missing()).singleElement().satisfies(missing -> {
            assertThat(missing.fact()).isEqualTo("mission.armed");
            assertThat(missing.question()).isEqualTo("Does the aircraft carry weapons?");
            assertThat(missing.from().inWords()).isEqualTo("the requester");
            assertThat(missing.clauses()).containsExactly("R");
            assertThat(missing.why()).isEqualTo("not in the facts file");
        });
    }

    @Test
    void aFindingShowsTheFactsItLookedAtWithTheirOrigin() {
        assertThat(assess("mission.armed=true").finding("R").orElseThrow().facts()).extracting(FactSeen::name,
                FactSeen::written, FactSeen::origin).containsExactly(
                        org.assertj.core.groups.Tuple.tuple("mission.armed", "true", "facts file, line 3"),
                        org.assertj.core.groups.Tuple.tuple("mission.purpose", "SURVEILLANCE", "facts file, line 8"),
                        org.assertj.core.groups.Tuple.tuple("file.harmEstimate", "true", "facts file, line 9"));
    }

    // What cannot be evaluated

    @Test
    void aClauseThatExceedsItsLimitCannotBeEvaluated() {
        Assessment assessment = new Assessor(FIELD, 3).assess(facts("mission.armed=true"));
        assertThat(assessment.outcome()).isEqualTo(Outcome.CANNOT_EVALUATE);
        assertThat(assessment.finding("L").orElseThrow().status()).isEqualTo(new Status.Failed("more than 3 steps"));
    }

    @Test
    void aFailureInsideAClauseIsAFindingAndNotAThrow() {
        Operand name = new Operand.Constant(new Value.Symbol("Purpose", "OFFENSIVE"), new ValueType.Named("Purpose"));
        Clause wrong = clause(new Condition.Compare(Comparison.LESS, name, name));
        Assessment assessment = Assessor.assess(with(wrong), facts());
        assertThat(assessment.outcome()).isEqualTo(Outcome.CANNOT_EVALUATE);
        assertThat(assessment.finding("Z").orElseThrow().status())
                .isEqualTo(new Status.Failed("values without order compared by size"));
        assertThat(Assessor.assess(with(wrong), facts("mission.armed=true", "file.harmEstimate=false")).outcome())
                .as("a breach that refuses comes first").isEqualTo(Outcome.INELIGIBLE);
    }

    private static Clause clause(Condition require) {
        Clause model = FIELD.clause("R").orElseThrow();
        return new Clause("Z", ClauseKind.REQUIRE, "z", model.sources(), Condition.TRUE, require, Optional.empty(),
                OnBreach.REFUSE, Optional.empty(), Basis.UNVERIFIED, Optional.empty(), Condition.TRUE, List.of(),
                Map.of(), List.of(), model.place(), Optional.empty());
    }

    private static Terms with(Clause clause) {
        List<Clause> clauses = new ArrayList<>(FIELD.clauses());
        clauses.add(clause);
        return new Terms(FIELD.agreement(), FIELD.version(), FIELD.title(), FIELD.host(), FIELD.parties(),
                FIELD.userStates(), FIELD.bases(), FIELD.inForce(), FIELD.timezone(), FIELD.vocabulary(),
                FIELD.params(), FIELD.places(), FIELD.authorities(), clauses, FIELD.properties(), FIELD.published(),
                FIELD.hash());
    }

    @Test
    void factsOfAnotherVocabularyAreABug() {
        FactSheet others = FactSheet.builder(RandomConditions.VOCABULARY).build().orThrow();
        assertThatThrownBy(() -> Assessor.assess(FIELD, others)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("facts of the vocabulary random/1 assessed under flight/1");
    }

    // Storing

    @Test
    void anAssessmentSurvivesBeingStoredAndIsAssessedAgainAlike() {
        for (String change : List.of("mission.armed=true", "mission.crewed=", "ledger.sortiesToday=9",
                "mission.operatorState=GB", "mission.receivedBeforeTakeoff=false", "mission.strike=true")) {
            Assessment assessment = assess(change, "file.harmEstimate=");
            Assessment restored = Assessment.fromMap(assessment.toMap());
            assertThat(restored).isEqualTo(assessment);
            assertThat(Assessor.assess(FIELD, restored.sheet(FIELD.vocabulary()).orThrow())).isEqualTo(assessment);
        }
        Assessment failed = new Assessor(FIELD, 1).assess(facts());
        assertThat(Assessment.fromMap(failed.toMap())).isEqualTo(failed);
    }

    @Test
    void whatIsNoStoredAssessmentIsRefused() {
        assertThatThrownBy(() -> Assessment.fromMap(Map.of("outcome", "MAYBE")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a stored assessment: found `null` as `facts`");
    }

    // Monotonicity

    /** A fact more never makes a finding that was definite another one, nor turns a refusal around. */
    @Test
    void anotherFactNeverTurnsAFindingAround() throws IOException {
        Random random = new Random(1954);
        for (Terms terms : Agreement.read(Path.of("agreements/it-us-sigonella")).versions()) {
            Assessor assessor = new Assessor(terms);
            for (int i = 0; i < 2_000; i++) {
                FactSheet sheet = FactSheet.builder(terms.vocabulary()).build().orThrow();
                Assessment before = Assessor.assess(terms, sheet);
                for (FactDeclaration fact : shuffled(terms, random)) {
                    sheet = with(sheet, fact, random);
                    Assessment after = assessor.assess(sheet);
                    assertThat(assessor.outcome(sheet)).as("the outcome alone").isEqualTo(after.outcome());
                    for (int clause = 0; clause < before.findings().size(); clause++) {
                        String then = standing(before.findings().get(clause).status());
                        String now = standing(after.findings().get(clause).status());
                        assertThat(then.equals("open") || then.equals(now)).as("%s: %s then %s under %s",
                                before.findings().get(clause).clause(), then, now, sheet).isTrue();
                    }
                    assertThat(before.outcome() == Outcome.NEEDS_FACTS || before.outcome() == after.outcome()).isTrue();
                    before = after;
                }
                assertThat(before.missing()).isEmpty();
            }
        }
    }

    private static String standing(Status status) {
        return switch (status) {
            case Status.Undetermined undetermined -> "open";
            case Status.Satisfied satisfied -> "clear";
            case Status.NotApplicable notApplicable -> "clear";
            default -> status.toString();
        };
    }

    private static List<FactDeclaration> shuffled(Terms terms, Random random) {
        List<FactDeclaration> facts = new ArrayList<>(terms.vocabulary().facts().values());
        java.util.Collections.shuffle(facts, random);
        return facts;
    }

    private static FactSheet with(FactSheet sheet, FactDeclaration fact, Random random) {
        FactSheet.Builder builder = FactSheet.builder(sheet.vocabulary());
        sheet.vocabulary().slots().forEach(name -> sheet.value(name)
                .ifPresent(value -> builder.known(name, value, "random")));
        Object value = switch (fact.type()) {
            case ValueType.Plain plain -> switch (plain) {
                case BOOL -> random.nextBoolean();
                case INT -> random.nextInt(3);
                case DATE -> random.nextBoolean() ? "2015-12-22" : "2015-12-23";
                case INSTANT -> "2016-03-01T18:00:00Z";
                case DURATION -> "PT1H";
            };
            case ValueType.Named(String name) -> {
                List<String> names = Optional.ofNullable(sheet.vocabulary().enums().get(name)).orElseThrow()
                        .constants();
                yield names.isEmpty() ? "GNA" : names.get(random.nextInt(names.size()));
            }
            case ValueType.SetOf set -> List.of();
            case ValueType.ListOf list -> random.nextBoolean()
                    ? List.of()
                    : List.of(Map.of("government", "GNA", "from", "2015-12-23"));
        };
        return builder.known(fact.name(), value, "random").build().orThrow();
    }
}
