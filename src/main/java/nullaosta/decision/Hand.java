package nullaosta.decision;

import java.time.Instant;
import java.util.Optional;
import nullaosta.appointment.Appointment;
import nullaosta.appointment.SignedText;

/**
 * By whose hand a decision is signed: the officer's own key, or the server's record that they were signed in. Made only
 * where the one that is given holds, and the host asks for no more.
 */
public final class Hand {

    private final Optional<SignedText> own;

    private Hand(Optional<SignedText> own) {
        this.own = own;
    }

    /** What came of looking at a hand. */
    public sealed interface Looked {
        record Good(Hand hand) implements Looked {}

        record Bad(Bar bar) implements Looked {}
    }

    /** @param expected what would be decided now */
    static Looked look(DecisionText expected, Signing signing, Instant at) {
        Optional<SignedText> given = signing.given();
        if (given.isEmpty()) {
            return signing.asked() ? new Looked.Bad(Bar.KEY_MISSING) : new Looked.Good(new Hand(given));
        }
        SignedText signed = given.get();
        Optional<Appointment> appointment = signing.roll().flatMap(known -> signed.kid()
                .flatMap(kid -> known.appointment(kid, expected.authority(), at)))
                .filter(it -> it.officer().equals(expected.officer()));
        if (appointment.isEmpty()) {
            return new Looked.Bad(Bar.KEY_NOT_APPOINTED);
        }
        if (!signed.signedBy(appointment.get().key())) {
            return new Looked.Bad(Bar.SIGNATURE_FALSE);
        }
        return signed.text().equals(expected.text())
                ? new Looked.Good(new Hand(given))
                : new Looked.Bad(Bar.SIGNED_OTHERWISE);
    }

    /** The text with the officer's own signature; empty where the record is the server's. */
    public Optional<SignedText> own() {
        return own;
    }
}
