package nullaosta.oversight.movements;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import nullaosta.dossier.Command;
import nullaosta.dossier.Dossier;
import nullaosta.dossier.Ministry;
import nullaosta.dossier.entry.Entry;
import nullaosta.mission.DataMode;
import nullaosta.oversight.movements.ListedMovement.Kind;
import nullaosta.party.HostFile;
import nullaosta.store.PostgresMovements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which lines of a tower's list are the take-off of REACH21, tail 09-4066, from Sigonella at 18:00. */
class ReconciliationTest {

    private static final Instant SIX = Instant.parse("2016-03-01T18:00:00Z");

    private static EnteredMovement entered(String number, String place, Kind kind, Instant at) {
        return new EnteredMovement(number, "REACH21", "09-4066", place, kind, at);
    }

    private static Reconciliation of(List<ListedMovement> listed, List<EnteredMovement> entered) throws Exception {
        return Reconciliation.of(new MovementList(listed), entered, HostFile.host(Path.of("hosts/it")).bases());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            the same                             | REACH21  | -       | LICZ      | DEP | 18:00 | found
            by name and a minute late            | REACH 21 | -       | Sigonella | DEP | 18:01 | found
            half an hour early                   | reach21  | -       | SIGONELLA | DEP | 17:30 | found
            a minute more                        | REACH21  | -       | LICZ      | DEP | 17:29 | not
            by its tail, with another call sign  | DUKE01   | 094066  | LICZ      | DEP | 18:00 | found
            by its tail alone                    | -        | 09-4066 | LICZ      | DEP | 18:00 | found
            another call sign                    | DUKE01   | -       | LICZ      | DEP | 18:00 | not
            another aircraft                     | DUKE01   | 09-4067 | LICZ      | DEP | 18:00 | not
            another aerodrome                    | REACH21  | -       | LICG      | DEP | 18:00 | not
            the other way                        | REACH21  | -       | LICZ      | ARR | 18:00 | not
            """)
    void oneLine(String what, String callSign, String tail, String aerodrome, Kind kind,
            String time, String found) throws Exception {
        ListedMovement listed = new ListedMovement(2, callSign.replace("-", ""),
                Optional.of(tail).filter(it -> it.length() > 1),
                Optional.empty(), aerodrome, kind,
                Instant.parse("2016-03-01T" + time + ":00Z"));
        Reconciliation result = of(List.of(listed), List.of(entered("IT-1", "SIGONELLA", Kind.DEP, SIX)));
        assertThat(result.matched().size()).as(what).isEqualTo(found.equals("found") ? 1 : 0);
        assertThat(result.withoutClearance().size()).as(what).isEqualTo(found.equals("found") ? 0 : 1);
    }

    /** The nearer of two is found; what the list could have seen and did not is told, and nothing else. */
    @Test
    void whatTheListDidNotSee() throws Exception {
        ListedMovement first = listed(2, SIX);
        ListedMovement last = listed(3, SIX.plusSeconds(7_200));
        EnteredMovement near = entered("IT-1", "SIGONELLA", Kind.DEP, SIX.plusSeconds(60));
        EnteredMovement far = entered("IT-2", "SIGONELLA", Kind.DEP, SIX.plusSeconds(1_200));
        EnteredMovement elsewhere = entered("IT-3", "PANTELLERIA", Kind.DEP, SIX.plusSeconds(1_200));
        EnteredMovement after = entered("IT-4", "SIGONELLA", Kind.ARR, SIX.plusSeconds(7_300));
        assertThat(of(List.of(first, last), List.of(far, near, elsewhere, after))).isEqualTo(new Reconciliation(
                List.of(new Reconciliation.Match(first, near)), List.of(last), List.of(far)));
    }

    private static ListedMovement listed(int line, Instant at) {
        return new ListedMovement(line, "REACH21", Optional.empty(), Optional.empty(), "LICZ", Kind.DEP, at);
    }

    /** Whatever is listed and entered: each line is in one part, each entered movement in one match at most. */
    @Test
    void nothingIsCountedTwice() throws Exception {
        Random random = new Random(21);
        for (int round = 0; round < 300; round++) {
            List<ListedMovement> listed = new ArrayList<>(List.of(listed(2, SIX)));
            List<EnteredMovement> entered = new ArrayList<>();
            for (int i = random.nextInt(12); i > 0; i--) {
                listed.add(listed(2 + i, SIX.plusSeconds(random.nextInt(7_200))));
            }
            for (int i = random.nextInt(12); i > 0; i--) {
                entered.add(entered("IT-" + i, "SIGONELLA", Kind.DEP, SIX.plusSeconds(random.nextInt(7_200))));
            }
            Reconciliation found = of(listed, entered);
            assertThat(Stream.concat(found.matched().stream().map(Reconciliation.Match::listed),
                    found.withoutClearance().stream())).containsExactlyInAnyOrderElementsOf(listed);
            assertThat(Stream.concat(found.matched().stream().map(Reconciliation.Match::entered),
                    found.notListed().stream())).doesNotHaveDuplicates().isSubsetOf(entered);
            assertThat(found.matched()).allMatch(match -> match.apart().compareTo(Reconciliation.WITHIN) <= 0);
        }
    }

    /** From real cases; the list is not kept, and the register has an entry for it, once. */
    @Test
    void ofTheMinistry() throws Exception {
        try (Ministry ministry = new Ministry()) {
            Dossier flown = ministry.airborne();
            Instant landed = Ministry.DEPARTURE.plusSeconds(3_600);
            ministry.done("sig.leone", landed.plusSeconds(60), flown,
                    new Command.EnterLanding(landed, "LICZ", Entry.Landing.PLANNED, ""));
            String callSign = flown.mission().aircraft().callSign();
            String text = "callsign,aerodrome,movement,time\n" + callSign + ",LICZ,DEP,2016-03-01T18:05:00Z\n"
                    + "GHOST1,LICZ,DEP,2016-03-01T18:30:00Z\n" + callSign + ",Sigonella,ARR,2016-03-01T19:01:00Z\n";
            MovementList list = ((MovementList.Result.Read) MovementList.read(text)).list();
            PostgresMovements movements = new PostgresMovements(ministry.source(), ministry.cases, ministry.dossiers,
                    DataMode.REAL);
            for (int time = 0; time < 2; time++) {
                Reconciliation found = movements.reconcile(text, list, "audit.bruni", landed.plusSeconds(600));
                assertThat(found.matched()).extracting(match -> match.entered().kind()).containsExactly(Kind.DEP,
                        Kind.ARR);
                assertThat(found.withoutClearance()).extracting(ListedMovement::callSign).containsExactly("GHOST1");
                assertThat(found.notListed()).isEmpty();
            }
            assertThat(ministry.register().stream().map(entry -> new String(entry, StandardCharsets.UTF_8))
                    .filter(entry -> entry.contains("\"kind\":\"MovementList\""))).singleElement().asString()
                    .contains("\"matched\":2,\"movements\":3,\"notListed\":0", "\"withoutClearance\":1")
                    .doesNotContain("GHOST1", callSign);
        }
    }
}
