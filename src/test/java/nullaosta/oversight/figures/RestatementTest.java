package nullaosta.oversight.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nullaosta.dossier.Phase;
import org.junit.jupiter.api.Test;

/** What was published of a past month, and what is published now. */
class RestatementTest {

    private static final LocalDate APRIL = LocalDate.parse("2016-04-10");
    private static final LocalDate MAY = LocalDate.parse("2016-05-02");

    private static Restatement.Snapshot snapshot(LocalDate day, String... lines) {
        return new Restatement.Snapshot(day, FiguresFile.HEADER + "\r\n"
                + Arrays.stream(lines).map(line -> line + "\r\n").collect(Collectors.joining()));
    }

    private static List<Restatement> between(String[] before, String... on) {
        return Restatement.of(List.of(snapshot(APRIL, before), snapshot(MAY, on)));
    }

    private static String[] lines(String... lines) {
        return lines;
    }

    @Test
    void aLateEntryIntoAPastMonthIsTold() {
        assertThat(between(lines("2016-03,*,*,*,*,5", "*,*,*,*,cleared,5", "2016-03,*,*,*,cleared,5"),
                "2016-03,*,*,*,*,6", "*,*,*,*,cleared,6", "2016-03,*,*,*,cleared,6"))
                .containsExactly(new Restatement(APRIL, MAY, "2016-03", "", 5, 6),
                        new Restatement(APRIL, MAY, "2016-03", "cleared", 5, 6));
    }

    @Test
    void aPastMonthOfWhichNothingWasSaidIsTold() {
        assertThat(between(lines("2016-03,*,*,*,*,5"), "2016-01,*,*,*,*,3", "2016-03,*,*,*,*,5"))
                .containsExactly(new Restatement(APRIL, MAY, "2016-01", "", 0, 3));
    }

    /** April was not over when it was first published. */
    @Test
    void aMonthThatWasNotOverIsNotRestated() {
        assertThat(between(lines("2016-04,*,*,*,*,5"), "2016-04,*,*,*,*,9")).isEmpty();
    }

    @Test
    void whatIsToldTogetherOtherwiseIsNotCompared() {
        assertThat(between(lines("2016-02 to 2016-03,*,*,*,*,5"), "2016-02,*,*,*,*,3", "2016-03,*,*,*,*,4")).isEmpty();
        assertThat(between(lines("2016-03,*,*,*,*,9", "*,DE,*,*,*,9", "2016-03,DE,*,*,*,9"), "2016-03,*,*,*,*,9",
                "*,DE,*,*,*,6", "*,other,*,*,*,3", "2016-03,DE,*,*,*,6", "2016-03,other,*,*,*,3")).isEmpty();
        assertThat(between(lines("2016-03,*,*,*,*,9", "*,DE,*,*,*,9", "2016-03,DE,*,*,*,hidden"), "2016-03,*,*,*,*,9",
                "*,DE,*,*,*,9", "2016-03,DE,*,*,*,4")).isEmpty();
    }

    @Test
    void theNewestStandsFirst() {
        assertThat(Restatement.of(List.of(snapshot(APRIL, "2016-03,*,*,*,*,5"), snapshot(MAY, "2016-03,*,*,*,*,6"),
                snapshot(MAY.plusDays(1), "2016-03,*,*,*,*,7"))).stream().map(Restatement::now)).containsExactly(7, 6);
    }

    @Test
    void aCategoryWithCommasAndQuotesComesBack() {
        var flights = List.of("a,b", "say \"yes\"", "plain").stream().flatMap(purpose -> Stream
                .generate(() -> Flights.of("2016-03-01T18:00:00Z", "US", purpose,
                        Phase.CLEARED, "REFER"))
                .limit(3)).toList();
        Figures figures = Figures.of(flights, any -> Optional.empty(),
                Instant.parse("2016-04-01T00:00:00Z"));
        assertThat(FiguresFile.write(figures)).contains("*,*,\"a,b\",*,*,3\r\n", "*,*,\"say \"\"yes\"\"\",*,*,3\r\n");
        assertThat(FiguresFile.read(FiguresFile.write(figures)))
                .containsEntry(Map.of(Dimension.PURPOSE, "say \"yes\""), "3")
                .containsEntry(Map.of(Dimension.PURPOSE, "a,b"), "3");
    }
}
