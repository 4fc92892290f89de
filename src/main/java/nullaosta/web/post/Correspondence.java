package nullaosta.web.post;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * By which ways a site tells people and programs that a case waits for them.
 *
 * @param mail empty where nobody is told by mail
 */
public record Correspondence(Optional<Mail> mail, List<Hook> hooks) {

    public static final Correspondence NONE = new Correspondence(Optional.empty(), List.of());

    public Correspondence {
        hooks = List.copyOf(hooks);
    }

    /** How what is said to the mail server is kept from others. */
    public enum Security {
        /** TLS from the first byte (RFC 8314). */
        TLS,
        /** TLS before anything is said of a message (RFC 3207); a server that does not offer it is not spoken to. */
        STARTTLS,
        /** None: for a server on this machine alone. */
        NONE
    }

    /**
     * @param from address of the sender
     * @param login empty where the server asks for none
     * @param addresses by the id of a person
     */
    public record Mail(String host, int port, Security security, String from, Optional<Login> login,
            Map<String, String> addresses) {

        public Mail {
            addresses = Map.copyOf(addresses);
        }
    }

    /** The password is in no text of it. */
    public record Login(String user, String password) {

        @Override
        public String toString() {
            return user;
        }
    }

    /**
     * A program that is told what one person is told.
     *
     * @param secret by which it knows who speaks to it
     */
    public record Hook(String name, String person, URI url, String secret) {

        @Override
        public String toString() {
            return name + " at " + url;
        }
    }

    /** The ids of all people who are told anything. */
    public List<String> people() {
        return Stream.concat(mail.stream().flatMap(it -> it.addresses().keySet().stream()),
                hooks.stream().map(Hook::person)).distinct().sorted().toList();
    }
}
