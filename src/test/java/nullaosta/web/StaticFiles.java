package nullaosta.web;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The console's own files alone, for what runs in a browser and needs no server. */
final class StaticFiles implements AutoCloseable {

    private static final Path FOLDER = Path.of("src/main/resources/static").toAbsolutePath();

    private final HttpServer server;

    StaticFiles() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            Path file = FOLDER.resolve(exchange.getRequestURI().getPath().substring(1)).normalize();
            boolean there = file.startsWith(FOLDER) && Files.isRegularFile(file);
            byte[] body = there ? Files.readAllBytes(file) : "<!doctype html>".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type",
                    there && file.toString().endsWith("js") ? "text/javascript" : "text/html");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
