package nullaosta.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nullaosta.assessment.Outcome;
import nullaosta.party.DutyOfficer;
import nullaosta.party.Host;
import nullaosta.party.HostFile;
import nullaosta.party.Person;
import nullaosta.seal.Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose signature counts, for what, and when a case is decided. */
class BenchTest {

    private static final Instant NOW = Instant.parse("2016-03-01T12:00:00Z");
    private static final String HASH = "ab";
    private static final Draft DRAFT = new Draft("desk.rossi", Verdict.APPROVE, "complete", List.of(), HASH);

    private static final Signing ON_RECORD = new Signing("example.org/register", "EX-IT-2016-0001", Digest.of(),
            Optional.empty(), Optional.empty(), false);

    private static Host host() {
        try {
            return HostFile.host(Path.of("hosts/it"));
        } catch (HostFile.Faulty e) {
            throw new AssertionError(e);
        }
    }

    private static Person who(String id) {
        try {
            return HostFile.people(Path.of("hosts/it")).find(id).orElseThrow();
        } catch (HostFile.Faulty e) {
            throw new AssertionError(e);
        }
    }

    private static Bench bench(Outcome outcome, String... authorities) {
        return new Bench(host(), new Ground(outcome, List.of(authorities), List.of("ART-1"), HASH),
                Optional.of(DRAFT), List.of(), Set.of("desk.rossi"));
    }

    /** Signatures one after the other; the last vote. */
    private static Vote sign(Bench bench, Verdict verdict, String... ids) {
        List<Signature> given = new ArrayList<>(bench.given());
        Vote vote = new Vote.Barred(Bar.NOT_PREPARED);
        for (String id : ids) {
            Bench now = new Bench(bench.host(), bench.ground(), bench.draft(), given, bench.tookPart());
            vote = now.sign(who(id), verdict, "reasons", ON_RECORD, NOW);
            if (vote instanceof Vote.Pending(Signature signature, List<String> waiting)) {
                given.add(signature);
            }
        }
        return vote;
    }

    // What an outcome allows

    @ParameterizedTest
    @CsvSource({"ELIGIBLE, taken, taken", "REFER, taken, taken", "INELIGIBLE, STANDS_IN_THE_WAY, taken",
            "NOT_COVERED, NOT_COVERED, taken", "NEEDS_FACTS, FACTS_MISSING, taken",
            "CANNOT_EVALUATE, CANNOT_EVALUATE, CANNOT_EVALUATE"})
    void whatAnOutcomeAllows(Outcome outcome, String approve, String refuse) {
        for (Verdict verdict : Verdict.values()) {
            Vote vote = bench(outcome).sign(who("smd.conti"), verdict, "reasons", ON_RECORD, NOW);
            String found = vote instanceof Vote.Barred(Bar bar) ? bar.name() : "taken";
            assertThat(found).as(verdict.name()).isEqualTo(verdict == Verdict.APPROVE ? approve : refuse);
        }
    }

    @Test
    void everyOutcomeIsInTheTable() {
        assertThat(Outcome.values()).hasSize(6);
    }

    // Who may enter what another decided

    private static Vote hear(Bench bench, String duty, String officer, Instant givenAt) {
        Oral oral = new Oral(duty, "an order", givenAt, "telephone", "both", givenAt.plusSeconds(3_600));
        return bench.hear(DutyOfficer.of(who(duty), officer, NOW).orElseThrow(), who(officer), Verdict.APPROVE, "yes",
                oral, NOW);
    }

    @Test
    void whatADutyOfficerHeardCountsLikeASignatureAndIsTheirOnlyHand() {
        Bench bench = bench(Outcome.REFER, "government");
        Vote.Pending heard = (Vote.Pending) hear(bench, "desk.greco", "min.ferri", NOW.minusSeconds(60));
        assertThat(heard.waitingFor()).containsExactly("government");
        assertThat(heard.signature().act()).isEqualTo("decree of appointment 1/2016 (exercise)");
        Bench after = new Bench(host(), bench.ground(), bench.draft(), List.of(heard.signature()), bench.tookPart());
        assertThat(after.barTo(who("min.ferri"), NOW)).contains(Bar.SIGNED_ALREADY);
        Vote signed = after.sign(who("pcm.valle"), Verdict.APPROVE, "yes", ON_RECORD, NOW);
        assertThat(signed).isInstanceOf(Vote.Final.class);
    }

