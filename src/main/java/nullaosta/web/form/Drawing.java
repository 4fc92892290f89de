package nullaosta.web.form;

import static nullaosta.web.form.Field.Kind.DATE;
import static nullaosta.web.form.Field.Kind.NUMBER;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nullaosta.mission.Fault;
import nullaosta.mission.Reading;
import nullaosta.oversight.sample.Sample;

/** What an auditor types to draw a sample of the cases. */
public sealed interface Drawing {

    List<Field> FIELDS = List.of(Field.text("seed", "Seed"), Field.of("size", "How many cases", NUMBER),
            Field.of("from", "Received from", DATE), Field.of("until", "Received until", DATE));

    record Read(Sample sample) implements Drawing {}

    record Unreadable(List<Fault> faults) implements Drawing {
        public Unreadable {
            faults = List.copyOf(faults);
        }
    }

    static Drawing of(Map<String, String> form) {
        List<Fault> faults = new ArrayList<>();
        Reading in = Reading.of(Field.json(FIELDS, form), faults);
        Optional<String> seed = in.text("seed", true, "\\P{Cntrl}{1," + Sample.LONGEST_SEED + "}",
                "1 to " + Sample.LONGEST_SEED + " characters in one line");
        Optional<Integer> size = in.whole("size", 1, Sample.LARGEST);
        Optional<LocalDate> from = in.date("from");
        Optional<LocalDate> until = in.date("until");
        if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
            in.fault(in.at("until"), "`" + until.get() + "`", "a day that is not before `" + from.get() + "`");
        }
        return faults.isEmpty() && seed.isPresent() && size.isPresent() && from.isPresent() && until.isPresent()
                ? new Read(new Sample(seed.get(), size.get(), from.get(), until.get()))
                : new Unreadable(faults);
    }

    static PageForm form() {
        return PageForm.blank("sample", FIELDS);
    }
}
