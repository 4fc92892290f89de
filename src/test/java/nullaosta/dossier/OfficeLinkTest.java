package nullaosta.dossier;

import static nullaosta.dossier.Ministry.NOON;
import static nullaosta.dossier.Ministry.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import nullaosta.decision.Opinion.Stance;
import nullaosta.dossier.entry.Written;
import nullaosta.mission.Missions;
import nullaosta.party.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An office without an account answers by its link: once, in its time, and only what it was asked. */
class OfficeLinkTest {

    private static final LocalDate LAST_DAY = LocalDate.parse("2016-03-04");

    private Ministry ministry;
    private OfficeLinks links;
    private Dossier dossier;

    @BeforeEach
    void ask() throws Exception {
        ministry = new Ministry();
        links = new OfficeLinks(ministry.vault::mark);
        dossier = ministry.done("desk.rossi", NOON, ministry.filed(Missions.surveillance()),
                new Command.AskOffice("Civil aviation", "any objection?", LAST_DAY));
    }

    @AfterEach
    void verifyAndClose() {
        ministry.close();
    }

    private OfficeLink link() {
        return links.open(dossier.id(), 1, links.key(dossier.id(), 1)).orElseThrow();
    }

    private Answer answer(Instant at, OfficeLink link, Stance stance, String by, String words) {
        Person office = OfficeLink.officer(link.consultation(dossier).orElseThrow(), ministry.host.state());
        return ministry.dossiers.perform(office, at, dossier.id(), new Command.AnswerByLink(link, stance, by, words));
    }

    @Test
    void theAnswerIsTheOfficesOwn() {
        Dossier after = Ministry.done(answer(NOON.plusSeconds(60), link(), Stance.OBJECTION, "Ing. P. Serra, ENAC",
                "the corridor is closed on that day"));
        assertThat(after.file().consultations()).singleElement().satisfies(asked -> {
            assertThat(asked.opinion().orElseThrow().by()).isEqualTo("Ing. P. Serra, ENAC");
            assertThat(asked.opinion().orElseThrow().dated()).isEqualTo(LocalDate.parse("2016-03-01"));
        });
        assertThat(after.history()).extracting(Written::by).endsWith("office.civil-aviation", "office.civil-aviation");
        assertThat(after.version()).as("and assessed again").isEqualTo(dossier.version() + 2);
    }

    @Test
    void aLinkIsSpentByItsAnswer() {
        Ministry.done(answer(NOON, link(), Stance.NO_OBJECTION, "Ing. P. Serra", ""));
        assertThat(refused(answer(NOON, link(), Stance.OBJECTION, "somebody else", "no")).inWords()).isEqualTo(
                "Consultation 1, which is answered; expected the number of one that waits for its answer. Ask the "
                        + "office anew if it has more to say.");
    }

    @Test
    void itEndsWithTheOfficesTime() {
        Instant lastMoment = Instant.parse("2016-03-04T22:59:59Z");
        assertThat(refused(answer(lastMoment.plusSeconds(1), link(), Stance.NO_OBJECTION, "Ing. P. Serra", ""))
                .inWords()).isEqualTo("Consultation 1, which waited until 2016-03-04; expected the number of one that "
                        + "waits for its answer. Write to the desk: it may still enter an answer.");
        assertThat(answer(lastMoment, link(), Stance.NO_OBJECTION, "Ing. P. Serra", ""))
                .isInstanceOf(Answer.Done.class);
    }

    @Test
    void itEndsWithTheMissionThatItWasAskedAbout() {
        OfficeLink link = link();
        dossier = ministry.done("us.embassy", NOON, dossier, new Command.AmendMission(
                Missions.with(dossier.mission(), Map.of("area", "MEDITERRANEAN")), "elsewhere"));
        assertThat(refused(answer(NOON, link, Stance.NO_OBJECTION, "Ing. P. Serra", "")).found())
                .isEqualTo("consultation 1, about the mission before it was amended");
    }

    @Test
    void whatIsMissingIsToldAtItsField() {
        Refusal nobody = refused(answer(NOON, link(), Stance.NO_OBJECTION, " ", ""));
        assertThat(nobody.inWords()).isEqualTo(
                "Nobody's name; expected who answers for the office. Give your name and post.");
        assertThat(nobody.where()).isEqualTo("by");
        Refusal silent = refused(answer(NOON, link(), Stance.OBJECTION, "Ing. P. Serra", ""));
        assertThat(silent.code()).isEqualTo(Refusal.Code.REASON_MISSING);
        assertThat(silent.where()).isEqualTo("words");
    }

    @Test
    void itOpensNoOtherCase() {
        Dossier other = ministry.filed(Missions.armed());
        Person office = OfficeLink.officer(link().consultation(dossier).orElseThrow(), ministry.host.state());
        assertThat(refused(ministry.dossiers.perform(office, NOON, other.id(),
                new Command.AnswerByLink(link(), Stance.NO_OBJECTION, "Ing. P. Serra", ""))).code())
                .isEqualTo(Refusal.Code.NOT_YOUR_CASE);
        assertThat(link().consultation(other)).isEmpty();
    }

    @Test
    void aKeyOpensWhatItWasMadeForAndNothingElse() {
        String key = links.key(dossier.id(), 1);
        assertThat(key).hasSize(22);
        assertThat(links.open(dossier.id(), 2, key)).isEmpty();
        assertThat(links.open(new DossierId(new UUID(1, 1)), 1, key)).isEmpty();
        assertThat(
                List.of("", "A", key + "A", key.substring(1), key.toLowerCase(Locale.ROOT), "è".repeat(22)))
                .allSatisfy(wrong -> assertThat(links.open(dossier.id(), 1, wrong)).isEmpty());
        assertThat(IntStream.range(0, 1_000).mapToObj(n -> links.key(dossier.id(), n))).doesNotHaveDuplicates();
    }
}
