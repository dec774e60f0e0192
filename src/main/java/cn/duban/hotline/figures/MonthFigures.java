package cn.duban.hotline.figures;

import static cn.duban.hotline.figures.Figure.Figures.M;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.splitPart;
import static org.jooq.impl.DSL.trueCondition;

import cn.duban.figures.PublishedMonth;
import cn.duban.figures.PublishedMonths;
import cn.duban.hotline.Categories;
import cn.duban.hotline.Ratings;
import cn.duban.hotline.Tickets;
import cn.duban.ledger.Sight;
import cn.duban.units.Directories;
import cn.duban.web.Rate;
import cn.duban.web.Viewer;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The SQL of the figures: one statement counts a month by category and area, over the ledger's published rows. */
@Component
public class MonthFigures {

    static final int PAGE = 50;

    private static final String WHAT = "hotline";

    private static final Sight.Columns MATTERS = new Sight.Columns(M.TENANT, M.ID, M.PHASE, M.SECRECY);
    private static final Field<String> CATEGORY = splitPart(Figure.Figures.told("category"), inline(Categories.BETWEEN), inline(1));
    private static final Field<String> AREA = Figure.Figures.told("area");

    private final DSLContext sql;
    private final Sight sight;
    private final Directories directories;
    private final Ratings ratings;
    private final PublishedMonths published;

    MonthFigures(DSLContext sql, Sight sight, Directories directories, Ratings ratings, PublishedMonths published) {
        this.sql = sql;
        this.sight = sight;
        this.directories = directories;
        this.ratings = ratings;
        this.published = published;
    }

    /** @param category the upper half of the path; empty where nobody said it @param area empty where nobody said it */
    public record Tally(String category, String area, Map<Figure, Integer> figures) {

        public int of(Figure figure) {
            return figures.getOrDefault(figure, 0);
        }

        Map<String, Object> row() {
            var row = new LinkedHashMap<String, Object>();
            row.put("category", category);
            row.put("area", area);
            for (var figure : Figure.values()) row.put(figure.word(), of(figure));
            return row;
        }

        public String onTime() {
            return Rate.text(of(Figure.ON_TIME), of(Figure.CLOSED));
        }

        /** Satisfied out of those rated; who said nothing stands in neither number. */
        public String satisfied() {
            return Rate.text(of(Figure.SATISFIED), of(Figure.SATISFIED) + of(Figure.DISSATISFIED));
        }

        public String unrated() {
            return Rate.text(of(Figure.UNRATED), of(Figure.ASKED));
        }

        public static Tally sum(String category, String area, List<Tally> tallies) {
            var sum = new EnumMap<Figure, Integer>(Figure.class);
            for (var tally : tallies) tally.figures().forEach((figure, number) -> sum.merge(figure, number, Integer::sum));
            return new Tally(category, area, sum);
        }
    }

    /** @param category null for all @param area null for all */
    record Scope(YearMonth month, @Nullable String category, @Nullable String area) {}

    /** For everybody, as of now. */
    public List<Tally> published(int tenant, YearMonth month) {
        return tallies(tenant, month, trueCondition());
    }

    /** @param versions the latest first @param shown null where it is counted as of now */
    public record Told(List<Tally> tallies, List<PublishedMonth> versions, @Nullable PublishedMonth shown) {}

    /** For everybody: as it was published, or as of now where it was not yet. @param version 0 for the one that stands */
    public Told told(int tenant, YearMonth month, int version) {
        var versions = published.of(tenant, WHAT, month);
        var shown = PublishedMonths.version(versions, version).orElse(null);
        return new Told(shown == null ? published(tenant, month) : shown.rows().stream().map(MonthFigures::tally).toList(), versions, shown);
    }

    private static Tally tally(JsonNode row) {
        var figures = new EnumMap<Figure, Integer>(Figure.class);
        for (var figure : Figure.values()) figures.put(figure, row.path(figure.word()).asInt());
        return new Tally(row.path("category").asString(), row.path("area").asString(), figures);
    }

    void publish(YearMonth month, String reason, Viewer by) {
        var rows = published(by.tenant(), month).stream().map(Tally::row).toList();
        published.publish(WHAT, month, Map.of("government", directories.of(by.tenant()).tenantName(), "rows", rows), reason, by);
    }

    List<Tally> of(YearMonth month, Viewer viewer) {
        return tallies(viewer.tenant(), month, sight.of(viewer, directories.of(viewer.tenant()), MATTERS));
    }

    private List<Tally> tallies(int tenant, YearMonth month, Condition may) {
        var columns = new ArrayList<SelectField<?>>(List.of(CATEGORY.as("category"), AREA.as("area")));
        var late = ratings.late(tenant);
        for (var figure : Figure.values()) columns.add(count().filterWhere(figure.condition(late)).as(figure.word()));
        return sql.select(columns).from(M).where(within(tenant, new Scope(month, null, null)), may).groupBy(CATEGORY, AREA).orderBy(CATEGORY, AREA).fetch(r -> {
            var counted = new EnumMap<Figure, Integer>(Figure.class);
            for (var figure : Figure.values()) counted.put(figure, r.get(figure.word(), Integer.class));
            return new Tally(r.get("category", String.class), r.get("area", String.class), counted);
        });
    }

    /** The rows behind a number, the latest first. @param after the last of the page before */
    List<UUID> rows(Figure figure, Scope scope, @Nullable UUID after, Viewer viewer) {
        return sql.select(M.ID).from(M).where(within(viewer.tenant(), scope), figure.condition(ratings.late(viewer.tenant())), sight.of(viewer, directories.of(viewer.tenant()), MATTERS), after == null ? noCondition() : M.ID.lt(after)).orderBy(M.ID.desc()).limit(PAGE + 1).fetch(M.ID);
    }

    /** Months in which anything came in, the latest first, the present one too. */
    public List<YearMonth> months(int tenant) {
        var now = YearMonth.from(directories.of(tenant).today());
        var first = sql.select(min(M.OPENED_AT)).from(M).where(M.TENANT.eq(tenant), M.TYPE.eq(inline(Tickets.TYPE))).fetchSingle().value1();
        var since = first == null ? now : YearMonth.from(LocalDate.ofInstant(first, directories.of(tenant).zone()));
        return Stream.iterate(now, month -> month.minusMonths(1)).limit(24).takeWhile(month -> !month.isBefore(since)).toList();
    }

    private Condition within(int tenant, Scope scope) {
        var zone = directories.of(tenant).zone();
        return M.TENANT.eq(tenant).and(M.TYPE.eq(inline(Tickets.TYPE))).and(M.PHASE.ne(inline("void"))).and(M.OPENED_AT.ge(scope.month().atDay(1).atStartOfDay(zone).toInstant())).and(M.OPENED_AT.lt(scope.month().plusMonths(1).atDay(1).atStartOfDay(zone).toInstant()))
                .and(scope.category() == null ? noCondition() : CATEGORY.eq(scope.category())).and(scope.area() == null ? noCondition() : AREA.eq(scope.area()));
    }
}
