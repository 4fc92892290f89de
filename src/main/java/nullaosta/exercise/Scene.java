package nullaosta.exercise;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nullaosta.dossier.Command;
import nullaosta.flight.Apron;
import nullaosta.mission.Mission;
import nullaosta.mission.Receipt;

/**
 * One flight of the story: what is asked, what the desk learns, what stands on the apron, how it flies. What comes of it
 * is not part of the scene: the terms say that when it is played.
 *
 * @param told       in a few sentences, for whoever watches
 * @param sources    ids of the facts it rests on, as in {@code docs/sources.md}
 * @param filedBy    id of the person who files
 * @param statements what the desk puts into the file, in order
 * @param decided    whether the desk goes on to prepare a decision; otherwise the case waits
 * @param apron      as inspected before take-off
 * @param sortie     how it flies, if it is released
 * @param showing    how a demonstration shows it, if it does
 */
public record Scene(String name, String title, String told, List<String> sources, String filedBy, Mission mission,
        Receipt receipt, Optional<String> original, List<Command.MakeStatement> statements, String reasons,
        List<String> conditions, boolean decided, Optional<Apron> apron, Optional<Sortie> sortie,
        Optional<Showing> showing) {

    public Scene {
        sources = List.copyOf(sources);
        statements = List.copyOf(statements);
        conditions = List.copyOf(conditions);
    }

    /** How far a demonstration plays the scene before it leaves the rest to whoever sits at the console. */
    public enum Until {
        FILED,
        PREPARED,
        DECIDED,
        AIRBORNE
    }

    /** @param departsIn from when the demonstration opens; negative if it is to be in the air */
    public record Showing(Duration departsIn, Until until) {}

    /** The same on another day. */
    Scene shifted(Duration by) {
        return new Scene(name, title, told, sources, filedBy, mission.shifted(by),
                new Receipt(receipt.receivedAt().plus(by), receipt.evidence()), original, statements, reasons,
                conditions, decided, apron, sortie, showing);
    }
}
