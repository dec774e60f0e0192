package cn.duban.similarity;

import cn.duban.ledger.MatterId;
import cn.duban.ledger.Matters;
import cn.duban.similarity.Compared.Earlier;
import cn.duban.similarity.Reports.Report;
import cn.duban.similarity.Series.Before;
import cn.duban.similarity.wording.Excerpt;
import cn.duban.similarity.wording.Wording;
import cn.duban.web.Viewer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether a progress report says anything new: beside the earlier ones of its matter, and those of its unit on other matters. */
@Component
public class Progress {

    /** Characters in a row that count as kept where two reports are laid side by side. */
    private static final int KEPT = 3;

    private final Reports reports;
    private final Matters matters;

    Progress(Reports reports, Matters matters) {
        this.reports = reports;
        this.matters = matters;
    }

    /**
     * @param entry number of the entry that is the report
     * @return empty when it is no report, or not for this viewer; what the viewer may not see is not compared with
     */
    public Optional<Compared> of(MatterId matter, int entry, Viewer viewer) {
        return reports.of(matter, entry, viewer).map(report -> compare(report, viewer));
    }

    /** Whether the one says word for word, or nearly, what the other says: no other figure, no other day. */
    public static boolean copies(String text, String earlier) {
        return Series.copies(text, earlier);
    }

    /** Whether so large a part of the one stands in the other, and no figure or day is new. */
    public static boolean nearlyCopies(String text, String earlier, double least) {
        return Series.nearly(text, earlier, least);
    }

    /**
     * A report, handed in or still being written, of one matter and unit.
     *
     * @param before it is compared with the entries of its matter below this number
     * @param at with those of its unit on other matters before this
     */
    public record Written(UUID matter, int before, Instant at, int unit, String text) {}

    /**
     * @param last the report of the same matter just before; null where there is none
     */
    public record Beside(Compared compared, @Nullable Changed last) {}

    /** Two reports next to each other: what the later one no longer says, and what it says anew, is marked. */
    public record Changed(Earlier earlier, Excerpt was, Excerpt is) {}

    /** Several at once, in three statements however many they are. */
    public Map<Written, Beside> beside(Collection<Written> texts, Viewer viewer) {
        if (texts.isEmpty()) return Map.of();
        var own = reports.ofMatters(texts.stream().map(Written::matter).collect(Collectors.toSet()), viewer);
        var elsewhere = reports.ofUnits(texts.stream().map(Written::unit).collect(Collectors.toSet()), viewer);
        var rows = matters.rows(Stream.concat(own.stream(), elsewhere.stream()).map(Report::matter).collect(Collectors.toSet()), viewer);
        var beside = new LinkedHashMap<Written, Beside>();
        for (var text : texts) {
            var mine = own.stream().filter(one -> one.matter().equals(text.matter()) && one.entry() < text.before()).toList();
            var others = elsewhere.stream().filter(one -> one.unit() == text.unit() && !one.matter().equals(text.matter()) && one.at().isBefore(text.at()));
            var before = Stream.concat(mine.stream(), others).filter(one -> rows.containsKey(one.matter()))
                    .map(one -> new Before(new Earlier(new MatterId(viewer.tenant(), one.matter()), rows.get(one.matter()).number(), one.entry(), one.at(), one.matter().equals(text.matter()), !mine.isEmpty() && one.equals(mine.getFirst())), one.text())).toList();
            beside.put(text, new Beside(Series.judge(text.text(), before), before.stream().filter(one -> one.earlier().last()).findFirst().map(one -> changed(text.text(), one)).orElse(null)));
        }
        return beside;
    }

    private static Changed changed(String text, Before before) {
        var is = Wording.of(text);
        var was = Wording.of(before.text());
        return new Changed(before.earlier(), was.without(was.stretches(is, KEPT)), is.without(is.stretches(was, KEPT)));
    }

    private Compared compare(Report report, Viewer viewer) {
        var own = reports.before(report, viewer);
        var elsewhere = reports.elsewhere(report, viewer);
        var all = new ArrayList<>(own);
        all.addAll(elsewhere);
        if (all.isEmpty()) return Series.judge(report.text(), List.of());
        var rows = matters.rows(all.stream().map(Report::matter).collect(Collectors.toSet()), viewer);
        var before = all.stream().filter(one -> rows.containsKey(one.matter())).map(one -> new Before(new Earlier(new MatterId(viewer.tenant(), one.matter()),
                rows.get(one.matter()).number(), one.entry(), one.at(), one.matter().equals(report.matter()), one.equals(own.isEmpty() ? null : own.getFirst())), one.text())).toList();
        return Series.judge(report.text(), before);
    }
}
