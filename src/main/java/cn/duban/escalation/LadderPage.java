package cn.duban.escalation;

import cn.duban.web.Titled;
import java.time.LocalDate;
import java.util.List;

/** A ladder as it was published. */
public record LadderPage(String name, String scope, LocalDate since, boolean backlog, String appeal, String decision, String reason, String publisher, List<Step> steps, String copyHref, boolean mayWrite) implements Titled {

    @Override
    public String title() {
        return name;
    }
}
