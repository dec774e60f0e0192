package cn.duban.escalation;

import cn.duban.ledger.Beside;
import cn.duban.ledger.MatterRow;
import cn.duban.ledger.TimelineLine;
import cn.duban.web.Words;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The documents of a matter on its page. */
@Component
class DocumentBeside implements Beside {

    @Override
    public List<Panel> panels(MatterRow row) {
        return List.of(new Panel("escalation", Words.say("escalation.beside"), "/escalation/matters/" + row.id(), Words.say("escalation.beside.open"), 90));
    }

    /** What was said about a document, leading to it. */
    @Override
    public @Nullable Told told(MatterRow row, TimelineLine line) {
        if (!line.act().equals("escalate") || line.said().isEmpty()) return null;
        var words = line.said().stream().map(TimelineLine.Said::text).collect(Collectors.joining("\n"));
        return new Told(line.label(), words, row.host() == null ? "/escalation/matters/" + row.id() + "/lines/" + line.no() : null, "", "");
    }
}
