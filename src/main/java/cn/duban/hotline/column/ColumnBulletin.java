package cn.duban.hotline.column;

import cn.duban.hotline.answers.Answer;
import cn.duban.hotline.answers.Answers;
import cn.duban.hotline.figures.MonthFigures;
import cn.duban.ledger.MatterThen;
import cn.duban.publication.Composition;
import cn.duban.publication.Composition.Figure;
import cn.duban.publication.Composition.Kind;
import cn.duban.publication.Composition.Part;
import cn.duban.publication.Composition.Unit;
import cn.duban.publication.PeriodComposer;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The column as a bulletin: the lines of one version of it around the figures of a month as they were published, so that both stay what they are. */
@Component
class ColumnBulletin implements PeriodComposer {

    static final String KIND = "column";

    private static final Pattern SPREAD = Pattern.compile("(.*?)\\{(" + ColumnText.TOPIC + "|" + ColumnText.ANSWER + ")}(.*)");
    private static final String VERSION = "数据版本";

    private final Columns columns;
    private final MonthFigures figures;
    private final Answers answers;

    ColumnBulletin(Columns columns, MonthFigures figures, Answers answers) {
        this.columns = columns;
        this.figures = figures;
        this.answers = answers;
    }

    /** @param month version of its figures @param before version of those of the month before; 0 where they are not told of @param column version of the column */
    record Ref(int month, int before, int column) {

        String word() {
            return month + "." + before + "." + column;
        }

        static Ref read(String word) {
            var said = word.split("\\.");
            return new Ref(Integer.parseInt(said[0]), Integer.parseInt(said[1]), Integer.parseInt(said[2]));
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String called() {
        return "热点回音";
    }

    @Override
    public Composition compose(int tenant, String ref, LocalDate from, LocalDate to, List<MatterThen> matters) {
        var versions = Ref.read(ref);
        var month = YearMonth.from(from);
        var laid = columns.version(month, versions.column(), tenant).orElseThrow(() -> new NoSuchElementException("column " + month + " " + ref));
        var told = figures.told(tenant, month, versions.month());
        var published = told.shown();
        if (published == null) throw new NoSuchElementException("figures " + month + " " + ref);
        var before = versions.before() == 0 ? null : figures.told(tenant, month.minusMonths(1), versions.before()).tallies();
        var chosen = answers.published(tenant, laid.answers()).stream().collect(Collectors.toMap(Answer::id, Function.identity()));
        var composing = new Composing(new ColumnText(month, told.tallies(), before, List.of()), laid, chosen);
        composing.all();
        return composing.done(String.valueOf(published.version()), "数据取自已公布的" + month + "热线数据第" + published.version() + "版，SM3 " + published.digest());
    }

    private static final class Composing {

        private final ColumnText text;
        private final Columns.Laid laid;
        private final Map<UUID, Answer> chosen;
        private final Map<String, Figure> figures = new LinkedHashMap<>();
        private final List<Part> parts = new ArrayList<>();

        Composing(ColumnText text, Columns.Laid laid, Map<UUID, Answer> chosen) {
            this.text = text;
            this.laid = laid;
            this.chosen = chosen;
        }

        void all() {
            text.figures().forEach(this::figure);
            var lines = laid.template().lines().toList();
            for (int i = 1; i < lines.size(); i++) line("c" + i, lines.get(i).strip());
            words("source", "本期数据取自已公布的" + text.called() + "热线数据（第{" + VERSION + "}版）。", false);
        }

        Composition done(String version, String remark) {
            figure(VERSION, version);
            return new Composition(named(laid.template().lines().findFirst().orElseThrow().strip()), parts, figures, List.of(remark), Set.of(), List.of());
        }

        private void line(String name, String line) {
            var spread = SPREAD.matcher(line);
            if (!spread.matches()) {
                words(name, named(line), true);
                return;
            }
            words(name + "-before", named(spread.group(1)), true);
            if (spread.group(2).equals(ColumnText.TOPIC)) topics(name);
            else laid.answers().forEach(id -> words(name + "-" + id, chosen.containsKey(id) ? ColumnText.answered(chosen.get(id)) : "", true));
            line(name + "-after", spread.group(3));
        }

        private void topics(String name) {
            var topics = text.hottest();
            if (topics.isEmpty()) words(name + "-none", ColumnText.NONE, true);
            for (int i = 0; i < topics.size(); i++) {
                var topic = topics.get(i);
                var own = ColumnText.TOPIC + (i + 1);
                figure(own, topic.category());
                figure(own + "件数", String.valueOf(topic.received()));
                figure(own + "办结", String.valueOf(topic.closed()));
                figure(own + "满意率", topic.satisfied());
                if (!topic.moved().isEmpty()) figure(own + "增减", topic.moved());
                words(name + "-" + (i + 1), (i + 1) + ". {" + own + "}：{" + own + "件数}件" + (topic.moved().isEmpty() ? "" : "（{" + own + "增减}）") + "，已办结{" + own + "办结}件，满意率{" + own + "满意率}", true);
            }
        }

        private void words(String name, String words, boolean free) {
            if (!words.isBlank()) parts.add(new Part(name, Kind.PARAGRAPH, words, free));
        }

        private String named(String words) {
            return words.replace("{" + ColumnText.MONTH + "}", text.called());
        }

        /** Counted in the published month and not here, so that it leads to no matters; the desk's own page has those. */
        private void figure(String name, String said) {
            figures.put(name, new Figure(name, said, null, Unit.NONE, Set.of(), true, null));
        }
    }
}
