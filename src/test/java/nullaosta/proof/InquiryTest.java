package nullaosta.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nullaosta.agreement.Terms;
import nullaosta.agreement.TermsReader;
import nullaosta.assessment.Outcome;
import nullaosta.proof.Answer.Result;
import nullaosta.proof.formula.FactSpace;
import nullaosta.proof.formula.Formula;
import nullaosta.proof.formula.Reply;
import nullaosta.proof.formula.Setting;
import nullaosta.proof.formula.TermsFormula;
import org.junit.jupiter.api.Test;

/** What the questions find in terms whose faults are known. */
class InquiryTest {

    private static final String HEAD = """
            terms: field/1
            agreement: {id: field, title: "A field", host: IT, parties: [IT, US], userStates: [US], bases: [SIGONELLA],
              inForce: {from: 2016-01-01}}
            timezone: Europe/Rome
            sources: {A: "A paper"}
            authorities: {staff: "the Staff", government: "the Government"}
            vocabulary: {uses: flight/1%s}
            clauses:
            """;
    private static final String GRANT = clause("G", "grant", "when: mission.operatorState == State.US");
    private static final String ARMED = clause("ART-3.1", "require",
            "when: mission.armed, require: mission.purpose == Purpose.PROTECT_PERSONNEL_ON_GROUND");
    private static final String NO_OFFENSIVE = clause("ART-5.1", "require",
            "require: mission.purpose != Purpose.OFFENSIVE");
    private static final String NEVER_OFFENSIVE = """
            properties:
              - {id: P-1, claim: never, text: "No offensive mission is ever eligible.",
                formula: eligible && mission.purpose == Purpose.OFFENSIVE}
            """;

    private static String clause(String id, String kind, String rest) {
        return "  - {id: " + id + ", kind: " + kind + ", text: \"words\", source: {doc: A, locator: \"1\"}, " + rest
                + ", tests: [{given: {}, expect: {needs: [mission.armed]}}]}\n";
    }

    private static Terms terms(String... parts) {
        return TermsReader.read("field/v1.yaml", HEAD.formatted("") + String.join("", parts)).orThrow();
    }

    private static Answer answer(String question, String... parts) {
        return VersionInquiry.of(terms(parts)).answer(question);
    }

    private static Inquiry compared(Terms older, Terms newer) {
        if (VersionComparison.of(older, newer) instanceof VersionComparison.Compared(Inquiry inquiry)) {
            return inquiry;
        }
        throw new AssertionError("not comparable");
    }

    // Declared properties

    @Test
    void withTheClauseOnArmedFlightsAloneAnUnarmedOffensiveMissionIsEligible() {
        Answer answer = answer("P-1", GRANT, ARMED, NEVER_OFFENSIVE);
        assertThat(answer.result()).isEqualTo(Result.REFUTED);
        assertThat(answer.examples()).singleElement().satisfies(example -> {
            assertThat(example.toMap()).isEqualTo(Map.of("mission.operatorState", "US", "mission.armed", false,
                    "mission.purpose", "OFFENSIVE"));
            assertThat(example.under(terms(GRANT, ARMED)).orElseThrow().outcome()).isEqualTo(Outcome.ELIGIBLE);
        });
    }

    @Test
    void withTheClauseOnOffensiveActionItIsProvedAndRestsOnThatClauseAlone() {
        Answer answer = answer("P-1", GRANT, ARMED, NO_OFFENSIVE, NEVER_OFFENSIVE);
        assertThat(answer.result()).isEqualTo(Result.PROVED);
        assertThat(answer.restsOn()).containsExactly("ART-5.1");
    }

    @Test
    void aProofRestsOnAnExceptionThatDoesNotReachSoFarToo() {
        String exception = clause("X", "require", "exceptTo: ART-5.1, when: mission.purpose == Purpose.LOGISTICS, "
                + "require: mission.crewed");
        Answer answer = answer("P-1", GRANT, NO_OFFENSIVE, exception, NEVER_OFFENSIVE);
        assertThat(answer.result()).isEqualTo(Result.PROVED);
        assertThat(answer.restsOn()).containsExactly("ART-5.1", "X");
    }

