package nullaosta.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import nullaosta.agreement.Terms;
import nullaosta.agreement.TermsReader;
import nullaosta.agreement.vocabulary.FactSheet;
import nullaosta.agreement.vocabulary.Vocabulary;

/** Terms of twelve clauses as an agreement on armed and unarmed flights has them, and missions for them. */
final class TwelveClauses {

    /** A clause: kind, applicability and, for a requirement, what it demands. */
    record Row(String id, String kind, String when, String require) {

        /** One expression that holds exactly where the clause is kept or, for the others, where it speaks. */
        String expression() {
            return kind.equals("require") ? "!(" + when + ") || (" + require + ")" : when;
        }
    }

    static final List<Row> ROWS = List.of(
            new Row("ART-1", "grant", "mission.operatorState == State.US && mission.base == Base.SIGONELLA"
                    + " && mission.area in [Area.LIBYA, Area.NORTH_AFRICA_OTHER, Area.MEDITERRANEAN]", ""),
            new Row("ART-2", "refer", "mission.armed", ""),
            new Row("ART-3", "require", "mission.armed",
                    "mission.purpose == Purpose.PROTECT_PERSONNEL_ON_GROUND"),
            new Row("ART-4", "require", "mission.purpose == Purpose.PROTECT_PERSONNEL_ON_GROUND",
                    "file.personnelOnGround"),
            new Row("ART-5", "require", "mission.strike", "file.expressRequest && host.recognitions.exists(r,"
                    + " r.government == file.requestedBy && r.from <= file.requestedOn && file.requestedOn < r.until)"),
            new Row("ART-6", "require", "true", "mission.purpose != Purpose.OFFENSIVE"),
            new Row("ART-7", "require", "mission.armed", "file.harmEstimate"),
            new Row("ART-8", "require", "true", "mission.receivedBeforeTakeoff"),
            new Row("ART-9", "require", "mission.cargo == Cargo.DANGEROUS_GOODS", "mission.noticeWorkingDays >= 8"),
            new Row("ART-10", "require", "true", "ledger.sortiesToday < 3 && ledger.sortiesThisMonth < 30"),
            new Row("ART-11", "require", "true", "mission.floorMetres >= 3000 && mission.ceilingMetres <= 17000"),
            new Row("ART-12", "require", "!mission.emergency", "mission.timeInAirspace <= mission.windowLength"));

    static final Terms TERMS = again(ROWS.size());

    private TwelveClauses() {
    }

    /** So many clauses, the twelve again and again: past the twelfth none changes anything, the worst that can be asked about. */
    static Terms again(int clauses) {
        return terms(clauses, copy -> "");
    }

    /** So many clauses, the twelve for one type of aircraft after the other, as annexes have them. */
    static Terms byType(int clauses) {
        return terms(clauses, copy -> " && mission.aircraftType == AircraftType.TYPE_" + copy);
    }

    private static Terms terms(int clauses, IntFunction<String> further) {
        StringBuilder text = new StringBuilder("""
                terms: bench/1
                agreement: {id: bench, title: "Bench", host: IT, parties: [IT, US], userStates: [US], bases: [SIGONELLA],
                  inForce: {from: 2016-01-01}}
                timezone: Europe/Rome
                sources: {A: "a benchmark"}
                authorities: {government: "the Government"}
                vocabulary: {uses: flight/2}
                clauses:
                """);
        for (int i = 0; i < clauses; i++) {
            Row row = ROWS.get(i % ROWS.size());
            text.append("  - {id: ").append(row.id()).append(".").append(i / ROWS.size()).append(", kind: ")
                    .append(row.kind()).append(", text: \"").append(row.id())
                    .append("\", source: {doc: A, locator: \"1\"}, when: \"(").append(row.when()).append(")")
                    .append(further.apply(i / ROWS.size())).append("\"")
                    .append(row.kind().equals("require") ? ", require: \"" + row.require() + "\"" : "")
                    .append(row.kind().equals("refer") ? ", authority: government" : "")
                    .append(", tests: [{given: {mission.armed: false}, expect: not-applicable}]}\n");
        }
        return TermsReader.read("bench", text.toString()).orThrow();
    }

    /** Missions with every fact the clauses ask for, or with some left out at random. */
    static List<FactSheet> missions(int count, double absent, long seed) {
        Random random = new Random(seed);
        List<FactSheet> sheets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sheets.add(mission(TERMS.vocabulary(), random, absent));
        }
        return sheets;
    }

    private static FactSheet mission(Vocabulary vocabulary, Random random, double absent) {
        FactSheet.Builder sheet = FactSheet.builder(vocabulary);
        boolean armed = random.nextInt(3) == 0;
        values(random, armed).forEach((name, value) -> {
            if (random.nextDouble() >= absent) {
                sheet.known(name, value, "bench");
            }
        });
        return sheet.build().orThrow();
    }

    private static Map<String, Object> values(Random random, boolean armed) {
        return Map.ofEntries(Map.entry("mission.operatorState", random.nextInt(10) == 0 ? "GB" : "US"),
                Map.entry("mission.base", "SIGONELLA"),
                Map.entry("mission.area", random.nextInt(5) == 0 ? "ELSEWHERE" : "LIBYA"),
                Map.entry("mission.armed", armed),
                Map.entry("mission.purpose", armed ? "PROTECT_PERSONNEL_ON_GROUND" : "SURVEILLANCE"),
                Map.entry("mission.strike", armed && random.nextBoolean()),
                Map.entry("mission.emergency", random.nextInt(50) == 0),
                Map.entry("mission.cargo", random.nextInt(4) == 0 ? "DANGEROUS_GOODS" : "NONE"),
                Map.entry("mission.receivedBeforeTakeoff", random.nextInt(20) > 0),
                Map.entry("mission.noticeWorkingDays", random.nextInt(12)),
                Map.entry("mission.floorMetres", 2_800 + random.nextInt(3_000)),
                Map.entry("mission.ceilingMetres", 9_000 + random.nextInt(8_200)),
                Map.entry("mission.timeInAirspace", "PT" + (30 + random.nextInt(90)) + "M"),
                Map.entry("mission.windowLength", "PT10H30M"),
                Map.entry("file.personnelOnGround", random.nextInt(4) > 0),
                Map.entry("file.harmEstimate", random.nextInt(4) > 0),
                Map.entry("file.expressRequest", random.nextBoolean()), Map.entry("file.requestedBy", "GNA"),
                Map.entry("file.requestedOn", "2016-02-2" + random.nextInt(9)),
                Map.entry("host.recognitions",
                        List.of(Map.of("government", "HOUSE_OF_REPRESENTATIVES", "from", "2014-08-04", "until",
                                "2015-12-23"), Map.of("government", "GNA", "from", "2015-12-23"))),
                Map.entry("ledger.sortiesToday", random.nextInt(4)),
                Map.entry("ledger.sortiesThisMonth", random.nextInt(31)));
    }
}
