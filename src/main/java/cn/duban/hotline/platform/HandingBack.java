package cn.duban.hotline.platform;

import cn.duban.hotline.DueAbove;
import cn.duban.hotline.Report;
import cn.duban.hotline.platform.AnswerSheet.Answered;
import cn.duban.hotline.platform.HandBacks.HandBack;
import cn.duban.hotline.platform.HandBacks.Handed;
import cn.duban.units.Directories;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hands answers back to a platform: those that a person chose of those that it is owed, or the same once more. */
@Component
class HandingBack {

    private final HandBacks handBacks;
    private final AnswerSheet sheet;
    private final DueAbove above;
    private final Directories directories;

    HandingBack(HandBacks handBacks, AnswerSheet sheet, DueAbove above, Directories directories) {
        this.handBacks = handBacks;
        this.sheet = sheet;
        this.above = above;
        this.directories = directories;
    }

    List<Answered> owed(int tenant, String source) {
        var owed = new ArrayList<Answered>();
        // those whose words were erased stay owed for good, and keep nobody else's back
        for (int from = 0; owed.size() < HandBacks.MOST; from += HandBacks.MOST) {
            var some = handBacks.owed(tenant, source, from);
            owed.addAll(sheet.answered(tenant, source, some).values());
            if (some.size() < HandBacks.MOST) break;
        }
        return List.copyOf(owed.subList(0, Math.min(owed.size(), HandBacks.MOST)));
    }

    /** Whose caller was not asked yet waits for that, unless the platform's day has come. */
    boolean ripe(Answered answered) {
        if (!answered.now().state().equals("replied")) return true;
        return !answered.own().field(Report.DUE_ABOVE).isEmpty() && above.of(answered.own()).map(day -> day.equals(directories.of(answered.own().id().tenant()).today())).orElse(true);
    }

    UUID hand(String source, Collection<UUID> chosen, Viewer by) {
        return keep(source, owed(by.tenant(), source).stream().filter(answered -> chosen.contains(answered.owed().matter())).toList(), null, by);
    }

    /** The same answers, with what their callers said meanwhile. */
    UUID again(HandBack before, Viewer by) {
        return keep(before.source(), List.copyOf(sheet.answered(by.tenant(), before.source(), handBacks.rows(before).stream().map(Handed::answer).toList()).values()), before.id(), by);
    }

    private UUID keep(String source, List<Answered> answered, @Nullable UUID again, Viewer by) {
        if (answered.isEmpty()) throw Refused.invalid("hotline.hand-back.none", Words.say("hotline.hand-back.none-chosen"), Words.say("hotline.hand-back.none-chosen.next"));
        var columns = handBacks.columns(by.tenant(), source);
        var rows = answered.stream().map(one -> sheet.row(one, one.satisfaction(), columns)).toList();
        return handBacks.keep(source, columns, IntStream.range(0, rows.size()).mapToObj(i -> handed(answered.get(i), rows.get(i))).toList(), AnswerSheet.digest(columns, rows), again, by);
    }

    /** How the answer of another ticket reads for this one is kept: it changes with each that is joined later, and with the version for them. */
    private static Handed handed(Answered answered, List<String> row) {
        return new Handed(answered.owed(), answered.satisfaction(), answered.owed().joined() ? row : null);
    }
}