    @Test
    void theBarsOfADutyOfficer() {
        Bench prepared = bench(Outcome.REFER, "government");
        assertThat(hear(new Bench(host(), prepared.ground(), prepared.draft(), List.of(), Set.of("desk.greco")),
                "desk.greco", "min.ferri", NOW)).isEqualTo(new Vote.Barred(Bar.DUTY_TOOK_PART));
        assertThat(hear(prepared, "desk.greco", "min.ferri", Instant.parse("2015-12-31T23:59:59Z")))
                .as("no mandate yet when it was given").isEqualTo(new Vote.Barred(Bar.NO_MANDATE));
        Signature anothers = new Signature("pcm.valle", "Cons. E. Valle", "government", "delegation", Verdict.APPROVE,
                "yes", NOW, Optional.empty(),
                Optional.of(new Oral("desk.greco", "an order", NOW, "telephone", "both", NOW.plusSeconds(60))),
                Optional.empty());
        assertThat(hear(new Bench(host(), prepared.ground(), prepared.draft(), List.of(anothers), Set.of()),
                "desk.greco", "min.ferri", NOW)).isEqualTo(new Vote.Barred(Bar.DUTY_SIGNED));
        Signature heardByOfficer = new Signature("pcm.valle", "Cons. E. Valle", "government", "delegation",
                Verdict.APPROVE, "yes", NOW, Optional.empty(),
                Optional.of(new Oral("min.ferri", "an order", NOW, "telephone", "both", NOW.plusSeconds(60))),
                Optional.empty());
        assertThat(new Bench(host(), prepared.ground(), prepared.draft(), List.of(heardByOfficer), Set.of())
                .barTo(who("min.ferri"), NOW)).contains(Bar.ENTERED_ANOTHERS);
    }

    // Who may sign

    @Test
    void theBarsInTheirOrder() {
        Bench good = bench(Outcome.INELIGIBLE, "government");
        Set<Bar> seen = EnumSet.noneOf(Bar.class);
        record Case(Bar bar, Bench bench, String by, Verdict verdict, String reasons) {}
        Signature earlier = new Signature("min.ferri", "On. G. Ferri", "government", "decree", Verdict.APPROVE, "yes",
                NOW, Optional.empty());
        Ground other = new Ground(Outcome.INELIGIBLE, List.of("government"), List.of(), "cd");
        for (Case one : List.of(
                new Case(Bar.NOT_PREPARED,
                        new Bench(host(), good.ground(), Optional.empty(), List.of(), Set.of()), "public",
                        Verdict.APPROVE, ""),
                new Case(Bar.ASSESSED_SINCE, new Bench(host(), other, good.draft(), List.of(), Set.of()), "public",
                        Verdict.APPROVE, ""),
                new Case(Bar.NO_MANDATE, good, "smd.conti", Verdict.APPROVE, ""),
                new Case(Bar.NO_MANDATE, good, "desk.rossi", Verdict.APPROVE, ""),
                new Case(Bar.TOOK_PART,
                        new Bench(host(), good.ground(), good.draft(), List.of(earlier), Set.of("min.ferri")),
                        "min.ferri", Verdict.APPROVE, ""),
                new Case(Bar.SIGNED_ALREADY,
                        new Bench(host(), good.ground(), good.draft(), List.of(earlier), Set.of()), "min.ferri",
                        Verdict.REFUSE, ""),
                new Case(Bar.NO_REASONS, good, "min.ferri", Verdict.REFUSE, " \n"),
                new Case(Bar.CANNOT_EVALUATE, bench(Outcome.CANNOT_EVALUATE), "smd.conti", Verdict.REFUSE, "so"),
                new Case(Bar.STANDS_IN_THE_WAY, good, "min.ferri", Verdict.APPROVE, "so"),
                new Case(Bar.NOT_COVERED, bench(Outcome.NOT_COVERED), "smd.conti", Verdict.APPROVE, "so"),
                new Case(Bar.FACTS_MISSING, bench(Outcome.NEEDS_FACTS), "smd.conti", Verdict.APPROVE, "so"))) {
            assertThat(one.bench().sign(who(one.by()), one.verdict(), one.reasons(), ON_RECORD, NOW))
                    .isEqualTo(new Vote.Barred(one.bar()));
            seen.add(one.bar());
        }
        assertThat(seen).as("each has a case here or in the next test; those of keys are in HandTest").isEqualTo(
                EnumSet.complementOf(EnumSet.of(Bar.ABSENT, Bar.MANDATE_USED, Bar.ENTERED_ANOTHERS, Bar.DUTY_TOOK_PART,
                        Bar.DUTY_SIGNED,
                        Bar.KEY_MISSING, Bar.KEY_NOT_APPOINTED, Bar.SIGNATURE_FALSE, Bar.SIGNED_OTHERWISE)));
    }

