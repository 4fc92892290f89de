package nullaosta.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nullaosta.agreement.OnBreach;
import nullaosta.airspace.Volume;
import nullaosta.assessment.Assessment;
import nullaosta.assessment.Finding;
import nullaosta.assessment.Outcome;
import nullaosta.assessment.Status;
import nullaosta.clearance.ClearanceNumber;
import nullaosta.clearance.Grant;
import nullaosta.decision.Bar;
import nullaosta.decision.Bench;
import nullaosta.decision.Decision;
import nullaosta.decision.Ground;
import nullaosta.dossier.entry.Entry;
import nullaosta.mission.Aircraft;
import nullaosta.mission.Declared;
import nullaosta.mission.Mission;
import nullaosta.mission.Series;
import nullaosta.party.Host;
import nullaosta.party.StateCode;
import nullaosta.quantity.Judgement;

/**
 * Unarmed flights of one kind are decided once and announced one by one. Each is assessed on the day under the terms of the
 * day; the block's decision clears it only where that assessment leaves nothing open that the block's signers did not decide.
 * What does not fit goes to the desk as a case of its own.
 */
final class Blocks {

    private Blocks() {
    }

    /** Why flights of this kind cannot be decided together, where the mission asks for that. */
    static Optional<Refusal> bar(Mission mission) {
        return !(mission.series() instanceof Series.Block) || unarmed(mission)
                ? Optional.empty()
                : Optional.of(new Refusal(Refusal.Code.BAD_INPUT,
                        "a block of flights that are not declared unarmed, without a strike and without dangerous goods",
                        "no weapons, no release of weapons and no dangerous goods, each declared `no`",
                        "ask for each such flight by itself", "flights"));
    }

    /** What a flight's filing leads to beside its own first entries. */
    record Announced(List<Entry> inFlight, Optional<Entry> inBlock) {}

    /** What a block's decision is to a flight: what it clears the flight with, or all that is against that. */
    private record Judged(Optional<Decision> clears, List<String> misfits) {}

    private static Judged judge(Sitting sitting, Dossier flight, Dossier block) {
        Bench bench = Deciding.bench(sitting, block, Assessing.ground(block.assessed().orElseThrow()));
        List<String> misfits = misfits(flight,
                Deciding.bench(sitting, flight, Assessing.ground(flight.assessed().orElseThrow())), block, bench);
        return new Judged(bench.approved().filter(decision -> misfits.isEmpty()), misfits);
    }

    /** What {@link #announce} would come to. */
    static Preview.InBlock preview(Sitting sitting, Dossier flight, Dossier block) {
        Judged judged = judge(sitting, flight, block);
        return new Preview.InBlock(block.number(), judged.clears().isPresent(), judged.misfits());
    }

    static Announced announce(Sitting sitting, Dossier flight, Dossier block) {
        Ground ground = Assessing.ground(flight.assessed().orElseThrow());
        Judged judged = judge(sitting, flight, block);
        Optional<Decision> decision = judged.clears();
        if (decision.isEmpty()) {
            return new Announced(List.of(new Entry.OutsideBlock(block.number(), judged.misfits())), Optional.empty());
        }
        Grant grant = Grant.of(decision.get(), flight.mission(), ClearanceNumber.ofVersion(flight.number(), 1),
                sitting.session().nextStatusIndex(), sitting.at());
        int place = block.block().orElseThrow().cleared().size() + 1;
        return new Announced(List.of(new Entry.ClearedInBlock(block.number(), place), new Entry.ClearanceIssued(
                grant.clearance(), sitting.chancery().issuer().issue(grant, ground.digest()))),
                Optional.of(new Entry.FlightAnnounced(flight.number())));
    }

    static Proceeding close(Sitting sitting, Dossier dossier, Command.CloseBlock command) {
        if (command.reason().isBlank()) {
            return new Proceeding.Stop(Refusal.noReason());
        }
        if (dossier.block().filter(held -> held.closedAt().isEmpty()).isEmpty()) {
            return new Proceeding.Stop(Refusal.phase(
                    dossier.block().isPresent() ? "the block is closed" : "the case holds no block",
                    "a block in which flights may be announced"));
        }
        return Deciding.mandate(sitting, dossier).isEmpty()
                ? new Proceeding.Stop(Refusal.barred(Bar.NO_MANDATE))
                : Proceeding.enter(new Entry.BlockClosed(command.reason().strip()));
    }

