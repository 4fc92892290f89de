package nullaosta.web.signin;

import java.net.URI;

/**
 * The host's own provider of identities, by OpenID Connect Core 1.0.
 *
 * @param issuer its address, under which {@code /.well-known/openid-configuration} stands
 * @param clientId what it knows this server as
 * @param clientSecret what this server proves that with
 * @param audience what it writes into tokens for programs that may come here
 */
public record Provider(URI issuer, String clientId, String clientSecret, String audience) {

    @Override
    public String toString() {
        return "Provider[issuer=" + issuer + ", clientId=" + clientId + ", audience=" + audience + "]";
    }
}
