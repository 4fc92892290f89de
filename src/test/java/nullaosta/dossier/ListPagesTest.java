package nullaosta.dossier;

import static nullaosta.dossier.Ministry.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nullaosta.mission.Missions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Eleven that were withdrawn, several of one day, and two that are open: each is on one page, and on one alone. */
class ListPagesTest {

    private static Ministry ministry;

    @BeforeAll
    static void file() throws Exception {
        ministry = new Ministry();
        for (int i = 0; i < 13; i++) {
            Dossier filed = ministry.filed(Missions.surveillance().shifted(Duration.ofDays(i / 3)));
            if (i % 6 != 5) {
                ministry.done("us.embassy", NOON, filed, new Command.WithdrawMission("not needed"));
            }
        }
    }

    @AfterAll
    static void verifyAndClose() {
        ministry.close();
    }

    private static List<List<Row>> pages(CaseLists.Filter filter, int most) {
        List<List<Row>> pages = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            List<Row> page = ministry.cases.past(filter, most, after);
            pages.add(page);
            after = page.isEmpty() ? Optional.empty() : Optional.of(page.getLast().number());
        } while (pages.getLast().size() == most);
        return pages;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 11, 50})
    void everyCaseIsOnOnePageLatestFirst(int most) {
        List<Row> all = pages(CaseLists.Filter.ALL, most).stream().flatMap(List::stream).toList();
        assertThat(all).hasSize(11).doesNotHaveDuplicates().allMatch(row -> row.phase() == Phase.WITHDRAWN);
        assertThat(all).isSortedAccordingTo((a, b) -> a.departure().equals(b.departure())
                ? b.number().compareTo(a.number())
                : b.departure().compareTo(a.departure()));
    }

    @Test
    void whoStillHasToDoWithThemIsOnNoPageOfThese() {
        assertThat(ministry.cases.live(CaseLists.Filter.ALL)).hasSize(2).allMatch(row -> row.phase().open());
        assertThat(ministry.cases.rows(CaseLists.Filter.ALL)).hasSize(13);
    }

    @Test
    void aFilterHoldsOnEveryPage() {
        CaseLists.Filter theirs = CaseLists.Filter.ALL.ofState("US").saying("DRAGO11");
        assertThat(pages(theirs, 4).stream().mapToInt(List::size).sum()).isEqualTo(11);
        assertThat(pages(CaseLists.Filter.ALL.ofState("GB"), 4)).isEqualTo(List.of(List.of()));
        assertThat(ministry.cases.past(CaseLists.Filter.ALL, 4, Optional.of("IT-1999-0001")))
                .as("after a case that nobody knows").isEmpty();
    }
}
