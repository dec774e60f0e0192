package cn.duban.inspection;

import cn.duban.ledger.Beside;
import cn.duban.ledger.MatterRow;
import cn.duban.web.Words;
import java.util.List;
import org.springframework.stereotype.Component;

/** On the page of an inspection: what was declared, whom the draw sent, what was seen. */
@Component
class PlanBeside implements Beside {

    private static final int ORDER = 14;

    @Override
    public List<Panel> panels(MatterRow row) {
        if (!row.type().equals(Deciding.TYPE) || row.host() != null) return List.of();
        return List.of(new Panel("inspection", Words.say("inspection.beside.title"), "/inspections/matters/" + row.id(), Words.say("inspection.beside.lead"), ORDER));
    }
}
