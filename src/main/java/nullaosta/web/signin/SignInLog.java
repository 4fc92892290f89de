package nullaosta.web.signin;

import java.util.Optional;

/** Where sign-ins are entered, those that came to nothing too. */
public interface SignInLog {

    /** @param person id of who that is here; empty where nobody is, and nothing was opened */
    void signedIn(String subject, Optional<String> person);
}
