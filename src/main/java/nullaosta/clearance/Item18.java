package nullaosta.clearance;

import java.util.Optional;
import nullaosta.mission.Declared;
import nullaosta.mission.Mission;
import nullaosta.party.Host;

/**
 * What whoever flies writes into item 18 of the flight plan, so that controllers on the way see that it is cleared.
 *
 * @param annual the number that the flight has beside the host's own, for the year
 * @param text to copy as it stands
 */
public record Item18(Optional<String> annual, String text) {

    public static Item18 of(Clearance clearance, Host host) {
        Mission mission = clearance.mission();
        int year = mission.departure().atZone(host.zone()).getYear();
        Optional<String> annual = host.numbering().annual().filter(numbers -> transport(mission))
                .flatMap(numbers -> numbers.number(mission.operatorState(), year, mission.purpose(),
                        mission.dangerousGoods() == Declared.YES));
        return new Item18(annual, host.numbering().inItem18(clearance.number(), annual));
    }

    /** An annual number is for transports; which purposes are such the host says, and what it is silent on is not known to be one. */
    private static boolean transport(Mission mission) {
        return mission.armed() == Declared.NO && mission.strike() == Declared.NO
                && mission.dangerousGoods() != Declared.UNDECLARED;
    }
}
