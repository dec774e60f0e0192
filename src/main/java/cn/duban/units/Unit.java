package cn.duban.units;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A unit as it stands on the day of its {@link Directory}.
 *
 * @param parent the unit it stands under; none for the government itself
 * @param closedOn the first day on which it no longer exists
 * @param successor who took over when it was closed
 */
public record Unit(
        int id,
        String name,
        String shortName,
        Kind kind,
        @Nullable Integer parent,
        LocalDate openedOn,
        @Nullable LocalDate closedOn,
        @Nullable Integer successor) {

    /** What sort of unit: it says how a unit is listed, never what it may do. */
    public enum Kind {
        /** 人民政府 */
        GOVERNMENT,
        /** 党委部门 */
        PARTY,
        /** 工作部门 */
        DEPARTMENT,
        /** 内设机构 */
        SECTION,
        /** 事业单位 */
        INSTITUTION,
        /** 县（市、区） */
        DISTRICT,
        /** 街道、乡镇 */
        SUBDISTRICT
    }

    public boolean openOn(LocalDate day) {
        return !day.isBefore(openedOn) && (closedOn == null || day.isBefore(closedOn));
    }

    /** The name people use: the short one where there is one. */
    public String label() {
        return shortName.isEmpty() ? name : shortName;
    }
}
