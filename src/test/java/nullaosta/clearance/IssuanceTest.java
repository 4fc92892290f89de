package nullaosta.clearance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nullaosta.assessment.Outcome;
import nullaosta.clearance.token.Claims;
import nullaosta.clearance.token.ClearanceToken;
import nullaosta.clearance.token.StatusList;
import nullaosta.decision.Bench;
import nullaosta.decision.Decision;
import nullaosta.decision.Draft;
import nullaosta.decision.Ground;
import nullaosta.decision.Signing;
import nullaosta.decision.Verdict;
import nullaosta.decision.Vote;
import nullaosta.mission.Aircraft;
import nullaosta.mission.DataMode;
import nullaosta.mission.Declared;
import nullaosta.mission.Leg;
import nullaosta.mission.Mission;
import nullaosta.mission.Series;
import nullaosta.party.Host;
import nullaosta.party.Mandate;
import nullaosta.party.Numbering;
import nullaosta.party.OfficeHours;
import nullaosta.party.Person;
import nullaosta.party.Profile;
import nullaosta.party.Role;
import nullaosta.party.StateCode;
import nullaosta.quantity.Distance;
import nullaosta.quantity.TimeWindow;
import nullaosta.seal.CanonicalJson;
import nullaosta.seal.Digest;
import nullaosta.seal.IssuerKey;
import org.junit.jupiter.api.Test;

class IssuanceTest {

    private static final StateCode ITALY = new StateCode("IT");
    private static final Instant AT = Instant.parse("2016-02-29T16:20:00.7Z");
    private static final Instant FROM = Instant.parse("2016-03-01T18:00:00.2Z");
    private static final Instant UNTIL = Instant.parse("2016-03-02T04:00:00.9Z");
    private static final String HASH = Digest.of("assessment".getBytes(StandardCharsets.UTF_8)).hex();
    private static final Issuance ISSUANCE = new Issuance(ITALY, "https://nullaosta.example/status");
    private static final IssuerKey KEY = IssuerKey.generate(new SecureRandom());

    private static Mission mission(String tail, List<Leg> legs) {
        return new Mission(new StateCode("US"), "a unit",
                new Aircraft("MQ-9", tail, Optional.of("ae5a2c"), "DARKSTR1", Declared.NO),
                List.of(new Aircraft("MQ-9", "06-4118", Optional.empty(), "DARKSTR1", Declared.NO)),
                List.of(new Aircraft("MQ-1", "06-4119", Optional.of("ae5a2e"), "DARKSTR2", Declared.NO)),
                "SIGONELLA", "LIBYA",
                "DEFENSIVE", Declared.UNDECLARED, Declared.NO, Declared.YES, Declared.NO, Optional.empty(),
                FROM.plusSeconds(600), new TimeWindow(FROM, UNTIL), legs, List.of(), List.of(), Optional.empty(),
                Map.of(), Series.SINGLE, DataMode.REAL);
    }

    private static Grant grant(Mission mission, List<String> conditions) {
        Person officer = new Person("smd.conti", "Gen. B. Conti", "Defence staff", Role.AUTHORITY, ITALY,
                Optional.empty(), List.of(new Mandate("defence-staff", "an order",
                        new TimeWindow(AT.minus(Duration.ofDays(9)), AT.plus(Duration.ofDays(9))))),
                Optional.empty(), Optional.empty(), List.of(), List.of());
        Host host = new Host(ITALY, "Italy", ZoneOffset.UTC, Map.of(), List.of(), Map.of(), "defence-staff",
                Duration.ofMinutes(30), Duration.ofMinutes(60), new OfficeHours(ITALY, ZoneOffset.UTC,
                        Set.of(DayOfWeek.MONDAY), LocalTime.of(8, 0), LocalTime.of(16, 0), Set.of()),
                Set.of(), List.of(), new Distance(50_000), Optional.empty(), Profile.NONE,
                Optional.empty(), Optional.empty(), Numbering.PLAIN, Duration.ZERO, Optional.empty(), Map.of(), 30);
        Bench bench = new Bench(host, new Ground(Outcome.REFER, List.of(), List.of(), HASH),
                Optional.of(new Draft("desk.rossi", Verdict.APPROVE, "reasons", conditions, HASH)), List.of(),
                Set.of("desk.rossi"));
        Vote vote = bench.sign(officer, Verdict.APPROVE, "as prepared",
                new Signing("example.org/register", "EX-IT-2016-0001", Digest.of(), Optional.empty(), Optional.empty(),
                        false),
                AT);
        Decision decision = ((Vote.Final) vote).decision();
        return Grant.of(decision, mission, "IT-2016-0042/1", 41, AT);
    }

