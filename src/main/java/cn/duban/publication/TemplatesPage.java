package cn.duban.publication;

import cn.duban.web.Titled;
import cn.duban.web.Words;
import java.util.List;

/** The templates that a unit may use, the one that comes with the product last. */
public record TemplatesPage(List<Row> rows) implements Titled {

    /** @param own whether this unit writes it @param unit whose it is */
    public record Row(int no, String name, String use, int version, String by, String since, boolean own, String unit) {}

    @Override
    public String title() {
        return Words.say("publication.templates.title");
    }
}
