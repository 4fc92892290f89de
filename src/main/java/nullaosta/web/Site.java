package nullaosta.web;

import java.net.InetAddress;
import java.net.URI;
import nullaosta.mission.DataMode;
import nullaosta.store.Installation;
import nullaosta.web.signin.Provider;

/**
 * Where and for whom a server outside a demonstration serves.
 *
 * @param address that it listens on; TLS ends before it, at a reverse proxy
 * @param port 0 for any that is free
 * @param publicUrl where people reach it, without a path: {@code https://nullaosta.example.it}
 * @param mode which cases it keeps
 * @param provider who tells it who people are
 * @param register how the register is kept
 */
public record Site(InetAddress address, int port, URI publicUrl, DataMode mode, Provider provider,
        Installation.Settings.Keeping register) {

    /** Whether people reach it by TLS; cookies are then sent in no other way. */
    public boolean secure() {
        return "https".equals(publicUrl.getScheme());
    }
}
