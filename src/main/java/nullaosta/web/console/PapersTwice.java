package nullaosta.web.console;

import java.time.Instant;
import java.util.List;
import nullaosta.dossier.entry.Entry;
import nullaosta.store.Installation;

/** Papers that were used twice, in words, for the desk and for each base that is part of it. */
final class PapersTwice {

    private PapersTwice() {
    }

    static List<String> atBase(Installation installation, String base, Instant since) {
        return installation.gate().usedTwice(since).stream()
                .filter(twice -> List.of(twice.first().base(), twice.second().base()).contains(base))
                .map(PapersTwice::inWords).toList();
    }

    static List<String> anywhere(Installation installation, Instant since) {
        return installation.gate().usedTwice(since).stream().map(PapersTwice::inWords).toList();
    }

    private static String inWords(Entry.PaperUsedTwice twice) {
        return twice.clearance() + " " + twice.first().inWords() + ", and " + twice.second().inWords()
                + ". Find out which aircraft flew on it.";
    }
}
