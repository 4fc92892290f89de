package nullaosta.dossier;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nullaosta.clearance.Life;
import nullaosta.decision.Bar;
import nullaosta.decision.Bench;
import nullaosta.decision.Oral;
import nullaosta.decision.Vote;
import nullaosta.dossier.entry.Entry;
import nullaosta.mission.Series;
import nullaosta.party.DutyOfficer;
import nullaosta.party.Person;
import nullaosta.party.Role;
import nullaosta.party.StateCode;
import nullaosta.seal.Digest;

/**
 * Decisions by word of mouth: a duty officer enters one, it counts at once, and it lapses unless its officer confirms it in
 * time. A lapse before take-off undoes what was decided; in the air it is told, since nobody is made safer by a suspension
 * that the flight cannot hear of.
 */
final class Orally {

    /** Id under which what lapses by time is entered: nobody's act. */
    static final String CLOCK = "clock.automatic";

    private static final DateTimeFormatter ZULU = DateTimeFormatter.ofPattern("d MMM HH:mm'Z'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private Orally() {
    }

    static Person clock(StateCode host) {
        return new Person(CLOCK, "The clock", "ends what has its time", Role.WATCH, host, Optional.empty(), List.of(),
                Optional.empty(), Optional.empty(), List.of(), List.of());
    }

    static String zulu(Instant at) {
        return ZULU.format(at);
    }

    static Proceeding enter(Sitting sitting, Dossier dossier, Command.EnterOralDecision command) {
        if (!dossier.phase().open()) {
            return new Proceeding.Stop(
                    Refusal.phase("the case is " + dossier.phase().words(), "a case that is not decided yet"));
        }
        Optional<DutyOfficer> duty = DutyOfficer.of(sitting.by(), command.officer(), sitting.at());
        if (sitting.chancery().host().oralDecisionLife().isEmpty()) {
            return Proceeding.stop(Refusal.Code.NOT_DELEGATED, "an oral decision",
                    "a host that takes them: it says for how many hours one stands (`oralDecisionHours`)",
                    "have the officer sign");
        }
        if (duty.isEmpty()) {
            return Proceeding.stop(Refusal.Code.NOT_DELEGATED,
                    "no standing delegation to enter what `" + command.officer() + "` decides",
                    sitting.by().delegations().isEmpty()
                            ? "one; you have none"
                            : "an officer whose decisions you may enter: " + String.join(", ",
                                    sitting.by().delegations().stream().map(it -> it.officer()).distinct().toList()),
                    "have the officer sign, or their duty officer enter it").at("officer");
        }
        if (dossier.mission().series() instanceof Series.Block) {
            return new Proceeding.Stop(Refusal.phase("a block, which is leave for many flights",
                    "a single flight: a block waits for the officer's own hand"));
        }
        Instant lapsesAt = command.givenAt().plus(sitting.chancery().host().oralDecisionLife().get());
        Optional<Proceeding> untimely = untimely(sitting, dossier, command.givenAt(), lapsesAt);
        if (untimely.isPresent()) {
            return untimely.get();
        }
        Person officer = sitting.chancery().people().find(command.officer()).orElseThrow();
        Oral oral = new Oral(sitting.by().id(), duty.get().delegation().act(), command.givenAt(),
                command.means().strip(), command.heardBy().strip(), lapsesAt);
        return Deciding.take(sitting, dossier, command.verdict(),
                bench -> bench.hear(duty.get(), officer, command.verdict(), command.reasons(), oral, sitting.at()));
    }

    /** Nobody decides before there is something to decide, to the minute that people say; and what is entered after its time has lapsed already. */
    private static Optional<Proceeding> untimely(Sitting sitting, Dossier dossier, Instant givenAt,
            Instant lapsesAt) {
        Optional<Instant> prepared = dossier.history().stream()
                .filter(written -> written.entry() instanceof Entry.DecisionPrepared)
                .map(written -> written.at().truncatedTo(ChronoUnit.MINUTES)).reduce((earlier, later) -> later);
        String expected = givenAt.isAfter(sitting.at())
                ? "an instant that is not in the future"
                : prepared.filter(givenAt::isBefore).isPresent()
                        ? "an instant after the case was prepared, " + ZULU.format(prepared.get())
                        : sitting.at().isBefore(lapsesAt)
                                ? ""
                                : "an instant since which its "
                                        + sitting.chancery().host().oralDecisionLife().orElseThrow().toHours()
                                        + " hours have not passed";
        return expected.isEmpty()
                ? Optional.empty()
                : Optional.of(Proceeding.stop(Refusal.Code.BAD_INPUT, "given at `" + givenAt + "`", expected,
                        "ask the officer again, or have them sign").at("givenAt"));
    }

