package nullaosta.mission.form;

import java.util.List;
import java.util.Map;
import nullaosta.mission.Fault;

/**
 * What was typed, as a mission's JSON form, and what is wrong with it that the mission's reader cannot see.
 *
 * @param mission to be read by {@link nullaosta.mission.MissionReader}
 * @param faults  with pointers into a request that holds it as {@code mission}
 * @param rows    the row that was typed for each element of a list, empty rows left out
 */
public record Filled(Map<String, Object> mission, List<Fault> faults, Map<String, List<Integer>> rows) {

    public Filled {
        faults = List.copyOf(faults);
        rows = Map.copyOf(rows);
    }

    /** A fault at its question: its words with the question's label in place of the pointer. */
    public record Told(String field, String label, Fault fault) {

        public String inWords() {
            return label + ": found " + fault.found() + ", expected " + fault.expected();
        }
    }

    /**
     * Every fault at its question, in the form's order, each field's once: what was typed wrongly is told before what
     * follows from it.
     *
     * @param more what the reader of the request found
     */
    public List<Told> told(Form form, Typed typed, List<Fault> more) {
        return new Telling(form, typed, rows).told(faults, more);
    }
}
