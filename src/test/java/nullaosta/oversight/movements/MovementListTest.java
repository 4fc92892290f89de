package nullaosta.oversight.movements;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nullaosta.oversight.movements.ListedMovement.Kind;
import nullaosta.oversight.movements.MovementList.Fault;
import nullaosta.oversight.movements.MovementList.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists as towers write them, and what is wrong with some. */
class MovementListTest {

    private static final String HEADER = "callsign,registration,type,aerodrome,movement,time\n";

    @Test
    void aListWithQuotesAndTwoKindsOfLineEnds() {
        assertThat(MovementList.read("\"CallSign\",aerodrome,time,movement,registration\r\n"
                + "REACH21,LICZ,2016-03-01T18:00:00Z,DEP,\r\n\n\"REACH \"\"22\"\"\",\"Sigonella\n(north)\","
                + "2016-03-01T19:00:00Z,arr,\"09,4066\"")).isEqualTo(new Result.Read(new MovementList(
                        List.of(
                                new ListedMovement(2, "REACH21", Optional.empty(), Optional.empty(), "LICZ", Kind.DEP,
                                        Instant.parse("2016-03-01T18:00:00Z")),
                                new ListedMovement(4, "REACH \"22\"", Optional.of("09,4066"), Optional.empty(),
                                        "Sigonella\n(north)", Kind.ARR, Instant.parse("2016-03-01T19:00:00Z"))))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            R1,,,LICZ,UP,2016-03-01T18:00:00Z      | found the movement `UP`; expected `ARR` or `DEP`
            R1,,,LICZ,DEP,18:00                    | found the time `18:00`; expected an instant in UTC such as `2016-03-01T18:00:00Z`
            ,,,LICZ,DEP,2016-03-01T18:00:00Z       | found neither call sign nor registration; expected one of them
            R1,,,,DEP,2016-03-01T18:00:00Z         | found no aerodrome; expected its code, such as `LICZ`
            R1,LICZ,DEP                            | found 3 fields; expected 6, as many as there are columns
            R"1,,,LICZ,DEP,2016-03-01T18:00:00Z    | found a quote within a field; expected the whole field in quotes, and a quote in it doubled
            "R1"x,,,LICZ,DEP,2016-03-01T18:00:00Z  | found `x` after a closing quote; expected a comma or the end of the line
            "R1,,,LICZ,DEP,2016-03-01T18:00:00Z    | found no end of the quotes; expected a closing quote
            """)
    void aLineThatIsWrong(String line, String words) {
        assertThat(MovementList.read(HEADER + line)).isEqualTo(new Result.Faulty(List.of(new Fault(2, words))));
    }

    @Test
    void columnsThatAreWrong() {
        assertThat(MovementList.read("callsign,callsign,place,movement,time\n")).isEqualTo(new Result.Faulty(List.of(
                new Fault(1, "found no column `aerodrome`; expected callsign, aerodrome, movement, time"),
                new Fault(1, "found a column `place`; expected one of callsign, registration, type, aerodrome,"
                        + " movement, time"),
                new Fault(1, "found the column `callsign` twice; expected it once"))));
        assertThat(MovementList.read(HEADER)).isEqualTo(new Result.Faulty(
                List.of(new Fault(1, "found no movement; expected one a line below the columns' names"))));
        assertThat(MovementList.read("")).isInstanceOfSatisfying(Result.Faulty.class,
                faulty -> assertThat(faulty.faults()).hasSize(4));
    }

    @Test
    void everyFaultIsTold() {
        assertThat(MovementList.read(HEADER + ",,,,UP,soon\nR1,,,LICZ,DEP,2016-03-01T18:00:00Z\nR2\n"))
                .isInstanceOfSatisfying(Result.Faulty.class, faulty -> assertThat(faulty.faults())
                        .extracting(Fault::line).containsExactly(2, 2, 2, 2, 4));
    }
}
