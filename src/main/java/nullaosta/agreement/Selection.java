package nullaosta.agreement;

import java.util.List;

/** Which terms govern a flight. */
public sealed interface Selection {

    record Found(Terms terms) implements Selection {}

    /** @param why what there is instead, in words for the requester */
    record None(String why) implements Selection {}

    /** More than one agreement claims the flight; a person must say which. */
    record Several(List<Terms> terms) implements Selection {

        public Several {
            terms = List.copyOf(terms);
        }
    }
}
