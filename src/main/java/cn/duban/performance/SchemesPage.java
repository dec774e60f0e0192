package cn.duban.performance;

import cn.duban.web.Titled;
import cn.duban.web.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param writes whether this viewer may write schemes */
public record SchemesPage(List<Row> rows, List<Shipped> shipped, boolean writes) implements Titled {

    public record Row(String id, String name, int version, String state, String unit, @Nullable String since, String by) {}

    public record Shipped(String file, String name) {}

    @Override
    public String title() {
        return Words.say("performance.schemes.title");
    }
}