    private static Claims signed(Mission mission, List<String> conditions) {
        String text = ISSUANCE.sign(grant(mission, conditions), HASH, KEY);
        assertThat(text).startsWith("NA1:");
        return ((ClearanceToken.Reading.Sound) ClearanceToken.read(text, Map.of(KEY.kid(), KEY.publicKey()))).token()
                .claims();
    }

    /** The window never grows by rounding: it starts at the next whole second and ends at the last. */
    @Test
    void aGrantBecomesClaims() throws Exception {
        List<Leg> legs = List.of(new Leg("SIGONELLA", "PANTELLERIA", Optional.of("DODUS"), Optional.of("KOPAR")),
                new Leg("PANTELLERIA", "LICZ", Optional.empty(), Optional.of("SUVON")));
        assertThat(signed(mission("06-4117", legs), List.of("On release only.\n\nNo later.", "Unarmed.")))
                .isEqualTo(new Claims("IT", "IT-2016-0042/1", Instant.parse("2016-02-29T16:20:00Z"),
                        Instant.parse("2016-03-01T18:00:01Z"), Instant.parse("2016-03-02T04:00:00Z"),
                        new Claims.StatusReference("https://nullaosta.example/status", 41),
                        new Claims.Permitted("US", "MQ-9", "06-4117", Optional.of("ae5a2c"), "DARKSTR1", "DEFENSIVE",
                                Optional.of(false), Optional.empty(), false, "SIGONELLA", "LICZ", List.of("DODUS"),
                                List.of("KOPAR", "SUVON"),
                                new Claims.Conditions.Written(List.of("On release only. No later.", "Unarmed.")),
                                Digest.parse(HASH),
                                List.of(new Claims.Airframe("MQ-1", "06-4119", Optional.of("ae5a2e"), "DARKSTR2")),
                                List.of(new Claims.Airframe("MQ-9", "06-4118", Optional.empty(), "DARKSTR1")), List.of(
                                        new Claims.Leg("SIGONELLA", "PANTELLERIA", Optional.of("DODUS"),
                                                Optional.of("KOPAR"), Optional.empty(), Optional.empty()),
                                        new Claims.Leg("PANTELLERIA", "LICZ", Optional.empty(), Optional.of("SUVON"),
                                                Optional.empty(), Optional.empty())))));
    }

    @Test
    void withoutLegsItReturnsToItsBase() {
        Claims.Permitted permitted = signed(mission("06-4117", List.of()), List.of()).permitted();
        assertThat(permitted.departure()).isEqualTo("SIGONELLA").isEqualTo(permitted.landing());
        assertThat(permitted.conditions()).isEqualTo(new Claims.Conditions.Written(List.of()));
    }

    /** Part of the conditions would read as all of them, so there is no part. */
    @Test
    void conditionsWithoutRoomStandElsewhere() {
        List<String> just = List.of("x".repeat(350), "x".repeat(350));
        List<String> much = List.of("x".repeat(350), "x".repeat(351));
        List<String> many = Collections.nCopies(17, "x");
        List<String> longOne = List.of("x".repeat(501));
        assertThat(signed(mission("06-4117", List.of()), just).permitted().conditions())
                .isEqualTo(new Claims.Conditions.Written(just));
        for (List<String> conditions : List.of(much, many, longOne)) {
            assertThat(signed(mission("06-4117", List.of()), conditions).permitted().conditions())
                    .isEqualTo(new Claims.Conditions.Elsewhere(Digest.of(CanonicalJson.bytes(conditions))));
        }
    }

    @Test
    void theRegisterHoldsTheDigestOfTheToken() {
        String text = ISSUANCE.sign(grant(mission("06-4117", List.of()), List.of()), HASH, KEY);
        Digest digest = ((ClearanceToken.Reading.Sound) ClearanceToken.read(text)).token().digest();
        assertThat(new String(Issuance.registered(text), StandardCharsets.UTF_8))
                .isEqualTo("{\"kind\":\"Issue\",\"token\":\"" + digest + "\",\"v\":1}");
        assertThatThrownBy(() -> Issuance.registered("NA1:")).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the text ends before the clearance does: it was cut short or altered");
    }

    @Test
    void everyLifeHasItsStatus() throws Exception {
        StatusList list = StatusList.read(ISSUANCE.statusList(List.of(Life.values()), AT, KEY),
                Map.of(KEY.kid(), KEY.publicKey()));
        for (Life life : Life.values()) {
            assertThat(list.status(life.ordinal()).orElseThrow().name()).isEqualTo(life.name());
        }
    }

    @Test
    void whatFitsNoPaperIsNotSigned() {
        assertThatThrownBy(() -> ISSUANCE.sign(grant(mission("x".repeat(61), List.of()), List.of()), HASH, KEY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("this clearance fits no paper: field 3 is no text of 1 to 60 characters");
    }
}
