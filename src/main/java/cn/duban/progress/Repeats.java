package cn.duban.progress;

import cn.duban.ledger.Refusal;
import cn.duban.ledger.ReportRule;
import cn.duban.similarity.Progress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The same text is no report a third time, nor once more after it was returned: wherever it is handed in. */
@Component
class Repeats implements ReportRule {

    private static final int MOST = 2;

    @Override
    public @Nullable Refusal against(String text, List<Reported> earlier) {
        var same = earlier.stream().filter(one -> Progress.copies(text, one.text())).toList();
        if (same.stream().anyMatch(Reported::returned))
            return refusal("这段文字已经被退回过，不能原样再报。请按退回意见写明本期做了什么；确实没有进展的，写明原因和下一步安排。",
                    "This text was returned before and cannot be handed in again. Say what was done in this period, as the return asked; where nothing was, say why and what comes next.");
        return same.size() < MOST ? null : refusal("这段文字已经作为进展报过" + same.size() + "次，不能再报。请写明本期做了什么；确实没有进展的，写明原因和下一步安排。",
                "This text was reported " + same.size() + " times already and is no report any more. Say what was done in this period; where nothing was, say why and what comes next.");
    }

    private static Refusal refusal(String zh, String en) {
        return new Refusal("repeats", zh, en, List.of(), List.of());
    }
}
