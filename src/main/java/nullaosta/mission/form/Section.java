package nullaosta.mission.form;

import java.util.List;
import java.util.Optional;

/**
 * One topic of the form.
 *
 * @param rows what is asked again for each row: {@code legs}; empty where it is asked once
 * @param row  what one row is called: {@code Leg}
 */
public record Section(String title, String hint, Optional<String> rows, String row, List<Question> questions) {

    public Section {
        questions = List.copyOf(questions);
    }

    static Section once(String title, String hint, List<Question> questions) {
        return new Section(title, hint, Optional.empty(), "", questions);
    }

    /** The field that a question has in a row; where it is asked once, its id. */
    public String field(Question question, int row) {
        return rows.map(name -> name + "/" + row + "/" + question.name()).orElse(question.id());
    }

    /** How many times it is asked of what is typed: at least once. */
    public int count(Typed typed) {
        return rows.map(name -> Math.max(1, typed.rows(name))).orElse(1);
    }

    /** {@code Leg 2, Leaves at}: the question's words, with the row's number where there may be several. */
    public String label(Question question, int number) {
        return rows.isPresent() ? row + " " + (number + 1) + ", " + question.words() : question.words();
    }

    Section with(List<Question> others) {
        return new Section(title, hint, rows, row, others);
    }
}
