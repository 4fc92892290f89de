package nullaosta.assessment;

import java.util.List;
import java.util.Optional;
import nullaosta.agreement.Authority;
import nullaosta.agreement.OnBreach;

/** How a clause stands to a flight. */
public sealed interface Status {

    /** @param signs for a grant that says so, who signs what it brings within the agreement */
    record Satisfied(Optional<Authority> signs) implements Status {

        public Satisfied() {
            this(Optional.empty());
        }
    }

    /**
     * The clause is not kept.
     *
     * @param leadsTo   refusal, referral or a mere note
     * @param authority who may still let it pass: present exactly when it refers
     * @param derogable the authority may excuse the breach; otherwise it decides as the clause says
     */
    record Breached(OnBreach leadsTo, Optional<Authority> authority, boolean derogable) implements Status {

        public Breached {
            if ((leadsTo == OnBreach.REFER) != authority.isPresent()) {
                throw new IllegalArgumentException("a breach names an authority exactly when it refers");
            }
        }
    }

    /** @param missing the facts it waits for, in the vocabulary's order */
    record Undetermined(List<String> missing) implements Status {

        public Undetermined {
            missing = List.copyOf(missing);
        }
    }

    record NotApplicable(String why) implements Status {}

    record Referred(Authority authority) implements Status {}

    /** The clause could not be evaluated: a failure inside, or a limit exceeded. */
    record Failed(String why) implements Status {}

    /** One word or two, as reports and the stored form have it. */
    default String word() {
        return switch (this) {
            case Satisfied satisfied -> "satisfied";
            case Breached breached -> "breached";
            case Undetermined undetermined -> "undetermined";
            case NotApplicable notApplicable -> "not-applicable";
            case Referred referred -> "referred";
            case Failed failed -> "failed";
        };
    }
}
