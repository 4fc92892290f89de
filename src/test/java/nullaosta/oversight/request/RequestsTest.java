package nullaosta.oversight.request;

import static nullaosta.dossier.Ministry.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import nullaosta.dossier.Dossier;
import nullaosta.dossier.Ministry;
import nullaosta.mission.DataMode;
import nullaosta.mission.Missions;
import nullaosta.oversight.request.DisclosureRequest.Answer;
import nullaosta.oversight.request.DisclosureRequest.Asker;
import nullaosta.oversight.request.DisclosureRequest.Outcome;
import nullaosta.store.PostgresRequests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody asks to see an entry and is answered; both stand in the register, and who it was does not. */
class RequestsTest {

    private static final Asker ANNA = new Asker("Anna Verdi", "anna@example.org", "for my newspaper");
    private static final LocalDate DUE = LocalDate.parse("2016-03-31");
    private static final Answer REFUSED = new Answer(Outcome.REFUSED, "D.Lgs. 33/2013, art. 5-bis, 1 c",
            "it names a protected party", "desk.rossi", NOON.plusSeconds(86_400));

    private Ministry ministry;
    private PostgresRequests requests;

    @BeforeEach
    void open() throws Exception {
        ministry = new Ministry();
        requests = new PostgresRequests(ministry.source(), ministry.vault, new Random(9), DataMode.REAL);
    }

    @AfterEach
    void verifyAndClose() {
        ministry.register();
        ministry.close();
    }

    private OptionalInt ask(long entry, Instant at) {
        return requests.ask(entry, ANNA, at, DUE);
    }

    private List<String> register(String kind) {
        return ministry.register().stream().map(entry -> new String(entry, StandardCharsets.UTF_8))
                .filter(entry -> entry.contains("\"kind\":\"" + kind + "\"")).toList();
    }

    @Test
    void askedAndAnsweredOnce() {
        assertThat(ask(3, NOON)).hasValue(1);
        assertThat(ask(3, NOON)).hasValue(2);
        assertThat(requests.answer(1, REFUSED)).isTrue();
        assertThat(requests.answer(1, REFUSED)).as("twice").isFalse();
        assertThat(requests.answer(9, REFUSED)).as("never asked").isFalse();
        assertThat(requests.all()).as("what waits comes first").extracting(DisclosureRequest::number)
                .containsExactly(2, 1);
        assertThat(requests.all().getLast().answer()).contains(REFUSED);
        assertThat(requests.all().getLast().asker()).isEqualTo(ANNA);
        assertThat(RequestCounts.of(requests.all(), DUE)).isEqualTo(new RequestCounts(2, 0, 0, 1, 0));
        assertThat(RequestCounts.of(requests.all(), DUE.plusDays(1))).isEqualTo(new RequestCounts(2, 0, 0, 1, 1));
    }

    @Test
    void theRegisterHoldsThatItWasAskedAndNotByWhom() {
        ask(3, NOON);
        requests.answer(1, REFUSED);
        assertThat(register("DisclosureRequested")).singleElement().asString().contains("\"document\":\"")
                .doesNotContain("Anna");
        assertThat(register("DisclosureAnswered")).hasSize(1);
        String stored = String.join("", ministry.sql().sql("select document from disclosure_request")
                .query((rs, n) -> new String(rs.getBytes(1), StandardCharsets.ISO_8859_1)).list());
        assertThat(stored).isNotEmpty().doesNotContain("Anna", "newspaper");
    }

    @Test
    void neitherIsChangedOrDeleted() {
        ask(3, NOON);
        requests.answer(1, REFUSED);
        for (String change : List.of("delete from disclosure_answer",
                "update disclosure_answer set outcome = 'GRANTED'",
                "delete from disclosure_request")) {
            assertThatThrownBy(() -> ministry.sql().sql(change).update()).as(change).rootCause()
                    .hasMessageStartingWith("ERROR: permission denied for table");
        }
    }

    @Test
    void moreThanSixtyAnHourAreNotTaken() {
        for (int i = 0; i < 60; i++) {
            assertThat(ask(i, NOON.plusSeconds(i))).isPresent();
        }
        assertThat(ask(60, NOON.plusSeconds(60))).isEmpty();
        assertThat(ask(60, NOON.plusSeconds(3_601))).as("an hour after the first").isPresent();
    }

    @Test
    void theDeskFindsTheCase() {
        long first = ministry.register().size();
        Dossier dossier = ministry.filed(Missions.armed());
        long next = ministry.register().size();
        assertThat(requests.caseOf(first)).contains(dossier.number());
        assertThat(requests.caseOf(next)).as("there is no such entry").isEmpty();
        ask(first, NOON);
        ministry.register();
        assertThat(requests.caseOf(next)).as("an entry of no case").isEmpty();
    }
}
