package nullaosta.proof;

import java.util.List;
import java.util.Random;
import nullaosta.agreement.Terms;
import nullaosta.agreement.TermsReader;
import nullaosta.assessment.RandomConditions;

/** Random terms of every kind of clause over random conditions; everything follows from the seed. */
final class RandomTerms {

    private final Random random;
    private final RandomConditions conditions;
    private String last = "";

    RandomTerms(long seed) {
        random = new Random(seed);
        conditions = new RandomConditions(seed);
    }

    RandomConditions conditions() {
        return conditions;
    }

    Terms terms(int clauses, int depth) {
        StringBuilder text = new StringBuilder(head());
        text.append(clause("C-1", "grant", depth, ""));
        for (int i = 2; i <= clauses; i++) {
            String except = i == 2 || random.nextInt(3) > 0
                    ? ""
                    : "    exceptTo: C-" + (1 + random.nextInt(i - 1)) + "\n";
            text.append(clause("C-" + i, List.of("grant", "require", "require", "require", "refer")
                    .get(random.nextInt(5)), depth, except));
        }
        text.append("properties:\n");
        for (String claim : List.of("never", "always", "possible")) {
            text.append("  - {id: P-").append(claim).append(", claim: ").append(claim)
                    .append(", text: \"a claim\", formula: '").append(List.of("eligible", "referred", "ineligible",
                            "notCovered").get(random.nextInt(4)))
                    .append(random.nextBoolean() ? " && " : " || ").append(condition(1)).append("'}\n");
        }
        last = text.toString();
        return TermsReader.read("random/v1.yaml", last).orThrow();
    }

    /** The last terms with one more clause of kind require, which is no exception. */
    Terms withRequirement() {
        String more = clause("MORE", "require", 2, "") + "properties:";
        return TermsReader.read("random/v1.yaml", last.replace("properties:", more)).orThrow();
    }

    private static String head() {
        return """
                terms: random/1
                agreement: {id: random, title: "Random", host: IT, parties: [IT, US], userStates: [US], bases: [SIGONELLA],
                  inForce: {from: 2016-01-01}}
                timezone: Europe/Rome
                sources: {A: "A paper"}
                authorities: {staff: "the Staff", government: "the Government"}
                vocabulary:
                """
                + RandomConditions.MORE.indent(2) + """
                        params:
                          few: {type: int, value: 2, source: {doc: A, locator: "p"}}
                          purpose: {type: Purpose, value: LOGISTICS, source: {doc: A, locator: "p"}}
                          government: {type: Government, value: GNA, source: {doc: A, locator: "p"}}
                          sure: {type: bool, value: true, source: {doc: A, locator: "p"}}
                          pause: {type: duration, value: PT0.5S, source: {doc: A, locator: "p"}}
                        clauses:
                        """;
    }

    private String clause(String id, String kind, int depth, String except) {
        StringBuilder text = new StringBuilder("""
                  - id: %s
                    kind: %s
                    text: "a clause"
                    source: {doc: A, locator: "1"}
                    tests: [{given: {}, expect: {needs: [mission.armed]}}]
                """.formatted(id, kind).indent(0)).append(except);
        if (random.nextInt(4) == 0) {
            text.append("    inForce: {from: 2016-03-02, until: 2016-05-01}\n    governingDate: ")
                    .append(random.nextBoolean() ? "mission.departure" : "mission.firstDay").append('\n');
        }
        if (!kind.equals("require") || random.nextInt(3) > 0) {
            text.append("    when: '").append(condition(depth)).append("'\n");
        }
        if (kind.equals("refer") || kind.equals("grant") && random.nextBoolean()) {
            text.append("    authority: ").append(random.nextBoolean() ? "staff" : "government").append('\n');
        } else if (kind.equals("require")) {
            text.append("    require: '").append(condition(depth)).append("'\n").append(List.of("", "", "",
                    "    derogation: staff\n", "    onBreach: refer\n    authority: government\n",
                    "    onBreach: record\n").get(random.nextInt(6)));
        }
        return text.toString();
    }

    /** A condition in which some constants are parameters, as in real terms. */
    private String condition(int depth) {
        return conditions.condition(depth).replace("Purpose.LOGISTICS", "params.purpose")
                .replace("Government.GNA", "params.government").replaceAll("\\b2\\b", "params.few")
                .replace("(mission.notice + mission.notice)", "(mission.notice + params.pause)")
                .replace("mission.strike", "(mission.strike == params.sure)");
    }
}
