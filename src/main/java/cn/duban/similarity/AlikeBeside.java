package cn.duban.similarity;

import cn.duban.ledger.Beside;
import cn.duban.ledger.MatterRow;
import cn.duban.ledger.TimelineLine;
import cn.duban.web.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Look-alikes beside the matter; under each report of progress, what it repeats. */
@Component
class AlikeBeside implements Beside {

    @Override
    public List<Panel> panels(MatterRow row) {
        return List.of(new Panel("alikes", Words.say("similarity.alike"), "/matters/" + row.id() + "/alikes", Words.say("similarity.alike.open"), 100));
    }

    @Override
    public @Nullable Panel under(MatterRow row, TimelineLine line) {
        if (!line.act().equals("report") || line.said().isEmpty()) return null;
        return new Panel("progress-" + line.no(), Words.say("similarity.progress"), "/matters/" + row.id() + "/entries/" + line.no() + "/progress", Words.say("similarity.progress.open"), 100);
    }
}
