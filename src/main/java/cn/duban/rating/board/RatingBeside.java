package cn.duban.rating.board;

import cn.duban.ledger.Beside;
import cn.duban.ledger.MatterRow;
import cn.duban.ledger.TimelineLine;
import cn.duban.rating.Rectifying;
import cn.duban.rating.Rules;
import cn.duban.web.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Beside a matter that citizens may rate: its code; beside a bad rating: how the rater is reached. */
@Component
class RatingBeside implements Beside {

    private final Rules rules;

    RatingBeside(Rules rules) {
        this.rules = rules;
    }

    @Override
    public List<Panel> panels(MatterRow row) {
        if (row.type().equals(Rectifying.TYPE)) return List.of(new Panel("rater", Words.say("rating.rater.title"), "/ratings/bad/" + row.id() + "/rater", Words.say("rating.rater.see"), 40));
        return rules.matters().contains(row.type()) ? List.of(new Panel("rating-code", Words.say("rating.slip.title"), "/ratings/matters/" + row.id(), Words.say("rating.slip.see"), 60)) : List.of();
    }

    @Override
    public @Nullable Told told(MatterRow row, TimelineLine line) {
        if (!row.type().equals(Rectifying.TYPE) || !line.act().equals("comment")) return null;
        return line.said().stream().map(TimelineLine.Said::text).filter(text -> text.startsWith(RaterController.LOOKED)).findFirst()
                .map(text -> new Told(Words.say("rating.rater.looked"), text.substring(RaterController.LOOKED.length()), null, "", "")).orElse(null);
    }
}
