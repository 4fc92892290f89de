package nullaosta.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import nullaosta.mission.Mission;
import nullaosta.mission.Missions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host with a file of zones, and terms that ask for their authorities' notice. */
class ZonesInCasesTest {

    private static final String TERMS = """
            terms: zones/1
            agreement: {id: zones, title: "Zones", host: IT, parties: [IT, US], userStates: [US], bases: [SIGONELLA],
              inForce: {from: 2016-01-01}}
            timezone: Europe/Rome
            sources: {A: "A paper"}
            vocabulary: {uses: flight/2}
            clauses:
              - {id: G, kind: grant, text: g, source: {doc: A, locator: a}, when: mission.base == Base.SIGONELLA,
                 tests: [{given: {mission.base: SIGONELLA}, expect: satisfied}]}
              - {id: ZONE, kind: require, text: z, source: {doc: A, locator: b},
                 require: "host.zones.all(z, mission.notice >= z.notice)",
                 tests: [{given: {host.zones: []}, expect: satisfied}]}
            """;

    /** Over the flight's volume, from the ground to 10,000 m; asked a week ahead. Invented. */
    private static final String ZONE = """
            {"features": [{"type": "Feature", "geometry": {"type": "Point", "coordinates": [LONGITUDE, 36.0],
              "extent": {"subType": "Circle", "radius": 20000},
              "layer": {"lower": 0, "lowerReference": "AMSL", "upper": 10000, "upperReference": "AMSL", "uom": "m"}},
              "properties": {"identifier": "EXERCISE-1", "country": "ITA", "type": "REQ_AUTHORIZATION",
                "variant": "COMMON", "name": [{"text": "Exercise zone", "lang": "en-GB"}],
                "zoneAuthority": [{"purpose": "AUTHORIZATION", "intervalBefore": "P07D"}]}}]}""";

    @TempDir
    Path folder;

    private Ministry ministry(String longitude) throws Exception {
        Path house = Files.createDirectories(folder.resolve("house"));
        for (String file : new String[]{"host.json", "people.json"}) {
            Files.copy(Path.of("hosts/it").resolve(file), house.resolve(file));
        }
        if (!longitude.isEmpty()) {
            Files.writeString(house.resolve("zones.json"), ZONE.replace("LONGITUDE", longitude));
        }
        Path agreements = Files.createDirectories(folder.resolve("agreements"));
        Files.writeString(Files.createDirectories(agreements.resolve("zones")).resolve("v1.yaml"), TERMS);
        return new Ministry(house, agreements);
    }

    private static String outcome(Ministry ministry, int daysAhead) {
        Mission mission = Missions.surveillance().shifted(Duration.ofDays(daysAhead));
        Dossier dossier = ministry.filed(mission);
        return dossier.assessed().orElseThrow().outcome() + " " + dossier.assessed().orElseThrow().clausesInTheWay();
    }

    @Test
    void aZoneThatIsTouchedAsksForItsNotice() throws Exception {
        try (Ministry ministry = ministry("15.0")) {
            assertThat(outcome(ministry, 1)).isEqualTo("INELIGIBLE [ZONE]");
            assertThat(outcome(ministry, 10)).isEqualTo("ELIGIBLE []");
        }
    }

    @Test
    void aZoneElsewhereAsksForNothing() throws Exception {
        try (Ministry ministry = ministry("25.0")) {
            assertThat(outcome(ministry, 1)).isEqualTo("ELIGIBLE []");
        }
    }

    @Test
    void withoutAFileOfZonesNothingIsKnown() throws Exception {
        try (Ministry ministry = ministry("")) {
            Dossier dossier = ministry.filed(Missions.surveillance());
            assertThat(dossier.assessed().orElseThrow().assessment().toString())
                    .contains("the host has no file of zones");
            assertThat(outcome(ministry, 10)).isEqualTo("NEEDS_FACTS [ZONE]");
        }
    }
}