    @Test
    void alwaysAndPossibleAreAskedInTheirOwnSense() {
        String properties = """
                properties:
                  - {id: A-1, claim: always, text: "a", formula: notCovered || mission.operatorState == State.US}
                  - {id: A-2, claim: always, text: "a", formula: notCovered || mission.operatorState == State.GB}
                  - {id: E-1, claim: possible, text: "e", formula: eligible && mission.crewed}
                  - {id: E-2, claim: possible, text: "e", formula: eligible && mission.operatorState == State.GB}
                """;
        Inquiry inquiry = VersionInquiry.of(terms(GRANT, properties));
        assertThat(inquiry.answer("A-1").result()).isEqualTo(Result.PROVED);
        assertThat(inquiry.answer("A-2").result()).isEqualTo(Result.REFUTED);
        assertThat(inquiry.answer("A-2").examples().getFirst().toMap())
                .isEqualTo(Map.of("mission.operatorState", "US"));
        assertThat(inquiry.answer("E-1").result()).isEqualTo(Result.PROVED);
        assertThat(inquiry.answer("E-2").result()).isEqualTo(Result.REFUTED);
        assertThat(inquiry.answer("E-2").restsOn()).containsExactly("G");
        assertThat(inquiry.asClaimed()).isFalse();
    }

    @Test
    void betweenTwoInstantsASecondApartLiesAThird() {
        String facts = """
                , facts: {mission.received: {type: instant, from: clock, ask: "?"},
                  mission.filed: {type: instant, from: clock, ask: "?"}}""";
        String params = """
                params: {second: {type: duration, value: PT1S, source: {doc: A, locator: "1"}},
                  tiny: {type: duration, value: PT0.000000001S, source: {doc: A, locator: "1"}}}
                clauses:
                """;
        String properties = """
                properties:
                  - {id: E-1, claim: possible, text: "e", formula: mission.received < mission.filed
                      && mission.filed < mission.received + params.second}
                  - {id: E-2, claim: possible, text: "e", formula: mission.received < mission.filed
                      && mission.filed < mission.received + params.tiny}
                """;
        Inquiry inquiry = VersionInquiry.of(TermsReader.read("field/v1.yaml", HEAD.formatted(facts)
                .replace("clauses:\n", params) + GRANT + properties).orThrow());
        assertThat(inquiry.answer("E-1").result()).isEqualTo(Result.PROVED);
        assertThat(inquiry.answer("E-2").result()).isEqualTo(Result.REFUTED);
    }

    @Test
    void unequalFactsOfAnOpenEnumFindEnoughNames() {
        String facts = """
                , facts: {mission.flag: {type: State, from: requester, ask: "?"},
                  mission.owner: {type: State, from: requester, ask: "?"}}""";
        String property = """
                properties:
                  - {id: E-1, claim: possible, text: "e", formula: "mission.flag != mission.owner
                      && mission.flag != mission.operatorState && mission.owner != mission.operatorState
                      && !(mission.flag in [State.IT, State.US, State.GB, State.FR, State.XN])
                      && !(mission.owner in [State.IT, State.US, State.GB, State.FR, State.XN])
                      && !(mission.operatorState in [State.IT, State.US, State.GB, State.FR, State.XN])"}
                """;
        Answer answer = VersionInquiry.of(TermsReader.read("field/v1.yaml", HEAD.formatted(facts) + GRANT + property)
                .orThrow()).answer("E-1");
        assertThat(answer.result()).isEqualTo(Result.PROVED);
        assertThat(List.copyOf(answer.examples().getFirst().toMap().values())).doesNotHaveDuplicates().hasSize(3);
    }

    // Questions asked of every version

    @Test
    void termsUnderWhichNothingIsPermittedAreVacuous() {
        Inquiry inquiry = VersionInquiry.of(terms(GRANT, clause("R", "require", "require: \"!(mission.operatorState == "
                + "State.US)\"")));
        assertThat(inquiry.answer("permitted").result()).isEqualTo(Result.REFUTED);
        assertThat(inquiry.answer("permitted").restsOn()).containsExactly("G", "R");
        assertThat(inquiry.asClaimed()).isFalse();
    }

    @Test
    void aClauseThatAnotherContainsChangesNothing() {
        String armed = clause("R-1", "require", "when: mission.armed, require: \"!mission.crewed\"");
        String strike = clause("R-2", "require", "when: mission.armed && mission.strike, require: \"!mission.crewed\"");
        Inquiry inquiry = VersionInquiry.of(terms(GRANT, armed, strike));
        assertThat(inquiry.answer("R-1/changes").result()).isEqualTo(Result.PROVED);
        assertThat(inquiry.answer("R-2/changes").result()).isEqualTo(Result.REFUTED);
        assertThat(inquiry.answer("R-2/changes").restsOn()).containsExactly("R-1", "R-2");
        assertThat(inquiry.asClaimed()).as("worth a look, no fault").isTrue();
    }

