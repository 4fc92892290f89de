package nullaosta.web.console;

import java.util.ArrayList;
import java.util.List;
import nullaosta.clearance.token.TokenCheck;
import nullaosta.dossier.Dossier;
import nullaosta.flight.Apron;
import nullaosta.flight.OtherStates;
import nullaosta.flight.Remark;
import nullaosta.mission.Declared;
import nullaosta.party.StateCode;

/**
 * How the other states on the route stand to a flight now, a line each.
 *
 * @param partners whether one of them is a partner, so that its clearance can be entered
 */
public record RouteView(List<Line> lines, boolean partners) {

    public RouteView {
        lines = List.copyOf(lines);
    }

    /**
     * @param mark  class of the tag
     * @param words what the tag says
     * @param why   in full
     */
    public record Line(String state, String mark, String words, String why) {}

    static RouteView of(OtherStates states, Dossier dossier) {
        List<Line> lines = new ArrayList<>(states.partners().stream().map(RouteView::line).toList());
        Declared shown = dossier.movement().lastCheck().map(check -> check.check().apron())
                .map(Apron::otherStatesCleared).orElse(Declared.UNDECLARED);
        for (StateCode other : states.others()) {
            lines.add(line(other.inWords(), shown));
        }
        if (states.unsaid()) {
            lines.add(line(lines.isEmpty() ? "not said which" : "others: not said which", shown));
        }
        return new RouteView(lines, !states.partners().isEmpty());
    }

    private static Line line(OtherStates.Standing standing) {
        String paper = standing.number().map(number -> number + ", ").orElse("")
                + standing.packAge().filter(age -> !age.isNegative())
                        .map(age -> "its pack is " + TokenCheck.inWords(age) + " old").orElse("there is no pack of it");
        String found = standing.remarks().isEmpty()
                ? paper
                : String.join("; ", standing.remarks().stream().map(Remark::words)
                        .map(words -> words.substring(standing.state().inWords().length() + 2)).toList()) + " (" + paper
                        + ")";
        return switch (standing.light()) {
            case GREEN -> new Line(standing.state().inWords(), "clear", "cleared, verified", found);
            case AMBER -> new Line(standing.state().inWords(), "missing", "call it", found);
            case RED -> new Line(standing.state().inWords(), "way",
                    standing.number().isEmpty() ? "no clearance" : "not cleared", found);
        };
    }

    private static Line line(String state, Declared shown) {
        String why = "no partner of this host: the base looks at its clearance";
        return switch (shown) {
            case YES -> new Line(state, "clear", "shown at the base", why);
            case NO -> new Line(state, "way", "not cleared, says the base", why);
            case UNDECLARED -> new Line(state, "missing", "not shown", why);
        };
    }
}
