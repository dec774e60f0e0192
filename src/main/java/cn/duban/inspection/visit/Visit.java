package cn.duban.inspection.visit;

import cn.duban.evidence.FileId;
import cn.duban.inspection.InspectionMethod;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was seen at one unit at one time.
 *
 * @param id made where it was recorded
 * @param unannounced 四不两直, without notice; otherwise 明查
 * @param point where the telephone was, where it told
 * @param keptAt when it was kept on the telephone, by its clock; null where it came straight from a form
 */
public record Visit(int tenant, UUID id, UUID declaration, int unit, String place, InspectionMethod method, boolean unannounced, Instant visitedAt, @Nullable Point point, String notes, @Nullable Instant keptAt, @Nullable Instant arrivedAt,
        int person, String personName, int post, int byUnit, String unitName, List<Finding> findings, List<FileId> files) {

    /** @param accuracy metres */
    public record Point(BigDecimal latitude, BigDecimal longitude, @Nullable Integer accuracy) {

        public String said() {
            return latitude.toPlainString() + ", " + longitude.toPlainString();
        }
    }

    /** @param matter what it became; null while nobody opened it */
    public record Finding(int no, String text, @Nullable UUID matter) {}

    public String href() {
        return "/inspections/visits/" + id;
    }
}