    @Test
    void aSecondAuthorityChangesWhoDecides() {
        String one = clause("C-1", "refer", "when: mission.armed, authority: government");
        String same = clause("C-2", "refer", "when: mission.armed && mission.strike, authority: government");
        String other = clause("C-3", "refer", "when: mission.armed && mission.strike, authority: staff");
        Inquiry inquiry = VersionInquiry.of(terms(GRANT, one, same, other));
        assertThat(inquiry.answer("C-2/changes").result()).isEqualTo(Result.REFUTED);
        assertThat(inquiry.answer("C-3/changes").result()).isEqualTo(Result.PROVED);
    }

    @Test
    void anExceptionChangesWhatItTakesFlightsOutOf() {
        String exception = clause("X", "require", "exceptTo: ART-3.1, when: mission.strike, require: mission.crewed");
        assertThat(answer("X/changes", GRANT, ARMED, exception).result()).isEqualTo(Result.PROVED);
        String idle = clause("X", "grant", "exceptTo: ART-3.1, when: \"!mission.armed && mission.operatorState == "
                + "State.US\"");
        assertThat(answer("X/changes", GRANT, ARMED, idle).result()).isEqualTo(Result.REFUTED);
    }

    @Test
    void clausesThatNeverApplyAreNeverBreachedOrCannotBeKeptAreFound() {
        Inquiry inquiry = VersionInquiry.of(terms(GRANT,
                clause("NEVER", "require", "when: mission.armed && !mission.armed, require: mission.crewed"),
                clause("KEPT", "require", "when: mission.armed, require: mission.armed || mission.crewed"),
                clause("BAN", "require", "when: mission.strike, require: \"!mission.strike\""),
                clause("SHUT", "grant", "when: mission.strike")));
        assertThat(inquiry.answers().stream().filter(it -> !it.proved()).map(it -> it.question().id()))
                .containsExactly("NEVER/applies", "KEPT/breached", "BAN/kept", "SHUT/permits", "SHUT/changes");
        assertThat(inquiry.answer("SHUT/permits").restsOn()).containsExactly("BAN", "SHUT");
    }

    @Test
    void demandsThatNothingCanKeepTogetherConflict() {
        String crewed = clause("R-1", "require", "when: mission.armed, require: mission.crewed");
        String uncrewed = clause("R-2", "require", "when: mission.strike, require: \"!mission.crewed\"");
        String apart = clause("R-3", "require", "when: \"!mission.strike\", require: mission.crewed");
        Inquiry inquiry = VersionInquiry.of(terms(GRANT, crewed, uncrewed, apart));
        List<Answer> conflicts = inquiry.about(Question.Topic.CONFLICT);
        assertThat(conflicts).extracting(it -> it.question().id()).containsExactly("R-1+R-2", "conflicts");
        assertThat(conflicts.getFirst().result()).isEqualTo(Result.REFUTED);
        assertThat(conflicts.getFirst().restsOn()).containsExactly("R-1", "R-2");
        assertThat(conflicts.getFirst().examples().getFirst().toMap()).containsEntry("mission.armed", true)
                .containsEntry("mission.strike", true);
        assertThat(conflicts.getLast().result()).isEqualTo(Result.PROVED);
    }

    @Test
    void anExceptionIsNoConflictWithWhatItIsAnExceptionTo() {
        String crewed = clause("R-1", "require", "when: mission.armed, require: mission.crewed");
        String uncrewed = clause("R-2", "require",
                "exceptTo: R-1, when: mission.armed && mission.strike, require: \"!mission.crewed\"");
        assertThat(VersionInquiry.of(terms(GRANT, crewed, uncrewed)).about(Question.Topic.CONFLICT))
                .allMatch(Answer::proved);
    }

    // Two versions

