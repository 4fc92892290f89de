package nullaosta.oversight.request;

import java.time.LocalDate;
import java.util.List;
import nullaosta.oversight.request.DisclosureRequest.Outcome;

/** How many requests there were, and what became of them; told to the last one, since they are the public's own. */
public record RequestCounts(int asked, int granted, int partly, int refused, int overdue) {

    public static RequestCounts of(List<DisclosureRequest> requests, LocalDate today) {
        return new RequestCounts(requests.size(), count(requests, Outcome.GRANTED), count(requests, Outcome.PARTLY),
                count(requests, Outcome.REFUSED), (int) requests.stream().filter(it -> it.overdue(today)).count());
    }

    private static int count(List<DisclosureRequest> requests, Outcome outcome) {
        return (int) requests.stream().flatMap(it -> it.answer().stream()).filter(it -> it.outcome() == outcome)
                .count();
    }

    public int open() {
        return asked - granted - partly - refused;
    }
}
