package nullaosta.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nullaosta.dossier.Phase;
import nullaosta.oversight.figures.CountedFlight;
import nullaosta.oversight.figures.Figures;
import nullaosta.oversight.figures.Lane;
import nullaosta.oversight.figures.Restatement;
import nullaosta.party.Host;
import nullaosta.party.HostFile;
import org.junit.jupiter.api.Test;

/** The feed of the register in May 2016, after seven flights of March, five of April and three of May. */
class FiguresFeedTest {

    private static final Instant MAY = Instant.parse("2016-05-10T12:00:00Z");

    private static List<CountedFlight> flights(int count, String day, Phase phase) {
        List<CountedFlight> flights = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            flights.add(new CountedFlight(LocalDate.parse(day), "US", "SURVEILLANCE", phase, Lane.WITHIN, false, false,
                    Optional.empty(), Optional.empty(), List.of()));
        }
        return flights;
    }

    private static SyndFeed feed(List<Restatement> restatements) throws Exception {
        List<CountedFlight> all = new ArrayList<>(flights(4, "2016-03-02", Phase.CLEARED));
        all.addAll(flights(3, "2016-03-31", Phase.REFUSED));
        all.addAll(flights(5, "2016-04-30", Phase.CLEARED));
        all.addAll(flights(3, "2016-05-01", Phase.CLEARED));
        Host host = HostFile.host(Path.of("hosts/it"));
        return new SyndFeedInput().build(new StringReader(FiguresFeed.of(
                Figures.of(all, any -> Optional.empty(), MAY), restatements, host, "https://nullaosta.example.it")));
    }

    private static String line(SyndEntry entry) {
        return entry.getUpdatedDate().toInstant() + " " + entry.getTitle() + " (" + entry.getContents().getFirst()
                .getValue() + ") " + entry.getUri();
    }

    @Test
    void aMonthIsNewsOnceItIsOver() throws Exception {
        SyndFeed feed = feed(List.of());
        assertThat(feed.getTitle()).isEqualTo("Flights from Italy: what was asked, and what was answered");
        assertThat(feed.getPublishedDate().toInstant()).isEqualTo("2016-04-30T22:00:00Z");
        assertThat(feed.getEntries()).extracting(FiguresFeedTest::line).containsExactly(
                "2016-04-30T22:00:00Z 2016-04: 5 flights asked (cleared: 5; refused: 0)"
                        + " https://nullaosta.example.it/oversight#month/2016-04",
                "2016-03-31T22:00:00Z 2016-03: 7 flights asked (cleared: 4; refused: 3)"
                        + " https://nullaosta.example.it/oversight#month/2016-03");
    }

    @Test
    void whatIsRestatedIsNewsOfItsDay() throws Exception {
        assertThat(feed(List.of(new Restatement(LocalDate.parse("2016-04-01"), LocalDate.parse("2016-04-20"), "2016-03",
                "", 6, 7))).getEntries()).extracting(FiguresFeedTest::line).contains(
                        "2016-04-19T22:00:00Z Restated: 2016-03, all flights (Was 6 as published on 2016-04-01; is 7.)"
                                + " https://nullaosta.example.it/oversight#restated/2016-04-20/2016-03/");
    }

    @Test
    void anEmptyRegisterHasAFeedWithoutNews() throws Exception {
        SyndFeed feed = new SyndFeedInput().build(new StringReader(FiguresFeed.of(
                Figures.of(List.of(), any -> Optional.empty(), MAY), List.of(), HostFile.host(Path.of("hosts/it")),
                "https://nullaosta.example.it")));
        assertThat(feed.getEntries()).isEmpty();
    }
}
