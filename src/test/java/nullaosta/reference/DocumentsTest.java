package nullaosta.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What holds of every document: its links lead somewhere, and it speaks of nobody's machine. */
class DocumentsTest {

    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern SOMEBODYS_FOLDER = Pattern.compile("(?<![\\w.])/(work|tmp|root|home|Users)/");

    @Test
    void linksLeadSomewhere() throws IOException {
        List<String> dead = new ArrayList<>();
        for (Path document : Markdown.files()) {
            Path folder = document.toAbsolutePath().getParent();
            for (String link : links(document)) {
                if (!link.startsWith("https://") && !leads(folder, link)) {
                    dead.add(document + ": " + link);
                }
            }
        }
        assertThat(dead).isEmpty();
    }

    @Test
    void noDocumentNamesAPathOfAMachine() throws IOException {
        List<String> named = new ArrayList<>();
        for (Path document : Markdown.files()) {
            Files.readAllLines(document).stream().filter(line -> SOMEBODYS_FOLDER.matcher(line).find())
                    .forEach(line -> named.add(document + ": " + line));
        }
        assertThat(named).isEmpty();
    }

    @Test
    void everyDocumentIsReachedFromTheReadme() throws IOException {
        List<String> readme = links(Path.of("README.md"));
        for (Path document : Markdown.files()) {
            String path = document.toString();
            if (path.startsWith("docs/")) {
                assertThat(readme).contains(path);
            }
        }
    }

    private static List<String> links(Path document) throws IOException {
        List<String> links = new ArrayList<>();
        boolean fenced = false;
        for (String line : Files.readAllLines(document)) {
            fenced ^= line.startsWith("```");
            Matcher matcher = LINK.matcher(line);
            while (!fenced && matcher.find()) {
                links.add(matcher.group(1));
            }
        }
        return links;
    }

    /** A heading is named by its words in lower case, joined by hyphens. */
    private static boolean leads(Path folder, String link) throws IOException {
        int hash = link.indexOf('#');
        Path file = folder.resolve(hash < 0 ? link : link.substring(0, hash));
        if (hash < 0 || !Files.isRegularFile(file)) {
            return Files.exists(file);
        }
        return Files.readAllLines(file).stream().filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("#+ *", "").toLowerCase(java.util.Locale.ROOT)
                        .replaceAll("[^\\p{L}\\d -]", "").replace(' ', '-'))
                .anyMatch(link.substring(hash + 1)::equals);
    }
}