    /** Everything in which the flight is not what the block's signers decided; all of it is told. */
    private static List<String> misfits(Dossier flight, Bench signers, Dossier block, Bench bench) {
        Ground ground = signers.ground();
        List<String> misfits = new ArrayList<>(standing(block));
        Mission asked = flight.mission();
        Mission granted = block.mission();
        differs(misfits, "operator", asked.operator(), granted.operator());
        differs(misfits, "operator state", asked.operatorState().code(), granted.operatorState().code());
        differs(misfits, "base", asked.base(), granted.base());
        differs(misfits, "area", asked.area(), granted.area());
        differs(misfits, "purpose", asked.purpose(), granted.purpose());
        differs(misfits, "aircraft type", asked.aircraft().type(), granted.aircraft().type());
        differs(misfits, "number of aircraft", "" + asked.aircraftAtOnce(), "" + granted.aircraftAtOnce());
        asked.cleared().stream().map(Aircraft::type).distinct().skip(1)
                .filter(type -> granted.cleared().stream().noneMatch(other -> other.type().equals(type)))
                .forEach(type -> misfits.add("aircraft type `" + type + "`, which the block does not have"));
        differs(misfits, "crew", asked.aircraft().crewed().inWords(), granted.aircraft().crewed().inWords());
        differs(misfits, "sensors", asked.sensors().inWords(), granted.sensors().inWords());
        differs(misfits, "route", path(asked, bench.host()), path(granted, bench.host()));
        if (!asked.answers().equals(granted.answers())) {
            misfits.add("the answers differ from those of the block");
        }
        if (!unarmed(asked)) {
            misfits.add("not declared unarmed, without a strike and without dangerous goods");
        }
        if (!granted.window().holds(asked.window())) {
            misfits.add("its window reaches beyond that of the block");
        }
        volumes(misfits, asked, granted);
        differs(misfits, "terms", under(flight), under(block));
        List<String> authorities = signers.authorities();
        if (ground.outcome() != Outcome.ELIGIBLE && ground.outcome() != Outcome.REFER) {
            misfits.add("it assesses as " + ground.inWords());
        } else if (!bench.authorities().containsAll(authorities)) {
            misfits.add("it is for " + String.join(", ", authorities) + " to decide, the block was decided by "
                    + String.join(", ", bench.authorities()));
        } else if (!referring(block).containsAll(referring(flight))) {
            misfits.add("it is referred by " + String.join(", ", referring(flight)) + ", the block was by "
                    + (referring(block).isEmpty() ? "none" : String.join(", ", referring(block))));
        }
        return misfits;
    }

    private static List<String> standing(Dossier block) {
        if (block.phase() != Phase.BLOCK) {
            return List.of(block.number() + " is no block that was granted: it is " + block.phase().words());
        }
        HeldBlock held = block.block().orElseThrow();
        List<String> reasons = new ArrayList<>();
        if (held.closedAt().isPresent()) {
            reasons.add("the block is closed");
        }
        if (held.usedUp()) {
            reasons.add("all " + held.flights() + " flights of the block are announced");
        }
        return reasons;
    }

    /** The clauses that leave it to somebody: what the signers were asked. */
    private static List<String> referring(Dossier dossier) {
        return dossier.assessed().filter(assessed -> assessed.agreement().isPresent()).stream()
                .flatMap(assessed -> Assessment.fromMap(assessed.assessment()).findings().stream())
                .filter(finding -> finding.status() instanceof Status.Referred
                        || finding.status() instanceof Status.Breached breached && breached.leadsTo() == OnBreach.REFER)
                .map(Finding::clause).toList();
    }

    private static String under(Dossier dossier) {
        return dossier.assessed().flatMap(Entry.Assessed::agreement).orElse("none");
    }

    /** Its legs without their times: ends, points and the states below; a base is the same by code and by indicator. */
    private static String path(Mission mission, Host host) {
        return mission.legs().stream().map(leg -> host.place(leg.from()) + " " + leg.exit().orElse("-") + " "
                + leg.entry().orElse("-") + " " + host.place(leg.to())
                + leg.overflies().map(states -> " over "
                        + String.join(" ", states.stream().map(StateCode::code).sorted().toList())).orElse(""))
                .collect(Collectors.joining(", "));
    }

    private static void differs(List<String> misfits, String what, String asked, String granted) {
        if (!asked.equals(granted)) {
            misfits.add(what + " `" + asked + "`, in the block `" + granted + "`");
        }
    }

    private static boolean unarmed(Mission mission) {
        return mission.armed() == Declared.NO && mission.strike() == Declared.NO
                && mission.dangerousGoods() == Declared.NO;
    }

    /**
     * A block without volumes holds its flights to its hours alone; one with volumes holds each flight in them. Where neither
     * side gives a volume hours of its own, the hours are those of the missions, which are compared by themselves.
     */
    private static void volumes(List<String> misfits, Mission asked, Mission granted) {
        if (granted.volumes().isEmpty()) {
            return;
        }
        if (asked.volumes().isEmpty()
                || !asked.volumes().stream().allMatch(volume -> holds(granted.volumes(), volume))) {
            misfits.add("a volume lies in none of the block's, or that cannot be told");
        } else if (!asked.volumes().stream().allMatch(volume -> holds(granted.volumes().stream()
                .filter(place -> place.window().holds(volume.window())
                        || place.window().equals(granted.window()) && volume.window().equals(asked.window()))
                .toList(), volume))) {
            misfits.add("a volume is flown at hours that the block does not have for it");
        }
    }

    private static boolean holds(List<Volume> places, Volume volume) {
        return Judgement.any(places.stream()
                .map(place -> place.area().holds(volume.area()).and(place.band().holds(volume.band())))
                .toList()) == Judgement.INSIDE;
    }
}
