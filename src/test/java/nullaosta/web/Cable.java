package nullaosta.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What lies between a browser and the server, and can be pulled out: then there is no network, for the page as for its worker. */
final class Cable implements AutoCloseable {

    private final URI server;
    private final int port;
    private final List<Socket> ends = new CopyOnWriteArrayList<>();
    private ServerSocket socket;

    Cable(String address) throws IOException {
        this.server = URI.create(address);
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.port = socket.getLocalPort();
        listen();
    }

    String address() {
        return "http://localhost:" + port;
    }

    void pull() throws IOException {
        socket.close();
        for (Socket end : ends) {
            end.close();
        }
        ends.clear();
    }

    void plugIn() throws IOException {
        socket = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        listen();
    }

    private void listen() {
        ServerSocket listening = socket;
        Thread.startVirtualThread(() -> {
            while (!listening.isClosed()) {
                try {
                    Socket here = listening.accept();
                    Socket there = new Socket(server.getHost(), server.getPort());
                    ends.addAll(List.of(here, there));
                    Thread.startVirtualThread(() -> pass(here, there));
                    Thread.startVirtualThread(() -> pass(there, here));
                } catch (IOException e) {
                    // pulled out; the loop ends
                }
            }
        });
    }

    private static void pass(Socket from, Socket to) {
        try (from; to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // either end hung up
        }
    }

    @Override
    public void close() {
        try {
            pull();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
