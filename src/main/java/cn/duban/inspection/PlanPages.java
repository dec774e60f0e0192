package cn.duban.inspection;

import cn.duban.inspection.Crowding.Crowd;
import cn.duban.inspection.Crowding.Rule;
import cn.duban.units.Directory;
import cn.duban.web.Complaints;
import cn.duban.web.Dates;
import cn.duban.web.Tick;
import cn.duban.web.Titled;
import cn.duban.web.Words;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The pages of the plan. */
public final class PlanPages {

    private PlanPages() {}

    /** @param href the inspections that are counted, as far as the reader sees them */
    public record Warning(String text, String href) {}

    /** One inspection as lists show it. */
    public record Row(Declaration one, @Nullable String number, String inspecting, String objects, List<Warning> warnings) {

        public String period() {
            return one.first().equals(one.last()) ? Dates.day(one.first()) : Words.say("inspection.span", Dates.day(one.first()), Dates.day(one.last()));
        }

        public String colour() {
            return switch (one.state()) {
                case DECLARED -> "yellow";
                case APPROVED -> "green";
                case MERGED, REFUSED, WITHDRAWN -> "grey";
            };
        }

        public String icon() {
            return switch (one.state()) {
                case DECLARED -> "hourglass";
                case APPROVED -> "circle-check";
                case MERGED -> "arrows-join";
                case REFUSED -> "ban";
                case WITHDRAWN -> "arrow-back-up";
            };
        }
    }

    /** How much of a quota is used; {@code most} null where there is none. */
    public record Used(String label, int used, @Nullable Integer most, String href) {

        public boolean beyond() {
            return most != null && used > most;
        }
    }

    public record ListPage(int year, PlanQuery query, @Nullable String unit, List<Row> rows, List<Used> used, @Nullable String issued, boolean oversees, boolean supervises, boolean declares, @Nullable String said) {}

    public record FormPage(DeclarationForm form, List<Option> units, List<Tick> joining, List<Tick> objects, boolean issued, Complaints complaints) {}

    public record Option(String value, String label) {}

    /**
     * @param merging others that it could be merged into
     * @param refused why the decision was not taken
     */
    public record OnePage(Row row, boolean decides, boolean own, boolean withdraws, List<Option> merging, List<InspectionSection.Shown> sections, String reason, @Nullable String refused, @Nullable String said, @Nullable String mergedInto) implements Titled {
        @Override
        public String title() {
            return row.one().title();
        }
    }

    public record QuotaForm(@Nullable String scope, @Nullable String unit, @Nullable String since, @Nullable String most, @Nullable String mostDays, @Nullable String longest, @Nullable String gap, @Nullable String basis) {

        String said(@Nullable String word) {
            return Objects.requireNonNullElse(word, "").strip();
        }
    }

    /** @param holds whether it holds today */
    public record QuotaRow(String scope, String unit, Quota quota, boolean holds) {}

    public record QuotaPage(QuotaForm form, List<Option> units, List<QuotaRow> rows, boolean sets, Complaints complaints, @Nullable String said) {}

    /** @param row null where the reader sees the matter and no more of the inspection */
    public record BesidePage(@Nullable Row row, List<InspectionSection.Shown> sections) {}

    static List<Warning> warnings(Declaration one, List<Crowd> crowds, Directory directory) {
        return crowds.stream().map(crowd -> new Warning(text(one, crowd, directory), href(one, crowd))).toList();
    }

    private static String text(Declaration one, Crowd crowd, Directory directory) {
        var unit = crowd.unit() == 0 ? "" : directory.unitName(crowd.unit());
        return switch (crowd.rule()) {
            case TWICE -> Words.say("inspection.crowd.twice", unit, crowd.limit(), crowd.found());
            case UNIT_COUNT -> Words.say("inspection.crowd.unit-count", unit, one.year(), crowd.found(), crowd.limit());
            case UNIT_DAYS -> Words.say("inspection.crowd.unit-days", unit, one.year(), crowd.found(), crowd.limit());
            case TOTAL_COUNT -> Words.say("inspection.crowd.total-count", one.year(), crowd.found(), crowd.limit());
            case TOTAL_DAYS -> Words.say("inspection.crowd.total-days", one.year(), crowd.found(), crowd.limit());
            case TOO_LONG -> Words.say("inspection.crowd.too-long", crowd.found(), crowd.limit());
        };
    }

    private static String href(Declaration one, Crowd crowd) {
        var unit = crowd.unit() == 0 ? null : Integer.valueOf(crowd.unit());
        if (crowd.rule() != Rule.TWICE) return new PlanQuery(one.year(), unit, null, null, null, null).href();
        return new PlanQuery(null, unit, null, one.first().minusDays(crowd.limit()), one.last().plusDays(crowd.limit()), null).href();
    }

    static Row row(Declaration one, @Nullable String number, List<Crowd> crowds, Directory directory) {
        return new Row(one, number, directory.unitName(one.unit()), one.objects().stream().map(unit -> directory.unit(unit).orElseThrow().label()).collect(Collectors.joining("、")), warnings(one, crowds, directory));
    }

    static @Nullable UUID id(String word) {
        return word.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? UUID.fromString(word) : null;
    }
}
