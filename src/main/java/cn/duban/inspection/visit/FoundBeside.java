package cn.duban.inspection.visit;

import cn.duban.ledger.Beside;
import cn.duban.ledger.MatterRow;
import cn.duban.web.Words;
import java.util.List;
import org.springframework.stereotype.Component;

/** On the page of a finding: when and where it was seen, with the photographs. */
@Component
class FoundBeside implements Beside {

    private static final int ORDER = 15;

    private final Visits visits;

    FoundBeside(Visits visits) {
        this.visits = visits;
    }

    @Override
    public List<Panel> panels(MatterRow row) {
        if (!row.type().equals(Findings.TYPE) || row.host() != null || visits.found(row.id().tenant(), row.id().id()).isEmpty()) return List.of();
        return List.of(new Panel("found", Words.say("inspection.found.title"), "/inspections/findings/" + row.id(), Words.say("inspection.found.lead"), ORDER));
    }
}
