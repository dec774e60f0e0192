package cn.duban.performance;

import cn.duban.workdays.Period;
import cn.duban.workdays.Rhythm;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One version of a scheme, as its text says it.
 *
 * @param category what sort of appraisal, such as 综合考核: rules of what it must hold hang on it ({@link Floor})
 * @param scoring how long assessors have @param appeal how long the appraised have, once shown @param answer how long an appeal may take
 * @param groups who is appraised: group → names of units, or a word for all of a sort; ranked within the group
 */
record Scheme(String name, @Nullable String category, Rhythm rhythm, BigDecimal full, Period scoring, Period appeal, Period answer, Map<String, List<String>> groups, List<Indicator> indicators) {

    /** All that are scored, in the order of the text. */
    List<Indicator> leaves() {
        return indicators.stream().flatMap(Indicator::leaves).toList();
    }

    List<Indicator> leaves(String group) {
        return leaves().stream().filter(leaf -> leaf.of(group)).toList();
    }

    Optional<Indicator> leaf(String no) {
        return leaves().stream().filter(leaf -> leaf.no().equals(no)).findFirst();
    }

    Stream<Indicator> all() {
        return indicators.stream().flatMap(Indicator::all);
    }
}
