package nullaosta.cli;

import java.nio.file.Path;

/** Where the product's own folders are: the launcher says so; without it, here. */
final class Home {

    private Home() {
    }

    static Path folder(String name) {
        return Path.of(System.getProperty("nullaosta.home", "")).resolve(name);
    }
}
