package nullaosta.web.signin;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an access token lets a program do of what its person may do (RFC 6749 section 3.3): {@code nullaosta:read};
 * {@code nullaosta:write}; or one thing alone, {@code nullaosta:write:check}. A token without any reads what is public, no
 * more: a program that reports positions need not be able to clear a flight.
 */
public record Scopes(Set<String> granted) {

    /** As a person has who signed in. */
    public static final Scopes ALL = new Scopes(Set.of("nullaosta:read", "nullaosta:write"));

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final String OURS = "nullaosta:";

    public Scopes {
        granted = granted.stream().filter(scope -> scope.startsWith(OURS)).collect(Collectors.toUnmodifiableSet());
    }

    /** Of the claim {@code scope}, in which they are parted by blanks (RFC 9068 section 2.2.3). */
    static Scopes of(String claim) {
        return new Scopes(Arrays.stream(claim.split(" ", -1)).collect(Collectors.toUnmodifiableSet()));
    }

    /** @param open whether anybody may read there */
    boolean cover(String method, String address, boolean open) {
        return READING.contains(method)
                ? open || granted.contains("nullaosta:read")
                : granted.contains("nullaosta:write") || granted.contains("nullaosta:write:" + named(address));
    }

    /** What a request would have needed, and what came. */
    String bar(String method, String address) {
        return "the token does not reach so far; found "
                + (granted.isEmpty()
                        ? "no scope for this server"
                        : "`" + granted.stream().sorted().collect(Collectors.joining(" ")) + "`")
                + ", expected " + (READING.contains(method)
                        ? "`nullaosta:read`"
                        : "`nullaosta:write` or `nullaosta:write:" + named(address) + "`");
    }

    /** The last word of an address is what is done there: {@code /api/v1/cases/IT-2016-0042/check} is {@code check}. */
    private static String named(String address) {
        return Stream.of(address.split("/", -1)).filter(part -> !part.isEmpty()).reduce((before, last) -> last)
                .orElse("");
    }
}
