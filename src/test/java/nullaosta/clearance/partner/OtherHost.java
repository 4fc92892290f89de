package nullaosta.clearance.partner;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nullaosta.clearance.token.Claims;
import nullaosta.clearance.token.ClearanceToken;
import nullaosta.clearance.token.Gate;
import nullaosta.clearance.token.IssueEntry;
import nullaosta.clearance.token.Pack;
import nullaosta.clearance.token.StatusList;
import nullaosta.clearance.token.StatusList.Status;
import nullaosta.clearance.token.Trust;
import nullaosta.mission.Aircraft;
import nullaosta.mission.DataMode;
import nullaosta.mission.Mission;
import nullaosta.party.StateCode;
import nullaosta.quantity.TimeWindow;
import nullaosta.register.MemoryLog;
import nullaosta.register.proof.TileTree;
import nullaosta.seal.Digest;
import nullaosta.seal.IssuerKey;
import nullaosta.seal.NoteKey;
import nullaosta.seal.SealFault;
import nullaosta.witness.Keeper;

/** A host elsewhere with keys and a register of its own, which clears flights and publishes packs. */
public final class OtherHost {

    public final StateCode state;
    private final boolean exercise;
    private final IssuerKey issuer = IssuerKey.generate(new SecureRandom());
    private final NoteKey register;
    private final MemoryLog log = new MemoryLog();
    private final Keeper keeper;
    private final List<Status> statuses = new ArrayList<>();
    private final Map<Digest, Long> places = new LinkedHashMap<>();

    public OtherHost(String code, DataMode mode) {
        this.state = new StateCode(code);
        this.exercise = mode == DataMode.EXERCISE;
        try {
            this.register = NoteKey.generate("nullaosta/" + code.toLowerCase(Locale.ROOT), new SecureRandom());
        } catch (SealFault e) {
            throw new AssertionError(e);
        }
        this.keeper = new Keeper(log, log.tiles(), register);
        keeper.round();
    }

    /** Clears the flight for as long as it asks for, and registers that. */
    public String clear(Mission mission, Instant at) {
        return clear(mission, mission.window(), at);
    }

    public String clear(Mission mission, TimeWindow window, Instant at) {
        String text = sign(mission, window, at);
        if (ClearanceToken.read(text) instanceof ClearanceToken.Reading.Sound(ClearanceToken token)) {
            log.queue.add(IssueEntry.bytes(token.digest()));
            keeper.round();
            places.put(token.digest(), (long) log.entries.size() - 1);
        }
        return text;
    }

    private static Instant second(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS);
    }

    /** Signed, and never registered. */
    public String sign(Mission mission, TimeWindow window, Instant at) {
        int index = statuses.size();
        statuses.add(Status.VALID);
        var aircraft = mission.aircraft();
        Claims claims = new Claims(state.code(), state.code() + "-2015-%04d/1".formatted(index + 7), second(at),
                second(window.from()), second(window.until()),
                new Claims.StatusReference(register.verifier().name() + "/status", index),
                new Claims.Permitted(mission.operatorState().code(), aircraft.type(), aircraft.tail(),
                        aircraft.address(), aircraft.callSign(), mission.purpose(), aircraft.crewed().asFact(),
                        mission.armed().asFact(), exercise, mission.base(), mission.base(), List.of(), List.of(),
                        new Claims.Conditions.Written(List.of()), Digest.of(new byte[0]),
                        frames(mission.formation()), frames(mission.spares()), List.of()));
        return ClearanceToken.sign(claims, issuer).text();
    }

    private static List<Claims.Airframe> frames(List<Aircraft> aircraft) {
        return aircraft.stream()
                .map(one -> new Claims.Airframe(one.type(), one.tail(), one.address(), one.callSign())).toList();
    }

    /** The clearance signed as number {@code serial}, counted from 0, stands so from now on. */
    public void stands(int serial, Status status) {
        statuses.set(serial, status);
    }

    public void enter(String other) {
        log.queue.add(other.getBytes(StandardCharsets.UTF_8));
        keeper.round();
    }

    public Pack pack(Instant at) {
        List<Pack.Issue> issues = new ArrayList<>();
        places.forEach((token, index) -> issues.add(new Pack.Issue(token, index,
                new TileTree(log.entries.size(), log.tiles()).inclusion(index).path())));
        return new Pack(at, new String(log.read("checkpoint").orElseThrow(), StandardCharsets.UTF_8),
                StatusList.of(register.verifier().name() + "/status", at, statuses).sign(issuer), Optional.of(issues));
    }

    /** As its own bases get it: a pack is fresh for an hour, and looked at for a day. */
    public Trust trust() {
        return new Trust(state.code(), state.inWords(), exercise, Map.of(issuer.kid(), issuer.publicKey()),
                register.verifier(), List.of(), 0, Duration.ofMinutes(60), Duration.ofHours(24), Optional.empty());
    }

    public Gate gate(Instant packed) {
        return Gate.of(trust(), Optional.of(pack(packed)));
    }

    public Partner partner(Path folder) {
        return new Partner(state, trust(), Optional.empty(), Optional.empty(), folder.resolve("pack.json"),
                Optional.empty());
    }
}
