package nullaosta.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each kind of page, found by its links as people find it, is shot wide, narrow and dark, and holds no barrier. */
class EveryPageTest {

    /** One of each role of the demonstration. */
    private static final List<String> PEOPLE = List.of("public", "gb.embassy", "desk.rossi", "min.ferri", "sig.leone",
            "watch.sala", "treaty.bassi", "us.envoy", "audit.bruni");

    private static final Set<String> PAGES = Set.of("/start", "/absences", "/agreements", "/agreements/X", "/base",
            "/base/X",
            "/base/devices", "/cases", "/cases/X", "/cases/X/file", "/clearances/X/X", "/drift/X", "/gate", "/keys",
            "/missions/new",
            "/missions/paper", "/movements", "/oversight", "/partners", "/proofs/X/X", "/proofs/X/X/page",
            "/proposals/X/X",
            "/proposals/new", "/requests", "/sample", "/sign-ins", "/watch");

    /** What a link leads to that is a file and no page. */
    private static final Pattern FILE = Pattern
            .compile(".*\\.(atom|csv|json|yaml|txt|pdf|mjs|css|svg|png|smt2)|/(register|api)/.*");

    /** A part of an address that names one thing of many. */
    private static final Pattern NAME = Pattern.compile("(EX-)?IT-[0-9-]+|[0-9]+|v[0-9.a-z]+|it-[a-z-]+|[0-9a-f]{64}");

    @Test
    void allOfThem() throws Exception {
        Set<String> seen = new TreeSet<>();
        try (Demo demo = Demo.open(); Browser browser = new Browser(demo.address())) {
            for (String person : PEOPLE) {
                browser.as(person);
                Set<String> opened = new TreeSet<>();
                Deque<String> left = new ArrayDeque<>(List.of("/"));
                while (!left.isEmpty()) {
                    String path = left.poll();
                    String kind = kind(path);
                    if (!FILE.matcher(path).matches() && opened.add(kind)) {
                        browser.open(path);
                        if (seen.add(kind)) {
                            browser.shoot("page" + kind.replace('/', '-'));
                            browser.shootDark("page" + kind.replace('/', '-'));
                        }
                        left.addAll(browser.links());
                    }
                }
            }
            assertThat(browser.complaints()).isEmpty();
        }
        assertThat(seen).as("a page that no link leads to is not looked at here").isEqualTo(PAGES);
    }

    private static String kind(String path) {
        String address = path.contains("?") ? path.substring(0, path.indexOf('?')) : path;
        return address.equals("/")
                ? "/start"
                : Arrays.stream(address.split("/")).map(part -> NAME.matcher(part).matches() ? "X" : part)
                        .collect(Collectors.joining("/"));
    }
}