    /** The officer's own word on what was entered for them. What they deny lapses at once. */
    static Proceeding answer(Sitting sitting, Dossier dossier, Digest previous, Command.AnswerOralDecision command) {
        if (command.reasons().isBlank()) {
            return new Proceeding.Stop(Refusal.barred(Bar.NO_REASONS)).at("reasons");
        }
        Optional<HeldOral> held = waiting(dossier, sitting.by());
        if (held.isEmpty()) {
            return Proceeding.stop(Refusal.Code.NOT_GIVEN_ORALLY,
                    "no oral decision in your name that waits for your word",
                    "one that a duty officer entered for you and that the case still rests on",
                    "if the case is before you for decision, sign it");
        }
        if (command.word() == Entry.OralWord.DENY) {
            return held.get().lapsedAt().isPresent()
                    ? new Proceeding.Stop(Refusal.phase("the oral decision has lapsed", "one that still stands"))
                    : new Proceeding.Enter(undone(dossier, List.of(held.get()), true, command.reasons().strip(),
                            sitting.at()));
        }
        Bench bench = Deciding.bench(sitting, dossier, Assessing.ground(dossier.assessed().orElseThrow()));
        Vote vote = bench.confirm(sitting.by(), held.get().signature(), command.reasons(),
                Deciding.signing(sitting.chancery(), dossier, previous, command.own()), sitting.at());
        return switch (vote) {
            case Vote.Barred(var bar) -> new Proceeding.Stop(Refusal.barred(bar));
            case Vote.Pending(var signature, var waiting) -> Proceeding.enter(
                    new Entry.OralDecisionConfirmed(signature, held.get().lapsedAt().isPresent()));
            case Vote.Final done -> throw new IllegalStateException("a confirmation decides nothing anew");
        };
    }

    /** What was entered in somebody's name and has no word of theirs yet. */
    static Optional<HeldOral> waiting(Dossier dossier, Person officer) {
        return dossier.orals().stream().filter(held -> held.by(officer.id()) && held.confirmed().isEmpty())
                .findFirst();
    }

    /** What has lapsed by an instant, and what follows from it; empty where nothing has. */
    static List<Entry> lapsed(Dossier dossier, Instant at) {
        if (dossier.oralUntil().filter(until -> !at.isBefore(until)).isEmpty()) {
            return List.of();
        }
        List<HeldOral> over = dossier.orals().stream()
                .filter(held -> held.open() && !at.isBefore(held.oral().lapsesAt())).toList();
        return undone(dossier, over, false, "", at);
    }

    private static List<Entry> undone(Dossier dossier, List<HeldOral> over, boolean denied, String words, Instant at) {
        List<Entry> entries = new ArrayList<>();
        for (HeldOral held : over) {
            entries.add(new Entry.OralDecisionLapsed(held.signature().officer(), denied,
                    denied ? words : "not confirmed by " + ZULU.format(held.oral().lapsesAt())));
        }
        if (!dossier.movement().begun()) {
            dossier.clearance().filter(held -> held.life() == Life.VALID)
                    .ifPresent(held -> entries.add(new Entry.ClearanceSuspended(held.clearance().number(),
                            "the oral decision of " + over.getFirst().signature().name() + " was "
                                    + (denied ? "denied" : "not confirmed in time"),
                            at)));
        }
        return entries;
    }

    /** {@code rests on an oral decision of On. G. Ferri, not confirmed yet; it lapses at 2 Mar 08:00Z}. */
    static Optional<String> inWords(Dossier dossier) {
        return dossier.orals().stream().filter(held -> held.confirmed().isEmpty()).findFirst()
                .map(held -> "rests on an oral decision of " + held.signature().name() + ", not confirmed"
                        + (held.lapsedAt().isPresent()
                                ? ": it has lapsed"
                                : " yet; it lapses at " + ZULU.format(held.oral().lapsesAt())));
    }
}
