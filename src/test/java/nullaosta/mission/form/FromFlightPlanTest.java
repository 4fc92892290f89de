package nullaosta.mission.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nullaosta.mission.flightplan.FlightPlanReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a flight plan fills in, and what of it is named because nothing takes it. */
class FromFlightPlanTest {

    private static FromFlightPlan.Outcome filled(String agreements, String message) throws Exception {
        FlightPlanReader.Result.Read read = (FlightPlanReader.Result.Read) FlightPlanReader.read(message);
        return FromFlightPlan.fill(Forms.form(agreements), new Typed(Map.of("purpose", "LOGISTICS", "operator", "?")),
                read.plan());
    }

    @Test
    void anArmedDroneThereAndBack() throws Exception {
        FromFlightPlan.Outcome outcome = filled("agreements", """
                (FPL-REACH21-IM-Q9/M-SDFG/S-LICZ1800-N0170F200 DCT DODUS/N0170F240 DCT 3436N01518E DCT DODUS
                -LICZ0559 LICG-DOF/160301 REG/094066 OPR/USAF CODE/AE5C21 STS/STATE RMK/NONE)""");
        assertThat(outcome.typed().fields()).isEqualTo(Map.ofEntries(Map.entry("purpose", "LOGISTICS"),
                Map.entry("operator", "USAF"), Map.entry("aircraft/callSign", "REACH21"),
                Map.entry("aircraft/type", "Q9"), Map.entry("aircraft/tail", "094066"),
                Map.entry("aircraft/address", "ae5c21"), Map.entry("base", "SIGONELLA"),
                Map.entry("departure", "2016-03-01T18:00"), Map.entry("legs/0/from", "LICZ"),
                Map.entry("legs/0/to", "LICZ"), Map.entry("legs/0/departs", "2016-03-01T18:00"),
                Map.entry("legs/0/arrives", "2016-03-01T23:59"), Map.entry("legs/0/exit", "DODUS"),
                Map.entry("legs/0/entry", "DODUS")));
        assertThat(outcome.filled()).startsWith("Operator (in place of `?`)", "Aircraft type", "Tail")
                .contains("Leg 1, From");
        assertThat(outcome.left()).containsExactly("item 8, flight rules I", "item 8, type of flight M",
                "item 10, surveillance S", "item 10, equipment SDFG",
                "item 15, N0170F200 DCT DODUS/N0170F240 DCT 3436N01518E DCT DODUS: type the volumes it flies in",
                "item 16, alternates LICG", "item 18, STS/STATE", "item 18, RMK/NONE");
    }

    /** Whoever pastes a plan over what they typed is told what it took the place of. */
    @Test
    void whatItTakesThePlaceOfIsNamed() throws Exception {
        Form form = Forms.form("agreements");
        var plan = (FlightPlanReader.Result.Read) FlightPlanReader.read(
                "(FPL-REACH21-IM-Q9/M-S/S-LICZ1800-N0170F200 DCT DODUS DCT KESOR-LICZ0200-DOF/160301 OPR/RAF)");
        FromFlightPlan.Outcome outcome = FromFlightPlan.fill(form,
                new Typed(Map.of("operator", "typed before", "aircraft/type", "Q9")), plan.plan());
        assertThat(outcome.filled()).contains("Operator (in place of `typed before`)", "Aircraft type");
        assertThat(outcome.left()).contains("item 15, DODUS: the route names it once, so where the airspace is entered"
                + " is not said");
    }

    @Test
    void whatAnAgreementAsksOfEquipment() throws Exception {
        FromFlightPlan.Outcome outcome = filled("scenarios/assembled/agreements",
                "(FPL-REACH21-IM-Q9/M-G/A-LICZ1800-N0170F200-LIRF0100-DOF/160301)");
        assertThat(outcome.typed().fields()).containsEntry("answers/instrumentFlightRules", "yes")
                .containsEntry("answers/transponder", "no").containsEntry("answers/twoWayRadio", "no");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            out of the host             | LICZ1800-N0170F200 DCT DODUS DCT KOPUT  | HLLB0200 | DODUS | ''
            into the host               | HLLB1800-N0170F200 DCT DODUS DCT KOPUT  | LICZ0200 | ''    | KOPUT
            across the host             | HLLB1800-N0170F200 DCT DODUS DCT KOPUT  | LFPB0200 | KOPUT | DODUS
            there and back by one named | LICZ1800-N0170F200 DCT DODUS DCT KESOR  | LICZ0200 | DODUS | ''
            there and back by two       | LICZ1800-N0170F200 DCT DODUS DCT KOPUT  | LICZ0200 | DODUS | KOPUT
            across by one named         | HLLB1800-N0170F200 DCT DODUS            | LFPB0200 | ''    | DODUS
            by no point of the host     | LICZ1800-N0170F200 DCT ABCDE            | HLLB0200 | ''    | ''
            """)
    void exitAndEntry(String what, String route, String to, String exit, String entry) throws Exception {
        Typed typed = filled("agreements", "(FPL-REACH21-IM-Q9/M-S/S-" + route + "-" + to + "-DOF/160301)").typed();
        assertThat(typed.get("legs/0/exit")).as(what).isEqualTo(exit);
        assertThat(typed.get("legs/0/entry")).as(what).isEqualTo(entry);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            (FPL-ABC1-YG-4ZZZZ/L-S/C-ZZZZ0900-N0100VFR-LICG0100-TYP/GLIDER DEP/A FIELD)  | item 8, flight rules Y: partly each
            (FPL-ABC1-YG-4ZZZZ/L-S/C-ZZZZ0900-N0100VFR-LICG0100-TYP/GLIDER DEP/A FIELD)  | item 9, 4 aircraft: name the others, with their tails, among those who fly with it
            (FPL-ABC1-YG-4ZZZZ/L-S/C-ZZZZ0900-N0100VFR-LICG0100-TYP/GLIDER DEP/A FIELD)  | item 13, ZZZZ: no base of Italy
            (FPL-ABC1-VG-C172/L-S/C-LICZ0900-N0100VFR-LICG0100-DOF/161399)               | item 13, 09:00Z: item 18 has no day, such as DOF/160301
            (FPL-ABC1-VG-C172/L-S/C-LICZ0900-N0100VFR-LICG0100-0-E/0400)                 | behind item 18: E/0400
            """)
    void whatNothingTakesIsNamed(String message, String left) throws Exception {
        assertThat(filled("agreements", message).left()).contains(left);
    }

    @Test
    void whatItem18Names() throws Exception {
        Typed typed = filled("agreements",
                "(FPL-ABC1-VG-ZZZZ/L-S/C-ZZZZ0900-N0100VFR-LICG0100-TYP/GLIDER DEP/A FIELD)").typed();
        assertThat(typed.get("aircraft/type")).isEqualTo("GLIDER");
        assertThat(typed.get("legs/0/from")).isEqualTo("A FIELD");
    }
}
