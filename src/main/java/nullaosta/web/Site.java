package nullaosta.web;

import java.net.InetAddress;
import java.net.URI;
import java.util.Optional;
import nullaosta.mission.DataMode;
import nullaosta.store.Installation;
import nullaosta.web.post.Correspondence;
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
 * @param monitoring where health and measurements are asked; empty for nowhere
 * @param post who is told by mail or by a hook that a case waits for them
 */
public record Site(InetAddress address, int port, URI publicUrl, DataMode mode, Provider provider,
        Installation.Settings.Keeping register, Optional<Monitoring> monitoring,
        Correspondence post) {

    /**
     * A place of its own for whoever runs the server: it asks nobody who they are.
     *
     * @param port 0 for any that is free
     */
    public record Monitoring(InetAddress address, int port) {}

    /** Whether people reach it by TLS; cookies are then sent in no other way. */
    public boolean secure() {
        return "https".equals(publicUrl.getScheme());
    }
}
