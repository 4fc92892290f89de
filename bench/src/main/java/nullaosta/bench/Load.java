package nullaosta.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

/** Clients that each post one entry, wait for its index, and post the next: plain HTTP/1.1 in one thread, to leave the machine to the server. */
final class Load {

    private static final int MOST = 4_000_000;

    private final int port;
    private final String path;
    private final int entryBytes;
    private final Random random = new Random();
    private final long[] nanos = new long[MOST];
    private int answered;
    private int failed;
    private String firstFailure = "";

    Load(int port, String path, int entryBytes) {
        this.port = port;
        this.path = path;
        this.entryBytes = entryBytes;
    }

    /** How many were answered with an index, and how soon. */
    record Result(int answered, int failed, String firstFailure, double seconds, long[] sorted) {

        double perSecond() {
            return answered / seconds;
        }

        double millis(double quantile) {
            return sorted.length == 0 ? Double.NaN : sorted[(int) ((sorted.length - 1) * quantile)] / 1e6;
        }

        String inWords() {
            return String.format(Locale.ROOT, "%,.0f entries a second, p50 %.0f ms, p99 %.0f ms, most %.0f ms%s",
                    perSecond(), millis(0.5), millis(0.99), millis(1),
                    failed == 0 ? "" : ", " + failed + " not answered: " + firstFailure);
        }
    }

    private static final class Client {
        private final ByteBuffer in = ByteBuffer.allocate(8192);
        private ByteBuffer out = ByteBuffer.allocate(0);
        private long sent;
    }

    /** Counts what is answered after the warm-up. */
    Result run(int clients, int warmUpSeconds, int seconds) throws IOException {
        long begin = System.nanoTime() + warmUpSeconds * 1_000_000_000L;
        long end = begin + seconds * 1_000_000_000L;
        try (Selector selector = Selector.open()) {
            for (int i = 0; i < clients; i++) {
                connect(selector, new Client());
            }
            boolean counting = false;
            for (long now = System.nanoTime(); now < end; now = System.nanoTime()) {
                if (!counting && now >= begin) {
                    counting = true;
                    answered = 0;
                    failed = 0;
                }
                selector.select(this::serve, 100);
            }
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
        }
        long[] sorted = Arrays.copyOf(nanos, answered);
        Arrays.sort(sorted);
        return new Result(answered, failed, firstFailure, seconds, sorted);
    }

    private void connect(Selector selector, Client client) throws IOException {
        SocketChannel channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        send(channel.register(selector, SelectionKey.OP_READ, client), client);
    }

    private void send(SelectionKey key, Client client) throws IOException {
        byte[] entry = new byte[entryBytes];
        random.nextBytes(entry);
        byte[] head = ("POST " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nContent-Length: " + entryBytes
                + "\r\nContent-Type: application/octet-stream\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        client.out = ByteBuffer.allocate(head.length + entryBytes).put(head).put(entry).flip();
        client.in.clear();
        client.sent = System.nanoTime();
        write(key, client);
    }

    private static void write(SelectionKey key, Client client) throws IOException {
        ((SocketChannel) key.channel()).write(client.out);
        key.interestOps(client.out.hasRemaining() ? SelectionKey.OP_WRITE : SelectionKey.OP_READ);
    }

    private void serve(SelectionKey key) {
        Client client = (Client) key.attachment();
        try {
            if (key.isWritable()) {
                write(key, client);
            } else if (((SocketChannel) key.channel()).read(client.in) < 0) {
                again(key, client, "the server closed the connection");
            } else {
                answer(key, client);
            }
        } catch (IOException e) {
            again(key, client, String.valueOf(e.getMessage()));
        }
    }

    private void answer(SelectionKey key, Client client) throws IOException {
        String text = new String(client.in.array(), 0, client.in.position(), StandardCharsets.ISO_8859_1);
        int body = text.indexOf("\r\n\r\n") + 4;
        if (body < 4) {
            return;
        }
        String head = text.substring(0, body).toLowerCase(Locale.ROOT);
        int length = head.indexOf("content-length:");
        if (length < 0) {
            again(key, client, "no Content-Length: " + text);
        } else if (text.length() - body >= Integer
                .parseInt(head.substring(length + 15, head.indexOf('\r', length)).strip())) {
            if (head.startsWith("http/1.1 200")) {
                nanos[answered++] = System.nanoTime() - client.sent;
            } else {
                fail(text);
            }
            if (head.contains("connection: close")) {
                key.channel().close();
                connect(key.selector(), new Client());
            } else {
                send(key, client);
            }
        }
    }

    private void fail(String why) {
        failed++;
        firstFailure = firstFailure.isEmpty() ? why : firstFailure;
    }

    private void again(SelectionKey key, Client client, String why) {
        fail(why);
        try {
            key.channel().close();
            connect(key.selector(), client);
        } catch (IOException e) {
            fail(String.valueOf(e.getMessage()));
        }
    }
}
