package nullaosta.web.console;

import com.rometools.rome.feed.synd.SyndContentImpl;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndEntryImpl;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.feed.synd.SyndPersonImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedOutput;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import nullaosta.oversight.figures.CountTable;
import nullaosta.oversight.figures.Dimension;
import nullaosta.oversight.figures.Figures;
import nullaosta.oversight.figures.Restatement;
import nullaosta.party.Host;
import nullaosta.web.page.Words;

/** News of the public register (Atom, RFC 4287): each month once it is over, and each count that was restated. */
final class FiguresFeed {

    private static final int MOST = 60;

    private final Figures figures;
    private final Host host;
    private final String origin;

    private FiguresFeed(Figures figures, Host host, String origin) {
        this.figures = figures;
        this.host = host;
        this.origin = origin;
    }

    /** @param origin where the register is reached, without a path; the feed's and the entries' ids begin with it */
    static String of(Figures figures, List<Restatement> restatements, Host host, String origin) {
        return new FiguresFeed(figures, host, origin).written(restatements);
    }

    private String written(List<Restatement> restatements) {
        List<SyndEntry> entries = new ArrayList<>();
        YearMonth now = YearMonth.from(figures.at().atZone(host.zone()));
        figures.tables().stream()
                .filter(table -> table.down() == Dimension.MONTH && table.across() == Dimension.OUTCOME)
                .forEach(table -> {
                    for (int row = 0; row < table.rows().size(); row++) {
                        YearMonth last = Figures.lastMonth(table.rows().get(row));
                        if (last.isBefore(now)) {
                            entries.add(month(table, row, last));
                        }
                    }
                });
        restatements.forEach(restated -> entries.add(restated(restated)));
        entries.sort(Comparator.comparing(SyndEntry::getUpdatedDate).reversed().thenComparing(SyndEntry::getUri));
        SyndFeed feed = new SyndFeedImpl();
        feed.setFeedType("atom_1.0");
        feed.setUri(origin + "/oversight.atom");
        feed.setLink(origin + "/oversight");
        feed.setTitle("Flights from " + host.name() + ": what was asked, and what was answered");
        SyndPersonImpl author = new SyndPersonImpl();
        author.setName(host.name());
        feed.setAuthors(List.of(author));
        feed.setPublishedDate(entries.isEmpty() ? Date.from(Instant.EPOCH) : entries.getFirst().getUpdatedDate());
        feed.setEntries(List.copyOf(entries.subList(0, Math.min(MOST, entries.size()))));
        try {
            return new SyndFeedOutput().outputString(feed);
        } catch (FeedException e) {
            throw new IllegalStateException("a feed cannot be written", e);
        }
    }

    /** It is news once its last day is over; its id says which months it tells together. */
    private SyndEntry month(CountTable table, int row, YearMonth last) {
        String months = table.rows().get(row);
        List<String> counts = new ArrayList<>();
        for (int column = 0; column < table.columns().size(); column++) {
            var count = table.cells().get(row).get(column);
            counts.add(Words.category(table.across(), table.columns().get(column)) + ": "
                    + (count.told().isPresent() ? String.valueOf(count.told().getAsInt()) : "hidden"));
        }
        return entry("month/" + months, months + ": " + figures.total(Dimension.MONTH).getOrDefault(months, 0)
                + " flights asked", String.join("; ", counts), last.atEndOfMonth().plusDays(1));
    }

    private SyndEntry restated(Restatement restated) {
        String about = restated.about().isEmpty() ? "all flights" : Words.plain(restated.about());
        return entry("restated/" + restated.on() + "/" + restated.month() + "/" + Words.address(restated.about()),
                "Restated: " + restated.month() + ", " + about, "Was " + restated.was() + " as published on "
                        + restated.before() + "; is " + restated.now() + ".",
                restated.on());
    }

    private SyndEntry entry(String id, String title, String words, LocalDate day) {
        SyndEntry entry = new SyndEntryImpl();
        entry.setUri(origin + "/oversight#" + id);
        entry.setLink(origin + "/oversight");
        entry.setTitle(title);
        SyndContentImpl content = new SyndContentImpl();
        content.setType("text");
        content.setValue(words);
        entry.setContents(List.of(content));
        entry.setUpdatedDate(Date.from(day.atStartOfDay(host.zone()).toInstant()));
        return entry;
    }
}
