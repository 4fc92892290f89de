package nullaosta.web.signin;

import nullaosta.party.Person;

/** The person at the door, as the sign-in found them. */
public record Viewer(Person person) {}