    @Test
    void whatANewVersionPermitsComesWithAMissionForEachPurposeAndArmament() {
        Inquiry inquiry = compared(terms(GRANT, ARMED, NO_OFFENSIVE), terms(GRANT, ARMED));
        Answer answer = inquiry.answer("newly-permitted");
        assertThat(answer.result()).isEqualTo(Result.REFUTED);
        assertThat(answer.examples()).singleElement().satisfies(example -> assertThat(example.toMap())
                .isEqualTo(Map.of("mission.operatorState", "US", "mission.armed", false, "mission.purpose",
                        "OFFENSIVE")));
        assertThat(answer.note())
                .isEqualTo("every such mission is like one of these in mission.armed and mission.purpose");
        assertThat(inquiry.answer("newly-refused").result()).isEqualTo(Result.PROVED);
        assertThat(inquiry.answer("newly-refused").restsOn()).containsExactly("old/G", "old/ART-3.1", "new/G",
                "new/ART-3.1");
        assertThat(compared(terms(GRANT, ARMED), terms(GRANT)).answer("newly-permitted").examples()).hasSize(3);
    }

    @Test
    void whoIsNoLongerAskedAndWhoIsNewlyAskedIsTold() {
        String refer = clause("C", "refer", "when: mission.armed, authority: government");
        Inquiry less = compared(terms(GRANT, refer), terms(GRANT));
        assertThat(less.answer("newly-permitted").result()).isEqualTo(Result.PROVED);
        assertThat(less.answer("no-longer-asked").result()).isEqualTo(Result.REFUTED);
        assertThat(less.asClaimed()).isFalse();
        Inquiry more = compared(terms(GRANT), terms(GRANT, refer));
        assertThat(more.answer("newly-asked").result()).isEqualTo(Result.REFUTED);
        assertThat(more.asClaimed()).as("asking more widens nothing").isTrue();
    }

    /** Who signs what a grant covers is part of who decides. */
    @Test
    void aSecondGrantChangesWhoSigns() {
        String staff = clause("H", "grant", "when: mission.operatorState == State.US, authority: staff");
        Inquiry inquiry = VersionInquiry.of(terms(GRANT, staff));
        assertThat(inquiry.answer("H/changes").result()).isEqualTo(Result.PROVED);
        assertThat(inquiry.answer("G/changes").result()).isEqualTo(Result.REFUTED);
        String same = clause("I", "grant",
                "when: mission.operatorState == State.US && mission.armed, authority: staff");
        Inquiry thrice = VersionInquiry.of(terms(GRANT, staff, same));
        assertThat(thrice.answer("I/changes").result()).isEqualTo(Result.REFUTED);
        assertThat(thrice.answer("I/changes").restsOn()).containsExactly("H", "I");
    }

    private static Terms terms(String head, List<String> clauses) {
        return TermsReader.read("field/v1.yaml", head.formatted("") + String.join("", clauses)).orThrow();
    }

    @Test
    void whoHadASayAndHasNoneIsTold() {
        String refer = clause("C", "refer", "when: mission.armed, authority: government");
        String lower = clause("C", "refer", "when: mission.armed, authority: staff");
        Inquiry moved = compared(terms(GRANT, refer), terms(GRANT, lower));
        assertThat(moved.answer("no-longer-asked").result()).isEqualTo(Result.PROVED);
        assertThat(moved.answer("no-longer-heard").result()).isEqualTo(Result.REFUTED);
        assertThat(moved.answer("no-longer-heard").examples().getFirst().toMap())
                .containsEntry("mission.armed", true);
        assertThat(compared(terms(GRANT, refer), terms(GRANT, refer, lower.replace("id: C", "id: D"))).asClaimed())
                .as("a second authority beside the first").isTrue();
        for (String gone : List.of("consult: [FOREIGN_AFFAIRS], ", ", parliament: informed")) {
            String head = HEAD.replace("government: \"the Government\"", "government: {consult: [FOREIGN_AFFAIRS], "
                    + "title: \"the Government\", parliament: informed}");
            Inquiry less = compared(terms(head, List.of(GRANT, refer)), terms(head.replace(gone, ""), List.of(GRANT,
                    refer)));
            assertThat(less.answer("no-longer-heard").result()).as(gone).isEqualTo(Result.REFUTED);
            assertThat(less.answer("newly-permitted").result()).isEqualTo(Result.PROVED);
        }
        String signed = clause("G", "grant", "when: mission.operatorState == State.US, authority: staff");
        assertThat(compared(terms(GRANT), terms(signed)).answer("no-longer-heard").result())
                .as("the ordinary authority signed").isEqualTo(Result.REFUTED);
        assertThat(compared(terms(signed), terms(GRANT)).answer("no-longer-heard").result())
                .isEqualTo(Result.REFUTED);
        assertThat(compared(terms(GRANT), terms(GRANT, refer)).answer("no-longer-heard").result())
                .as("the government is asked where nobody was").isEqualTo(Result.PROVED);
    }

