package nullaosta.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** User state, base and date select the terms; a proposed or broken file is never among them. */
class AgreementsTest {

    @TempDir
    Path folder;

    private String sound = "";

    @BeforeEach
    void twoVersions() throws IOException {
        sound = TermsProblemsTest.sound();
        write("xx-yy-field/v1.yaml", sound);
        write("xx-yy-field/v2.yaml", sound.replace("field/1", "field/2").replace("2016-02-22", "2017-01-01"));
        write("xx-yy-field/v3.proposed.yaml", sound.replace("field/1", "field/3.proposed")
                .replace(", inForce: {from: 2016-02-22}", ""));
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private String selected(String state, String base, String departure) throws IOException {
        Agreements agreements = Agreements.read(folder);
        return switch (agreements.select(state, base, Instant.parse(departure))) {
            case Selection.Found(Terms terms) -> terms.id();
            case Selection.None(String why) -> why;
            case Selection.Several several -> "several: " + several.terms().stream().map(Terms::id).toList();
        };
    }

    @Test
    void theVersionInForceOnTheDayOfDepartureInTheHostsTimeZone() throws IOException {
        assertThat(selected("US", "SIGONELLA", "2016-02-21T23:00:00Z")).isEqualTo("xx-yy-field/1");
        assertThat(selected("US", "SIGONELLA", "2016-12-31T22:59:59Z")).isEqualTo("xx-yy-field/1");
        assertThat(selected("US", "SIGONELLA", "2016-12-31T23:00:00Z")).isEqualTo("xx-yy-field/2");
    }

    @Test
    void aFileThatIsTooLargeIsNotEvenRead() throws IOException {
        write("xx-yy-field/v4.yaml", sound + "# " + "x".repeat(5_000_000));
        assertThat(Agreements.read(folder).problems()).singleElement().satisfies(problem -> assertThat(
                problem.message()).isEqualTo(
                        "found a file of " + (sound.length() + 5_000_002)
                                + " bytes, expected at most 1000000 characters"));
    }

    @Test
    void noneSaysWhatThereIsInstead() throws IOException {
        assertThat(selected("US", "SIGONELLA", "2016-02-21T22:59:59Z")).isEqualTo("no agreement with US at SIGONELLA "
                + "is in force on 2016-02-21; xx-yy-field holds from 2017-01-01");
        assertThat(selected("US", "TRAPANI", "2016-03-01T00:00:00Z"))
                .isEqualTo("no agreement with US is about TRAPANI; there is xx-yy-field at SIGONELLA");
        assertThat(selected("GB", "SIGONELLA", "2016-03-01T00:00:00Z"))
                .isEqualTo("no agreement is with GB; there is xx-yy-field");
    }

    @Test
    void twoAgreementsForOneFlightAreLeftToAPerson() throws IOException {
        write("other/v1.yaml", sound.replace("xx-yy-field", "other"));
        assertThat(selected("US", "SIGONELLA", "2016-03-01T00:00:00Z")).isEqualTo("several: [other/1, xx-yy-field/1]");
    }

    @Test
    void aBrokenFileIsNeverInForceAndItsProblemsAreReported() throws IOException {
        write("xx-yy-field/v2.yaml", sound.replace("field/1", "field/2").replace("kind: grant", "kind: grand"));
        Agreement agreement = Agreements.read(folder).agreement("xx-yy-field").orElseThrow();
        assertThat(agreement.inForceAt(Instant.parse("2018-01-01T00:00:00Z"))).map(Terms::id)
                .contains("xx-yy-field/1");
        assertThat(agreement.standingUnknown()).isTrue();
        assertThat(agreement.broken()).singleElement()
                .satisfies(broken -> assertThat(broken.problems()).extracting(problem -> problem.message())
                        .containsExactly("found `grand`, expected one of grant, require, prohibit, refer"));
    }

    @Test
    void aFileThatIsNotNamedAsItsTermsIsBroken() throws IOException {
        write("xx-yy-field/v7.yaml", sound);
        write("xx-yy-field/draft.yaml", sound);
        assertThat(Agreements.read(folder).problems()).extracting(problem -> problem.message()).containsExactly(
                "found a file that is no version",
                "found the terms `xx-yy-field/1`, expected `xx-yy-field/7` as folder and file are named");
    }

    @Test
    void theHashFollowsTheWordsAndNotTheLayout() throws IOException {
        Terms terms = TermsReader.read("v1.yaml", sound).orThrow();
        String sameWords = "# a comment\n" + sound.replace("title: \"A field\"", "title:   'A field'");
        String otherWords = sound.replace("No more than the cap.", "No more than the cap!");
        assertThat(TermsReader.read("v1.yaml", sameWords).orThrow().hash()).isEqualTo(terms.hash());
        assertThat(TermsReader.read("v1.yaml", otherWords).orThrow().hash()).isNotEqualTo(terms.hash());
    }

    /** The day on which a period ends is the first that it no longer holds; people read the last one that counts. */
    @Test
    void aPeriodIsToldByItsLastDay() {
        Period period = new Period(LocalDate.parse("2016-01-01"), Optional.of(LocalDate.parse("2016-12-01")));
        assertThat(period.inWords()).isEqualTo("from 2016-01-01, last day 2016-11-30");
        assertThat(period.holds(LocalDate.parse("2016-11-30"))).isTrue();
        assertThat(period.holds(LocalDate.parse("2016-12-01"))).isFalse();
    }
}
