package nullaosta.decision;

import java.util.Optional;
import nullaosta.appointment.Roll;
import nullaosta.appointment.SignedText;
import nullaosta.seal.Digest;

/**
 * Where in a case a decision is signed, and with what.
 *
 * @param register origin of the register
 * @param previous digest of the case's last entry in the register
 * @param given what the officer signed with their own key, if they did
 * @param roll  who was appointed; empty where the host has no appointing authority
 * @param asked whether the host asks for their own key
 */
public record Signing(String register, String caseNumber, Digest previous, Optional<SignedText> given,
        Optional<Roll> roll, boolean asked) {}