    /** What a version is about is told by its head, before any clause. */
    @Test
    void anotherUserStateOrBaseIsNewlyPermitted() {
        String all = clause("G", "grant", "when: \"!mission.armed\"");
        String wider = HEAD.replace("userStates: [US]", "userStates: [US, FR]").replace("[IT, US]", "[IT, US, FR]");
        Answer more = compared(terms(HEAD, List.of(all)), terms(wider, List.of(all))).answer("newly-permitted");
        assertThat(more.result()).isEqualTo(Result.REFUTED);
        assertThat(more.examples()).singleElement().satisfies(example -> {
            assertThat(example.toMap()).isEqualTo(Map.of("mission.operatorState", "FR", "mission.armed", false));
            assertThat(Filing.of(example, List.of(terms(HEAD, List.of(all)), terms(wider, List.of(all)))).verdicts())
                    .containsExactly("v1: not covered: it is about flights of US from SIGONELLA",
                            "v1: eligible: nothing stands in the way; a person still signs");
        });
        Inquiry less = compared(terms(wider, List.of(all)), terms(HEAD, List.of(all)));
        assertThat(less.asClaimed()).isTrue();
        assertThat(less.answer("newly-refused").result()).isEqualTo(Result.REFUTED);
        String elsewhere = HEAD.replace("bases: [SIGONELLA]", "bases: [SIGONELLA, AVIANO]");
        assertThat(compared(terms(HEAD, List.of(all)), terms(elsewhere, List.of(all))).answer("newly-permitted")
                .examples().getFirst().toMap()).containsEntry("mission.base", "AVIANO");
        String guarded = clause("G", "grant", "when: mission.operatorState == State.US");
        assertThat(compared(terms(HEAD, List.of(guarded)), terms(wider, List.of(guarded))).asClaimed())
                .as("no clause covers flights of the state that was added").isTrue();
    }

    @Test
    void aRangeOrNameThatOnlyTheNewVocabularyHasIsNewlyPermitted() {
        String count = ", facts: {ledger.count: {type: int, range: [0, %d], from: ledger, ask: \"?\"}}";
        String most = clause("R", "require", "require: ledger.count < 1000");
        Terms narrow = TermsReader.read("field/v1.yaml", HEAD.formatted(count.formatted(10)) + GRANT + most).orThrow();
        Terms wide = TermsReader.read("field/v1.yaml", HEAD.formatted(count.formatted(20)) + GRANT + most).orThrow();
        assertThat(compared(narrow, wide).answer("newly-permitted").examples().getFirst().toMap())
                .isEqualTo(Map.of("mission.operatorState", "US", "ledger.count", 11L));
        assertThat(compared(wide, narrow).answer("newly-permitted").result()).isEqualTo(Result.PROVED);
        Terms more = TermsReader.read("field/v1.yaml", HEAD.formatted(", enums: {Purpose: {add: [TRAINING]}}") + GRANT
                + NO_OFFENSIVE).orThrow();
        assertThat(compared(terms(GRANT, NO_OFFENSIVE), more).answer("newly-permitted").examples().getFirst().toMap())
                .containsEntry("mission.purpose", "TRAINING");
    }

    @Test
    void factsOfOneNameAndTwoTypesCannotBeCompared() {
        String fact = ", facts: {mission.load: {type: %s, %sfrom: requester, ask: \"?\"}}";
        Terms number = TermsReader
                .read("field/v1.yaml", HEAD.formatted(fact.formatted("int", "range: [0, 9], ")) + GRANT
                        + clause("R", "require", "require: mission.load < 3"))
                .orThrow();
        Terms truth = TermsReader.read("field/v1.yaml", HEAD.formatted(fact.formatted("bool", "")) + GRANT
                + clause("R", "require", "require: mission.load")).orThrow();
        assertThat(VersionComparison.of(number, truth)).isEqualTo(new VersionComparison.Incomparable(
                List.of("`mission.load` is of type `int` in one and `bool` in the other")));
    }

