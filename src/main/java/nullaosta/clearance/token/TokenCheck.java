package nullaosta.clearance.token;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nullaosta.clearance.token.Remark.Reason;
import nullaosta.seal.Digest;
import nullaosta.seal.SignedNote;

/**
 * Whether a clearance holds, as far as that can be known without a network. All remarks are given, in the order of
 * {@link Reason}; the light is the worst of them. What is not known is never green.
 *
 * @param clearance what the paper says; empty where no trusted key signed it, for then nothing on it may be believed
 * @param packAge how old the status list is that was looked at; empty where none could be
 */
public record TokenCheck(Light light, List<Remark> remarks, Optional<ClearanceToken> clearance,
        Optional<Duration> packAge) {

    /** By how much two clocks may differ. */
    public static final Duration CLOCKS = Duration.ofMinutes(5);

    public static final DateTimeFormatter ZULU = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm:ss'Z'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    public TokenCheck {
        remarks = List.copyOf(remarks);
    }

    /**
     * @param text as scanned or typed, without the line's end
     * @param pack one that is at hand; the newer counts of it and the trust file's own
     */
    public static TokenCheck check(String text, Trust trust, Optional<Pack> pack, Instant now) {
        return check(text, Gate.of(trust, pack), now);
    }

    static TokenCheck check(String text, Gate gate, Instant now) {
        List<Remark> remarks = new ArrayList<>();
        if (gate.trust().quorum() == 0) {
            remarks.add(new Remark(Reason.OPERATOR_ALONE, ""));
        }
        return switch (ClearanceToken.read(text, gate.trust().issuers())) {
            case ClearanceToken.Reading.Faulty(Reason reason, String found) -> {
                remarks.add(new Remark(reason, found));
                yield of(remarks, Optional.empty(), Optional.empty());
            }
            case ClearanceToken.Reading.Sound(ClearanceToken token) -> new Checking(token, gate, now, remarks)
                    .result();
        };
    }

    private static TokenCheck of(List<Remark> remarks, Optional<ClearanceToken> token, Optional<Duration> packAge) {
        remarks.sort((a, b) -> a.reason().compareTo(b.reason()));
        Light light = remarks.stream().map(r -> r.reason().light()).reduce(Light.GREEN, Light::worse);
        return new TokenCheck(light, remarks, token, packAge);
    }

    /** What is looked at of one clearance that a trusted key signed. */
    private record Checking(ClearanceToken token, Gate gate, Instant now, List<Remark> remarks) {

        TokenCheck result() {
            paper();
            remarks.addAll(gate.faults());
            if (gate.pack().isEmpty()) {
                remark(Reason.PACK_MISSING, "");
            }
            gate.statusList().ifPresent(this::status);
            Optional<Duration> age = gate.toldAt().map(told -> Duration.between(told, now));
            age.ifPresent(this::age);
            registered();
            return of(remarks, Optional.of(token), age);
        }

        private Trust trust() {
            return gate.trust();
        }

        private void paper() {
            Claims claims = token.claims();
            Trust trust = trust();
            if (!claims.issuer().equals(trust.host())) {
                remark(Reason.OTHER_ISSUER, "it is of " + claims.issuer() + ", the trust file of " + trust.host());
            }
            if (claims.permitted().exercise() != trust.exercise()) {
                remark(Reason.OTHER_DATA_MODE, claims.permitted().exercise()
                        ? "this is an exercise clearance, checked for a real flight"
                        : "this is a real clearance, checked in an exercise");
            }
            KeyTime time = trust.keyTime(token.message().kid());
            if (!time.holds(claims.issuedAt())) {
                remark(Reason.KEY_OUT_OF_TIME, "issued at " + ZULU.format(claims.issuedAt()) + ", the key is valid "
                        + time.inWords());
            }
            if (now.isBefore(claims.from())) {
                remark(Reason.NOT_YET_VALID, "from " + ZULU.format(claims.from()) + "; now is " + ZULU.format(now));
            }
            if (!now.isBefore(claims.until())) {
                remark(Reason.EXPIRED, "until " + ZULU.format(claims.until()) + "; now is " + ZULU.format(now));
            }
            if (claims.issuedAt().isAfter(now.plus(CLOCKS))) {
                remark(Reason.CLOCK_WRONG, "the clearance says that it was issued at " + ZULU.format(claims.issuedAt())
                        + "; now is " + ZULU.format(now));
            }
            if (claims.permitted().conditions() instanceof Claims.Conditions.Elsewhere(Digest digest)) {
                remark(Reason.CONDITIONS_ELSEWHERE, "their SHA-256 is " + digest.hex());
            }
        }

        private void status(StatusList list) {
            Claims.StatusReference reference = token.claims().status();
            if (!list.address().equals(reference.list())) {
                remark(Reason.STATUS_UNKNOWN,
                        "the pack holds the list " + list.address() + ", the clearance names " + reference.list());
                return;
            }
            if (list.status(reference.index()).isEmpty()) {
                remark(Reason.STATUS_UNKNOWN, "it holds " + list.count() + ", this one has index " + reference.index());
                return;
            }
            switch (list.status(reference.index()).get()) {
                case REVOKED -> remark(Reason.REVOKED, "");
                case SUSPENDED -> remark(Reason.SUSPENDED, "");
                case REPLACED -> remark(Reason.REPLACED, "");
                case VALID -> {
                }
            }
        }

        private void age(Duration age) {
            if (age.compareTo(trust().amber()) > 0) {
                remark(Reason.PACK_TOO_OLD, inWords(age) + " old; at most " + inWords(trust().amber()));
            } else if (age.compareTo(trust().green()) > 0) {
                remark(Reason.PACK_OLD, inWords(age) + " old; fresh until " + inWords(trust().green()));
            } else if (age.compareTo(CLOCKS.negated()) < 0) {
                remark(Reason.CLOCK_WRONG, "the pack was made " + inWords(age.negated()) + " from now");
            }
        }

        /** The better of the two proofs counts; a receipt that proves nothing is a forgery, whatever the pack says. */
        private void registered() {
            Digest digest = token.digest();
            Digest leaf = IssueEntry.leaf(digest);
            Optional<SignedNote> receipt = token.receipt().flatMap(carried -> carried.checkpoint(leaf, trust()));
            if (token.receipt().isPresent() && receipt.isEmpty()) {
                remark(Reason.RECEIPT_FALSE, "");
            }
            Optional<Integer> listed = gate.listed(digest, leaf);
            if (receipt.isEmpty() && listed.isEmpty()) {
                missing();
                return;
            }
            int vouching = listed.orElse(0);
            if (vouching < trust().quorum()) {
                vouching = Math.max(vouching, receipt.map(trust()::vouching).orElse(0));
            }
            if (vouching < trust().quorum()) {
                remark(Reason.QUORUM_NOT_REACHED,
                        vouching + " of " + trust().witnesses().size() + "; expected " + trust().quorum());
            }
        }

        /** A pack that tells issues speaks also by silence, but only of those that it would have to tell. */
        private void missing() {
            Claims claims = token.claims();
            Optional<Pack> telling = gate.registered().filter(given -> given.issues().isPresent()
                    && claims.issuedAt().plus(CLOCKS).isBefore(given.madeAt())
                    && claims.until().isAfter(given.madeAt()));
            if (telling.isPresent()) {
                remark(Reason.NOT_IN_REGISTER, "issued at " + ZULU.format(claims.issuedAt())
                        + ", the pack was made at " + ZULU.format(telling.get().madeAt()));
            } else if (token.receipt().isEmpty()) {
                remark(Reason.RECEIPT_MISSING, "");
            }
        }

        private void remark(Reason reason, String found) {
            remarks.add(new Remark(reason, found));
        }
    }

    /** {@code 2 h 05 min}, cut to whole minutes; seconds only under one minute. */
    public static String inWords(Duration age) {
        if (age.isNegative()) {
            return inWords(age.negated()) + " in the future";
        }
        if (age.toMinutes() == 0) {
            return age.toSeconds() + " s";
        }
        return age.toHours() == 0
                ? age.toMinutes() + " min"
                : String.format(Locale.ROOT, "%d h %02d min", age.toHours(), age.toMinutesPart());
    }
}
