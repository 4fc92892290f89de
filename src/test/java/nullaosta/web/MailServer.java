package nullaosta.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Debian's aiosmtpd, which keeps what it takes in a folder of the form Maildir. */
final class MailServer implements AutoCloseable {

    private final Path folder;
    private final int port;
    private @Nullable Process process;

    MailServer(Path folder) throws IOException {
        this.folder = folder;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
    }

    int port() {
        return port;
    }

    void start() throws Exception {
        process = new ProcessBuilder("aiosmtpd", "--nosetuid", "--listen", "127.0.0.1:" + port, "--class",
                "aiosmtpd.handlers.Mailbox", folder.resolve("mail").toString()).redirectErrorStream(true)
                .redirectOutput(folder.resolve("smtp.txt").toFile()).start();
        for (int tenths = 0; tenths < 200; tenths++) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                assertThat(socket.isConnected()).isTrue();
                return;
            } catch (IOException notYet) {
                assertThat(process.isAlive()).as(Files.readString(folder.resolve("smtp.txt"))).isTrue();
                Thread.sleep(100);
            }
        }
        throw new AssertionError("no mail server: " + Files.readString(folder.resolve("smtp.txt")));
    }

    void stop() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly();
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** Takes all that came since it was asked last. */
    List<MimeMessage> taken() throws IOException, MessagingException {
        List<MimeMessage> messages = new ArrayList<>();
        Path arrived = folder.resolve("mail/new");
        if (Files.isDirectory(arrived)) {
            try (Stream<Path> files = Files.list(arrived)) {
                for (Path file : files.sorted().toList()) {
                    try (InputStream in = Files.newInputStream(file)) {
                        messages.add(new MimeMessage(Session.getInstance(new Properties()), in));
                    }
                    Files.delete(file);
                }
            }
        }
        return messages;
    }

    @Override
    public void close() throws InterruptedException {
        stop();
    }
}
