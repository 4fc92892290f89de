package nullaosta.web.console;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nullaosta.mission.Mission;
import nullaosta.web.page.Words;

/** What is asked for, a line a topic, in the order in which people read it: on a case's page, on paper, and beside another. */
public final class MissionInWords {

    /** What stands for whom a flight protects to those who may not know. */
    static final String CLOSED = "closed: names a protected party (D.Lgs 33/2013 art. 5-bis, 1c)";

    private MissionInWords() {
    }

    /** A topic, and what the mission says of it, in one paragraph or several. */
    public record Line(String topic, List<String> says) {

        public Line {
            says = List.copyOf(says);
        }

        static Line of(String topic, String says) {
            return new Line(topic, List.of(says));
        }
    }

    /** @param secrets whether its reader may know whom the flight protects */
    public static List<Line> of(Mission mission, Words words, boolean secrets) {
        List<Line> lines = new ArrayList<>();
        lines.add(Line.of("Operator", mission.operatorState().inWords() + " · " + mission.operator()));
        lines.add(Line.of("Aircraft", Words.aircraft(mission.aircraft())));
        if (!mission.formation().isEmpty()) {
            lines.add(Line.of("In formation with", Words.aircraft(mission.formation())));
        }
        if (!mission.spares().isEmpty()) {
            lines.add(Line.of("Spare aircraft", Words.aircraft(mission.spares())));
        }
        lines.add(Line.of("Crew on board", mission.aircraft().crewed().inWords()));
        lines.add(Line.of("Purpose", Words.plain(mission.purpose())));
        lines.add(Line.of("Declared", "armed " + mission.armed().inWords() + " · release of weapons "
                + mission.strike().inWords() + " · sensors " + mission.sensors().inWords() + " · dangerous goods "
                + mission.dangerousGoods().inWords()));
        mission.protectedParty().ifPresent(party -> lines.add(Line.of("Protects", secrets ? party : CLOSED)));
        lines.add(new Line("Route", Stream.concat(mission.legs().stream().map(Words::leg),
                Stream.of(Words.place(mission.area()))).toList()));
        lines.add(Line.of("Departs", words.time(mission.departure())));
        lines.add(Line.of("Window",
                words.time(mission.window().from()) + " until " + words.time(mission.window().until())));
        lines.add(new Line("Volumes", mission.volumes().isEmpty()
                ? List.of("none given: in flight only its hours can be judged")
                : mission.volumes().stream().map(volume -> words.volume(volume, mission.window())).toList()));
        mission.documents().forEach(document -> lines.add(Line.of("Paper", document.title() + ", "
                + words.day(document.dated()) + document.government().map(it -> ", of " + it).orElse(""))));
        mission.harmEstimate().ifPresent(estimate -> lines.add(Line.of("Harm estimate",
                estimate.expected() + " (" + estimate.author() + "; " + estimate.method() + ")")));
        return lines;
    }
}
