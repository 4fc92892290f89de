package nullaosta.web.page;

import java.time.Instant;
import nullaosta.party.Host;
import nullaosta.party.Person;

/**
 * What every page needs to know.
 *
 * @param demonstration whether people choose who they are
 * @param csrf name and value of the token that every form carries
 * @param path of the page itself, to mark it in the navigation
 * @param origin where people outside reach the server, without a path
 */
public record Page(Person viewer, Host host, boolean exercise, boolean demonstration, Instant now, Csrf csrf,
        String path, String origin, Words words) {

    public record Csrf(String name, String value) {}

    public boolean here(String prefix) {
        return path.equals(prefix) || path.startsWith(prefix + "/");
    }
}
