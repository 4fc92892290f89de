package nullaosta.web;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import nullaosta.mission.DataMode;
import nullaosta.store.Installation;
import nullaosta.witness.Quorum;

/** A server that takes opaque entries, in a process of its own that can be killed. */
public final class LoadedServer {

    private LoadedServer() {
    }

    /** With the data folder; it prints its port once it is ready. */
    public static void main(String[] arguments) throws Exception {
        Installation installation = Installation.open(new Installation.Settings(Path.of(arguments[0]),
                Path.of("target"), Path.of("hosts/it"), Path.of("agreements"), DataMode.EXERCISE, Optional.empty(),
                new Installation.Settings.Keeping(Optional.empty(), Quorum.NONE, true)), new SecureRandom(), line -> {
                });
        Server server = Server.demonstration(installation, InstantSource.system(), 0);
        System.out.println("port " + server.port());
        Thread.currentThread().join();
    }
}
