package nullaosta.dossier;

import java.util.List;
import nullaosta.dossier.entry.Entry;

/** What a command comes to, before anything is written. */
sealed interface Proceeding {

    record Enter(List<Entry> entries) implements Proceeding {
        public Enter {
            entries = List.copyOf(entries);
        }
    }

    record Stop(Refusal refusal) implements Proceeding {

        /** The same, told at a field of the command. */
        Stop at(String field) {
            return new Stop(refusal.at(field));
        }
    }

    static Proceeding enter(Entry... entries) {
        return new Enter(List.of(entries));
    }

    static Stop stop(Refusal.Code code, String found, String expected, String help) {
        return new Stop(new Refusal(code, found, expected, help));
    }
}
