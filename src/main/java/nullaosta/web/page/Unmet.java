package nullaosta.web.page;

import java.util.List;
import nullaosta.dossier.Refusal;
import nullaosta.mission.Fault;
import org.springframework.http.HttpStatus;

/** How it is told that something asked for was not done. */
public final class Unmet {

    private Unmet() {
    }

    public static HttpStatus status(Refusal refusal) {
        return switch (refusal.code()) {
            case UNKNOWN_CASE -> HttpStatus.NOT_FOUND;
            case ERASED -> HttpStatus.GONE;
            case NOT_FOR_YOUR_ROLE, NOT_YOUR_CASE, NOT_NAMED, NOT_DELEGATED -> HttpStatus.FORBIDDEN;
            case BAD_INPUT, ORIGINAL_MISSING, REASON_MISSING, UNKNOWN_FACT, NOT_YOUR_FACT, UNKNOWN_STATEMENT,
                    UNKNOWN_VERSION,
                    UNKNOWN_OFFICE, UNKNOWN_CONSULTATION, UNKNOWN_PROTECTED_PARTY, NOT_DEPUTY ->
                HttpStatus.UNPROCESSABLE_CONTENT;
            case WRONG_PHASE, NOT_CONSULTED, ABSENT_ALREADY, BARRED, ASSESSES_OTHERWISE_NOW, NOT_GIVEN_ORALLY,
                    NO_CLEARANCE, NOT_CHECKED, NOT_IN_THE_AIR,
                    ALREADY_IN_THE_AIR, NOT_HELD, UNDER_HOLD, RETAINED, NOT_PROPOSED, CLOCK_WENT_BACK ->
                HttpStatus.CONFLICT;
        };
    }

    public static HttpStatus status(nullaosta.negotiation.Refusal refusal) {
        return switch (refusal.code()) {
            case UNKNOWN_AGREEMENT -> HttpStatus.NOT_FOUND;
            case NOT_FOR_YOUR_ROLE, NOT_A_PARTY, NO_MANDATE -> HttpStatus.FORBIDDEN;
            case TERMS_NOT_VALID, OTHER_HOST, REASON_MISSING -> HttpStatus.UNPROCESSABLE_CONTENT;
            case ALREADY_PUBLISHED, NOTHING_ON_THE_TABLE, NOT_ON_THE_TABLE, PARTY_LEFT_OUT, TABLE_TAKEN, SAME_TEXT,
                    YOUR_OWN_PROPOSAL, NOT_YOUR_PROPOSAL, NO_PERIOD, OVERLAPS, OTHER_VOCABULARY, HOST_DOES_NOT_FIT,
                    OUT_OF_TURN,
                    SIGNED_ALREADY,
                    SAME_PERSON ->
                HttpStatus.CONFLICT;
        };
    }

    public static String inWords(List<Fault> faults) {
        return String.join(". ", faults.stream().map(Fault::inWords).toList());
    }
}
