package nullaosta.clearance;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import nullaosta.clearance.token.Claims;
import nullaosta.clearance.token.ClearanceToken;
import nullaosta.clearance.token.IssueEntry;
import nullaosta.clearance.token.StatusList;
import nullaosta.mission.Aircraft;
import nullaosta.mission.DataMode;
import nullaosta.mission.Leg;
import nullaosta.mission.Mission;
import nullaosta.party.StateCode;
import nullaosta.seal.CanonicalJson;
import nullaosta.seal.Digest;
import nullaosta.seal.IssuerKey;
import nullaosta.seal.SealFault;

/**
 * Puts clearances into their signed form.
 *
 * @param host who issues
 * @param statusList address under which the host publishes the status list
 */
public record Issuance(StateCode host, String statusList) {

    /** Bytes of conditions that a paper has room for; more of them, and it carries their digest. */
    public static final int ROOM_FOR_CONDITIONS = 700;

    private static final int MOST_CONDITIONS = 16;
    private static final int LONGEST_CONDITION = 500;

    /**
     * Signs what was granted; without a grant there is nothing to sign.
     *
     * @param dossierHash SHA-256 of the assessment that the decision rests on, hexadecimal
     * @return the token's text, without receipt
     * @throws IllegalArgumentException if the clearance fits no paper: a text of more than 60 characters, more than 16
     *         exits or entries
     */
    public String sign(Grant grant, String dossierHash, IssuerKey key) {
        return ClearanceToken.sign(claims(grant.clearance(), dossierHash), key).text();
    }

    /** The bytes that the register holds of an issued token. @throws IllegalArgumentException for another text */
    public static byte[] registered(String token) {
        return switch (ClearanceToken.read(token)) {
            case ClearanceToken.Reading.Sound(ClearanceToken read) -> IssueEntry.bytes(read.digest());
            case ClearanceToken.Reading.Faulty(var reason, String found) -> throw new IllegalArgumentException(
                    reason.sentence() + (found.isEmpty() ? "" : ": " + found));
        };
    }

    /** The signed status list over every clearance ever issued, by its index. */
    public byte[] statusList(List<Life> lives, Instant at, IssuerKey key) {
        return StatusList.of(statusList, at, lives.stream().map(Issuance::status).toList()).sign(key);
    }

    static StatusList.Status status(Life life) {
        return switch (life) {
            case VALID -> StatusList.Status.VALID;
            case REVOKED -> StatusList.Status.REVOKED;
            case SUSPENDED -> StatusList.Status.SUSPENDED;
            case REPLACED -> StatusList.Status.REPLACED;
        };
    }

    /** Parts of seconds are dropped so that the window never grows. */
    Claims claims(Clearance clearance, String dossierHash) {
        Mission mission = clearance.mission();
        return new Claims(host.code(), clearance.number(), clearance.issuedAt().truncatedTo(ChronoUnit.SECONDS),
                roundedUp(mission.window().from()), mission.window().until().truncatedTo(ChronoUnit.SECONDS),
                new Claims.StatusReference(statusList, clearance.statusIndex()),
                permitted(mission, clearance.conditions(), digest(dossierHash)));
    }

    private static Claims.Permitted permitted(Mission mission, List<String> conditions, Digest assessment) {
        Aircraft aircraft = mission.aircraft();
        List<Leg> legs = mission.legs();
        return new Claims.Permitted(mission.operatorState().code(), plain(aircraft.type()), plain(aircraft.tail()),
                aircraft.address(), plain(aircraft.callSign()), mission.purpose(), aircraft.crewed().asFact(),
                mission.armed().asFact(), mission.dataMode() == DataMode.EXERCISE, plain(mission.base()),
                plain(legs.isEmpty() ? mission.base() : legs.getLast().to()),
                legs.stream().flatMap(leg -> leg.exit().stream()).map(Issuance::plain).toList(),
                legs.stream().flatMap(leg -> leg.entry().stream()).map(Issuance::plain).toList(),
                conditions(conditions.stream().map(Issuance::plain).toList()), assessment,
                airframes(mission.formation()), airframes(mission.spares()),
                legs.size() < 2 ? List.of() : legs.stream().map(Issuance::leg).toList());
    }

    private static List<Claims.Airframe> airframes(List<Aircraft> aircraft) {
        return aircraft.stream().map(one -> new Claims.Airframe(plain(one.type()), plain(one.tail()), one.address(),
                plain(one.callSign()))).toList();
    }

    private static Claims.Leg leg(Leg leg) {
        return new Claims.Leg(plain(leg.from()), plain(leg.to()), leg.exit().map(Issuance::plain),
                leg.entry().map(Issuance::plain), leg.times().departs().map(Issuance::roundedUp),
                leg.times().arrives().map(at -> at.truncatedTo(ChronoUnit.SECONDS)));
    }

    private static Claims.Conditions conditions(List<String> texts) {
        int bytes = texts.stream().mapToInt(text -> text.getBytes(StandardCharsets.UTF_8).length).sum();
        boolean fit = bytes <= ROOM_FOR_CONDITIONS && texts.size() <= MOST_CONDITIONS
                && texts.stream().allMatch(text -> text.length() <= LONGEST_CONDITION);
        return fit
                ? new Claims.Conditions.Written(texts)
                : new Claims.Conditions.Elsewhere(Digest.of(CanonicalJson.bytes(texts)));
    }

    /** On one line, as a paper prints it. */
    private static String plain(String text) {
        return text.replaceAll("[\\x00-\\x1f\\x7f-\\x9f]+", " ").strip();
    }

    private static Instant roundedUp(Instant instant) {
        Instant second = instant.truncatedTo(ChronoUnit.SECONDS);
        return second.equals(instant) ? second : second.plusSeconds(1);
    }

    private static Digest digest(String hex) {
        try {
            return Digest.parse(hex);
        } catch (SealFault e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
