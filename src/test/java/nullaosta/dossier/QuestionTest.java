package nullaosta.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nullaosta.dossier.entry.Entry;
import nullaosta.dossier.entry.EntryFormat;
import nullaosta.dossier.entry.Written;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Oversight asks the desk why a case went as it did; question and answer stay in the case, and change nothing in it. */
class QuestionTest {

    private static final Instant ASKED = Ministry.NOON.plusSeconds(3_600);
    private static final Instant ANSWERED = ASKED.plusSeconds(600);
    private static final Instant FORTY_YEARS_ON = Instant.parse("2056-03-03T12:00:00Z");

    private Ministry ministry;
    private Dossier dossier;

    @BeforeEach
    void open() throws Exception {
        ministry = new Ministry();
        dossier = ministry.cleared();
    }

    @AfterEach
    void verifyAndClose() {
        ministry.close();
    }

    private void done(String by, Instant at, Command command) {
        dossier = ministry.done(by, at, dossier, command);
    }

    private String refused(String by, Command command) {
        return Ministry.refused(ministry.ask(by, ANSWERED, dossier, command)).inWords();
    }

    private Row row() {
        return ministry.cases.numbered(List.of(dossier.number())).getFirst();
    }

    @Test
    void itIsAnsweredAndTheLastAnswerCounts() {
        String waited = row().waitsFor();
        done("audit.bruni", ASKED, new Command.AskDesk("  Why was it asked so late?  "));
        done("audit.bruni", ASKED, new Command.AskDesk("Who was consulted?"));
        assertThat(row().openQuestions()).isEqualTo(2);
        done("desk.rossi", ANSWERED, new Command.AnswerQuestion(2, "nobody: the terms ask for no office"));
        done("desk.rossi", ANSWERED, new Command.AnswerQuestion(2, "the base, by telephone"));

        assertThat(dossier.questions()).containsExactly(
                new HeldQuestion(1, "Why was it asked so late?", "audit.bruni", ASKED, Optional.empty()),
                new HeldQuestion(2, "Who was consulted?", "audit.bruni", ASKED, Optional.of(
                        new HeldQuestion.Reply("the base, by telephone", "desk.rossi", ANSWERED))));
        assertThat(row().openQuestions()).isEqualTo(1);
        assertThat(dossier.history().stream().map(Written::entry).filter(Entry.QuestionAnswered.class::isInstance))
                .as("every answer stays").hasSize(2);
        assertThat(row().waitsFor()).as("the case stands as it stood").isEqualTo(waited);
        assertThat(dossier.phase()).isEqualTo(Phase.CLEARED);
        done("desk.rossi", ANSWERED, new Command.AnswerQuestion(1, "the note came late"));
        assertThat(row().openQuestions()).isZero();
    }

    @Test
    void whoAskedForTheFlightAndThePublicSeeThatAStepWasTakenAndNotWhich() {
        List<Entry> entries = List.of(new Entry.DeskAsked(1, "why?"), new Entry.QuestionAnswered(1, "because"));
        assertThat(entries).allMatch(Entry::deliberates);
        assertThat(entries).extracting(EntryFormat::publicKindOf).containsOnly("Step");
    }

    @Test
    void whatIsRefused() {
        assertThat(refused("desk.rossi", new Command.AnswerQuestion(1, "because")))
                .isEqualTo("No question 1; expected a"
                        + " question that oversight asked. Look at oversight's questions in the case.");
        done("audit.bruni", ASKED, new Command.AskDesk("why?"));
        assertThat(List.of(refused("desk.rossi", new Command.AnswerQuestion(2, "because")),
                refused("desk.rossi", new Command.AnswerQuestion(0, "because")),
                refused("desk.rossi", new Command.AnswerQuestion(1, " ")),
                refused("audit.bruni", new Command.AskDesk(" ")))).containsExactly(
                        "No question 2; expected one of 1 to 1. Look at oversight's questions in the case.",
                        "No question 0; expected one of 1 to 1. Look at oversight's questions in the case.",
                        "No answer; expected an answer in words. Say what oversight asked to know.",
                        "No question; expected a question in words. Say what the desk is to explain.");
    }

    @Test
    void aCaseWithAnOpenQuestionIsNotErased() {
        Command propose = new Command.ProposeErasure("a law", "its years are over");
        done("audit.bruni", ASKED, new Command.AskDesk("why?"));
        assertThat(Ministry.refused(ministry.ask("desk.rossi", FORTY_YEARS_ON, dossier, propose)).inWords()).isEqualTo(
                "A question of oversight is not answered; expected a case without one. Answer it first.");
        done("desk.rossi", ANSWERED, new Command.AnswerQuestion(1, "because"));
        done("desk.rossi", FORTY_YEARS_ON, propose);
        done("smd.conti", FORTY_YEARS_ON, new Command.EraseCase("agreed"));
        assertThat(row().openQuestions()).isZero();
    }
}
