package nullaosta.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import nullaosta.party.Person;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/** How one says who one is. It ends in a person; no rule behind the door knows how that person signed in. */
public sealed interface SignIn permits DemoSignIn, ProviderSignIn {

    /** Who is at the door. */
    Arrival arrival(HttpServletRequest request);

    /** Who nobody in particular is. */
    Person anybody();

    /** What a program sends to say who it is, in words. */
    String howProgramsSay();

    /** Puts before every page what finds out who asks, and turns away whom this place does not answer at all. */
    void guard(HttpSecurity http) throws Exception;

    /** Somebody came. */
    sealed interface Arrival {

        /** Somebody of the host's list of people, be it nobody in particular. */
        record Known(Viewer viewer) implements Arrival {}

        /** Somebody who claims to be a person that is not known; why, in words. */
        record Unknown(String words) implements Arrival {}
    }
}
