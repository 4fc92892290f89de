package nullaosta.mission.flightplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nullaosta.mission.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages of our own in the form of ICAO Doc 4444, appendix 3, and what is said of broken ones. */
class FlightPlanReaderTest {

    private static final String PLAN = """
            (FPL-REACH21/A4521-IM
            -Q9/M-SDFG/SB1
            -LICZ1800
            -N0170F200 DCT DODUS/N0170F240 DCT 3436N01518E DCT
            -LICZ0559 LICG LICC
            -PBN/B2 DOF/160301 REG/094066 OPR/USAF EXPEDITIONARY SQUADRON
             CODE/AE5C21 STS/STATE RMK/DIP CLNC IT 42)""";

    private static FlightPlan read(String message) {
        return switch (FlightPlanReader.read(message)) {
            case FlightPlanReader.Result.Read(FlightPlan plan) -> plan;
            case FlightPlanReader.Result.Faulty(var faults) -> throw new AssertionError(faults);
        };
    }

    @Test
    void everyItem() {
        assertThat(read(PLAN)).isEqualTo(new FlightPlan("REACH21", "I", Optional.of("M"), 1, "Q9", "SDFG", "SB1",
                "LICZ", LocalTime.of(18, 0), "N0170", "F200",
                List.of("DCT", "DODUS/N0170F240", "DCT", "3436N01518E", "DCT"), "LICZ",
                Duration.ofMinutes(5 * 60 + 59), List.of("LICG", "LICC"),
                Map.of("PBN", "B2", "DOF", "160301", "REG", "094066", "OPR", "USAF EXPEDITIONARY SQUADRON", "CODE",
                        "AE5C21", "STS", "STATE", "RMK", "DIP CLNC IT 42"),
                ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            a formation                  | -Q9/M       | -4F16/M   | 4  | F16
            a type that item 18 names    | -Q9/M       | -ZZZZ/L   | 1  | ZZZZ
            a light aeroplane            | -Q9/M       | -P12/L    | 1  | P12
            """)
    void aircraft(String what, String good, String other, int number, String type) {
        FlightPlan plan = read(PLAN.replace(good, other));
        assertThat(plan.aircraft()).as(what).isEqualTo(number);
        assertThat(plan.type()).isEqualTo(type);
    }

    /** Which transponders report pressure altitude is in Doc 4444, appendix 2, item 10b. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            S    | true  | S    | true
            SDFG | true  | LB1  | true
            SDFG | true  | C    | true
            SDFG | true  | A    | false
            SDFG | true  | I    | false
            SDFG | true  | XB1  | false
            N    | false | N    | false
            G    | false | EB2D1 | true
            V    | true  | P    | true
            """)
    void equipment(String radio, boolean speaks, String surveillance, boolean reports) {
        FlightPlan plan = read(PLAN.replace("SDFG/SB1", radio + "/" + surveillance));
        assertThat(plan.speaks()).isEqualTo(speaks);
        assertThat(plan.reportsAltitude()).contains(reports);
    }

    @Test
    void anEmptyItem18AndWhatStandsBehindIt() {
        FlightPlan plan = read("(FPL-ABC1-VG-C172/L-S/C-LICC0900-N0100VFR-LICG0100-0-E/0400 P/002)");
        assertThat(plan.other()).isEmpty();
        assertThat(plan.rest()).isEqualTo("E/0400 P/002");
        assertThat(plan.route()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            (FPL-           | (CHG-      | the message: found `(CHG-REACH21/A4521-IM -Q9/M-SDFG/SB1 -LI…`, expected a message from `(FPL-` to `)`
            42)             | 42         | the message: found `(FPL-REACH21/A4521-IM -Q9/M-SDFG/SB1 -LI…`, expected a message from `(FPL-` to `)`
            REACH21/A4521   | REACH 21   | item 7: found `REACH 21`, expected 2 to 7 letters and digits, such as REACH21
            -IM             | -QM        | item 8: found `QM`, expected flight rules and type of flight, such as IM
            -Q9/M           | -MQ-9/M    | item 9: found `MQ`, expected type and wake turbulence, such as C30J/M
            SDFG/SB1        | SDFG       | item 10: found `SDFG`, expected equipment and surveillance, such as SDFG/S
            LICZ1800        | LICZ2460   | item 13: found `LICZ2460`, expected aerodrome and time, such as LICZ1800
            LICZ1800        | LICZ       | item 13: found `LICZ`, expected aerodrome and time, such as LICZ1800
            N0170F200       | F200       | item 15: found `F200 DCT DODUS/N0170F240 DCT 3436N01518E DCT`, expected speed, level and route, such as N0170F200 DCT DODUS
            LICZ0559        | LICZ0560   | item 16: found `LICZ0560 LICG LICC`, expected aerodrome, time and up to two alternates, such as LICZ0559 LICG
            PBN/B2          | SEE NOTE   | item 18: found `SEE NOTE DOF/160301 REG/094066 OPR/USAF EXPEDITIONARY SQUADRON CODE/AE5C21 STS/STATE RMK/DIP CLNC IT 42`, expected 0, or indicators such as DOF/160301 REG/094066
            """)
    void whatIsBroken(String good, String bad, String words) {
        assertThat(PLAN).contains(good);
        assertThat(FlightPlanReader.read(PLAN.replace(good, bad)))
                .isInstanceOfSatisfying(FlightPlanReader.Result.Faulty.class,
                        faulty -> assertThat(faulty.faults()).extracting(Fault::inWords).contains(words));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            (FPL-)             | 1 items
            (FPL-A-B-C-D-E-F)  | 6 items
            """)
    void tooShort(String message, String found) {
        assertThat(FlightPlanReader.read(message)).isEqualTo(new FlightPlanReader.Result.Faulty(
                List.of(new Fault("the message", found, "items 7, 8, 9, 10, 13, 15, 16 and 18"))));
    }

    @Test
    void allThatIsBrokenIsToldAtOnce() {
        assertThat(FlightPlanReader.read("(FPL-?-?-?-?-?-?-?-?)"))
                .isInstanceOfSatisfying(FlightPlanReader.Result.Faulty.class,
                        faulty -> assertThat(faulty.faults()).extracting(Fault::where).containsExactly("item 7",
                                "item 8", "item 9", "item 10", "item 13", "item 15", "item 16", "item 18"));
        assertThat(FlightPlanReader.read("(FPL-" + "A".repeat(5_000) + ")"))
                .isInstanceOfSatisfying(FlightPlanReader.Result.Faulty.class,
                        faulty -> assertThat(faulty.faults()).singleElement()
                                .extracting(Fault::expected).isEqualTo("at most 4000"));
    }
}