    @Test
    void aMandateThatHasLapsedSignsNothing() {
        assertThat(bench(Outcome.REFER, "government").sign(who("min.ferri"), Verdict.APPROVE, "yes", ON_RECORD,
                Instant.parse("2036-01-01T00:00:00Z"))).isEqualTo(new Vote.Barred(Bar.NO_MANDATE));
    }

    // How many must

    @Test
    void whatIsReferredToNobodyGoesToTheOrdinaryAuthority() {
        assertThat(bench(Outcome.ELIGIBLE).authorities()).containsExactly("defence-staff");
        assertThat(sign(bench(Outcome.ELIGIBLE), Verdict.APPROVE, "smd.conti")).isInstanceOf(Vote.Final.class);
    }

    @Test
    void eachAuthorityOwesItsSignatures() {
        Bench both = bench(Outcome.REFER, "government", "defence-staff");
        assertThat(both.waitingFor()).containsExactly("defence-staff", "government", "government");
        assertThat(sign(both, Verdict.APPROVE, "min.ferri")).isInstanceOfSatisfying(Vote.Pending.class,
                pending -> assertThat(pending.waitingFor()).containsExactly("defence-staff", "government"));
        assertThat(sign(both, Verdict.APPROVE, "min.ferri", "smd.conti")).isInstanceOf(Vote.Pending.class);
        assertThat(sign(both, Verdict.APPROVE, "min.ferri", "smd.conti", "pcm.valle"))
                .isInstanceOfSatisfying(Vote.Final.class, decided -> {
                    assertThat(decided.decision().verdict()).isEqualTo(Verdict.APPROVE);
                    assertThat(decided.decision().clauses()).isEmpty();
                    assertThat(decided.decision().signatures()).extracting(Signature::officer)
                            .containsExactly("min.ferri", "smd.conti", "pcm.valle");
                });
    }

    @Test
    void nobodyCountsTwice() {
        Bench both = bench(Outcome.REFER, "government");
        assertThat(sign(both, Verdict.APPROVE, "min.ferri", "min.ferri"))
                .isEqualTo(new Vote.Barred(Bar.SIGNED_ALREADY));
    }

    @Test
    void oneRefusalDecidesAndRestsOnTheClauses() {
        assertThat(sign(bench(Outcome.REFER, "government"), Verdict.REFUSE, "pcm.valle"))
                .isInstanceOfSatisfying(Vote.Final.class, decided -> {
                    assertThat(decided.decision().verdict()).isEqualTo(Verdict.REFUSE);
                    assertThat(decided.decision().clauses()).containsExactly("ART-1");
                });
    }

    // The ground

    @Test
    void twoGroundsThatLeadToTheSame() {
        Ground ground = new Ground(Outcome.REFER, List.of("government"), List.of(), "ab");
        assertThat(ground.comesTo(new Ground(Outcome.REFER, List.of("government"), List.of(), "cd"))).isTrue();
        assertThat(ground.comesTo(new Ground(Outcome.REFER, List.of("staff"), List.of(), "ab"))).isFalse();
        assertThat(ground.comesTo(new Ground(Outcome.ELIGIBLE, List.of("government"), List.of(), "ab"))).isFalse();
        assertThat(ground.inWords()).isEqualTo("REFER to government");
        assertThat(new Ground(Outcome.INELIGIBLE, List.of(), List.of("ART-1", "ART-2"), "").inWords())
                .isEqualTo("INELIGIBLE by ART-1, ART-2");
    }

    @Test
    void everyBarSaysWhatItIsAndWhatToTry() {
        Set<String> words = new TreeSet<>();
        for (Bar bar : Bar.values()) {
            words.add(bar.words());
            assertThat(bar.help()).isNotBlank();
        }
        assertThat(words).hasSize(Bar.values().length);
    }
}