    @Test
    void enumsAndRowsOfOneNameAndTwoKindsCannotBeComparedEither() {
        String rows = ", enums: {Kind: %s}, rows: {Stop: {kind: {type: Kind}%s}}, facts: {mission.stops: "
                + "{type: list(Stop), from: requester, ask: \"?\"}}";
        String demand = clause("R", "require", "require: \"mission.stops.all(s, s.kind != Kind.A)\"");
        Terms closed = TermsReader.read("field/v1.yaml", HEAD.formatted(rows.formatted("[A, B]", "")) + GRANT + demand)
                .orThrow();
        Terms open = TermsReader.read("field/v1.yaml", HEAD.formatted(rows.formatted("open", ", at: {type: date}"))
                + GRANT + demand).orThrow();
        assertThat(VersionComparison.of(closed, open)).isEqualTo(new VersionComparison.Incomparable(
                List.of("`Kind` takes one of A, B in one and a name in capital letters in the other",
                        "the fields of `Stop` differ between the two")));
    }

    @Test
    void oneMoreRequirementNeverNewlyPermits() {
        for (int seed = 0; seed < 40; seed++) {
            RandomTerms random = new RandomTerms(seed);
            Terms terms = random.terms(3, 2);
            Terms more = random.withRequirement();
            Answer answer = compared(terms, more).answer("newly-permitted");
            assertThat(answer.result()).as("seed %d: %s", seed, answer.note()).isEqualTo(Result.PROVED);
        }
    }

    // Never a yes without one

    @Test
    void anExampleThatTheEvaluatorDoesNotBearOutDecidesNothing() {
        Terms terms = terms(GRANT);
        FactSpace space = new FactSpace(List.of(terms.vocabulary()), TermsFormula.conditions(terms));
        Setting setting = TermsFormula.setting(space, List.of(new TermsFormula("", terms, space)));
        Prover prover = new Prover(space, setting, new Shortening(space, terms), Inquiry.STEPS);
        for (Question.Wanted wanted : Question.Wanted.values()) {
            Answer answer = prover.ask(new Question("Q", Question.Topic.PROPERTY, "a claim", "not so", wanted,
                    Formula.TRUE, example -> false));
            assertThat(answer.result()).isEqualTo(Result.NOT_DECIDED);
            assertThat(answer.note())
                    .isEqualTo("not decided: the solver's example does not stand up to the evaluator");
            assertThat(answer.examples()).isEmpty();
        }
    }

    @Test
    void beyondItsLimitAQuestionIsNotDecided() {
        Terms terms = new RandomTerms(3).terms(8, 6);
        Inquiry inquiry = VersionInquiry.of(terms, 1);
        assertThat(inquiry.answers()).anySatisfy(answer -> {
            assertThat(answer.result()).isEqualTo(Result.NOT_DECIDED);
            assertThat(answer.note()).startsWith("not decided: the solver gave up: ");
            assertThat(answer.status()).isEqualTo("unknown");
        });
        assertThat(inquiry.asClaimed()).isFalse();
        assertThat(new Reply.Unknown("why").why()).isEqualTo("why");
    }

    // Many clauses

    @Test
    void amongManyClausesEachIsAnsweredAndEveryTimeAlike() {
        StringBuilder many = new StringBuilder(GRANT);
        for (int i = 0; i < 90; i++) {
            many.append(
                    clause("C-" + i, "require", "when: \"mission.armed && mission.aircraftType == AircraftType.T_" + i
                            + "\", require: " + (i == 77 ? "mission.armed" : "mission.purpose != Purpose.OFFENSIVE")));
        }
        Terms terms = TermsReader.read("field/v1.yaml", HEAD.formatted("").replace("flight/1", "flight/2") + many)
                .orThrow();
        Inquiry inquiry = VersionInquiry.of(terms);
        List<String> refuted = inquiry.answers().stream().filter(answer -> answer.result() != Result.PROVED)
                .map(answer -> answer.question().id()).toList();
        assertThat(refuted).containsExactly("C-77/breached");
        assertThat(inquiry.answers()).filteredOn(answer -> answer.question().id().endsWith("/changes")).hasSize(90)
                .allSatisfy(answer -> assertThat(answer.examples()).hasSize(1));
        assertThat(examples(VersionInquiry.of(terms))).isEqualTo(examples(inquiry));
    }

    private static List<String> examples(Inquiry inquiry) {
        return inquiry.answers().stream().map(answer -> answer.question().id() + " "
                + answer.examples().stream().map(example -> example.toMap().toString()).toList()).toList();
    }
}
