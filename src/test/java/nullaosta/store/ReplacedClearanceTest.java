package nullaosta.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import nullaosta.clearance.Clearance;
import nullaosta.clearance.Issuance;
import nullaosta.clearance.Life;
import nullaosta.clearance.token.StatusList;
import nullaosta.decision.Verdict;
import nullaosta.dossier.Command;
import nullaosta.dossier.Dossier;
import nullaosta.dossier.Ministry;
import nullaosta.mission.Mission;
import nullaosta.mission.Missions;
import nullaosta.seal.IssuerKey;
import org.junit.jupiter.api.Test;

/** A spare that is named later makes another paper, and the old one is told to be replaced. */
class ReplacedClearanceTest {

    private static Clearance clearance(Dossier dossier) {
        return dossier.clearance().orElseThrow().clearance();
    }

    @Test
    void theOldPaperIsReplacedAndTheNewOneNamesTheSpare() throws Exception {
        try (Ministry ministry = new Ministry()) {
            Dossier dossier = ministry.cleared();
            Clearance old = clearance(dossier);
            Mission amended = Missions.with(dossier.mission(), Map.of("spares",
                    List.of(Map.of("tail", "AF 09-4067", "address", "ae1235")), "formation",
                    List.of(Map.of("tail", "AF 09-4068", "callSign", "DRAGO12"))));
            dossier = ministry.done("us.embassy", Ministry.NOON.plusSeconds(3_000), dossier,
                    new Command.AmendMission(amended, "a second aircraft and a spare"));
            assertThat(Published.lives(ministry.cases.standings())).containsExactly(Life.SUSPENDED);
            dossier = ministry.done("desk.greco", Ministry.NOON.plusSeconds(3_100), dossier,
                    new Command.PrepareDecision(Verdict.APPROVE, "the file is complete", List.of()));
            for (String officer : List.of("min.ferri", "pcm.valle")) {
                dossier = ministry.done(officer, Ministry.NOON.plusSeconds(3_200), dossier,
                        new Command.SignDecision(Verdict.APPROVE, "as prepared"));
            }
            Clearance now = clearance(dossier);
            assertThat(now.mission()).isEqualTo(amended);
            List<Life> lives = Published.lives(ministry.cases.standings());
            assertThat(lives).containsExactly(Life.REPLACED, Life.VALID);
            IssuerKey key = IssuerKey.generate(new SecureRandom());
            StatusList list = StatusList.read(
                    new Issuance(ministry.host.state(), "https://nullaosta.example/status").statusList(lives,
                            Ministry.DEPARTURE, key),
                    Map.of(key.kid(), key.publicKey()));
            assertThat(list.status(old.statusIndex())).contains(StatusList.Status.REPLACED);
            assertThat(list.status(now.statusIndex())).contains(StatusList.Status.VALID);
        }
    }
}
