package nullaosta.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nullaosta.assessment.Outcome;
import nullaosta.mission.Mission;
import nullaosta.mission.Missions;
import nullaosta.mission.Receipt;
import org.junit.jupiter.api.Test;

/** What a filing would come to is what it comes to, and looking leaves nothing behind. */
class PreviewTest {

    private static Command.FileMission filing(Mission mission) {
        return new Command.FileMission(mission, new Receipt(Ministry.NOON, "filed at the door"), Optional.empty());
    }

    @Test
    void aPreviewIsTheAssessmentThatTheFilingThenHas() throws Exception {
        try (Ministry ministry = new Ministry()) {
            for (Mission mission : List.of(Missions.armed(), Missions.surveillance(),
                    Missions.with(Missions.armed(), Map.of("purpose", "OFFENSIVE")),
                    Missions.with(Missions.armed(), Map.of("base", "PANTELLERIA")))) {
                Map<String, Long> before = ministry.counts();
                Preview preview = ministry.dossiers.preview(ministry.who("us.embassy"), Ministry.NOON,
                        filing(mission));
                assertThat(ministry.counts()).as("nothing is written").isEqualTo(before);
                assertThat(preview).isEqualTo(
                        new Preview.Assessed(ministry.filed(mission).assessed().orElseThrow(), Optional.empty(),
                                Optional.empty()));
            }
        }
    }

    @Test
    void anAmendmentIsLookedAtWithWhatTheFileHolds() throws Exception {
        try (Ministry ministry = new Ministry()) {
            Dossier dossier = ministry.filed(Missions.surveillance());
            Map<String, Long> before = ministry.counts();
            var amendment = new Command.AmendMission(
                    Missions.with(Missions.surveillance(), Map.of("purpose", "OFFENSIVE")), "another task");
            Preview preview = ministry.dossiers.preview(ministry.who("us.embassy"), Ministry.NOON, dossier, amendment);
            assertThat(ministry.counts()).isEqualTo(before);
            assertThat(((Preview.Assessed) preview).assessed().outcome()).isEqualTo(Outcome.INELIGIBLE);
            assertThat(((Preview.Assessed) preview).assessed().clausesInTheWay()).contains("ART-5.1");
        }
    }

    /** Who could look again and again would find by trying where somebody is. */
    @Test
    void whoIsNotNamedForThemLearnsNothingOfProtectedParties() throws Exception {
        try (Ministry ministry = new Ministry()) {
            Dossier dossier = ministry.filed(Missions.armed());
            var amendment = new Command.AmendMission(Missions.armed(), "to see");
            Preview without = ministry.dossiers.preview(ministry.who("us.embassy"), Ministry.NOON, dossier, amendment);
            dossier = ministry.done("desk.rossi", Ministry.NOON, dossier, Examples.PARTY);
            assertThat(ministry.dossiers.preview(ministry.who("us.embassy"), Ministry.NOON, dossier, amendment))
                    .isEqualTo(without);
            assertThat(((Preview.Assessed) without).assessed().assessment().toString())
                    .contains("whether there is anybody to protect is found when it is filed");
            assertThat(ministry.dossiers.preview(ministry.who("desk.rossi"), Ministry.NOON, dossier, amendment))
                    .as("the desk officer is named").isNotEqualTo(without);
        }
    }

    @Test
    void othersMissionsAndOthersTasks() throws Exception {
        try (Ministry ministry = new Ministry()) {
            Dossier dossier = ministry.filed(Missions.surveillance());
            Map<String, Long> before = ministry.counts();
            assertThat(code(ministry.dossiers.preview(ministry.who("gb.embassy"), Ministry.NOON,
                    filing(Missions.armed())))).isEqualTo(Refusal.Code.NOT_YOUR_CASE);
            assertThat(code(ministry.dossiers.preview(ministry.who("min.ferri"), Ministry.NOON,
                    filing(Missions.armed())))).isEqualTo(Refusal.Code.NOT_FOR_YOUR_ROLE);
            assertThat(code(ministry.dossiers.preview(ministry.who("gb.embassy"), Ministry.NOON, dossier,
                    new Command.AmendMission(Missions.surveillance(), "to see what is in it"))))
                    .isEqualTo(Refusal.Code.NOT_YOUR_CASE);
            assertThat(ministry.counts()).isEqualTo(before);
        }
    }

    private static Refusal.Code code(Preview preview) {
        return ((Preview.Refused) preview).refusal().code();
    }
}
