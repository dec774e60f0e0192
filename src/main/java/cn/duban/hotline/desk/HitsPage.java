package cn.duban.hotline.desk;

import cn.duban.hotline.dispatch.Hits.Month;
import cn.duban.hotline.dispatch.Hits.What;
import cn.duban.ledger.MatterRow;
import cn.duban.web.Words;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How often what was suggested is what was chosen, month by month, and the tickets behind one number. @param month whose tickets are shown; null for none */
public record HitsPage(List<Month> months, @Nullable YearMonth month, What what, List<MatterRow> rows, @Nullable String next) {

    public String href(YearMonth of, What number) {
        return "/hotline/suggestions?month=" + of + "&what=" + number.word();
    }

    public String head() {
        return Words.say("hotline.hits." + what.word());
    }
}
