package nullaosta.web.signin;

import nullaosta.party.Person;

/**
 * The person at the door, as the sign-in found them.
 *
 * @param scopes what of it they may do this time; a program's token may hold less than its person
 */
public record Viewer(Person person, Scopes scopes) {

    /** Somebody who came themselves. */
    public Viewer(Person person) {
        this(person, Scopes.ALL);
    }
}
