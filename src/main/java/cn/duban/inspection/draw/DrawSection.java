package cn.duban.inspection.draw;

import cn.duban.inspection.Declaration;
import cn.duban.inspection.InspectionSection;
import cn.duban.web.Dates;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import cn.duban.web.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The team of an inspection: its draws, and who goes once they are opened. */
@Component
class DrawSection implements InspectionSection {

    private final Draws draws;

    DrawSection(Draws draws) {
        this.draws = draws;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public @Nullable Shown of(Declaration inspection, Viewer viewer) {
        if (inspection.matter() == null) return null;
        var lines = new ArrayList<Line>();
        for (var draw : draws.of(inspection.id(), viewer)) {
            var pool = Pool.read(draw.pool());
            lines.add(new Line(Words.say("inspection.draw.of", Dates.minute(draw.preparedAt())), draw.href(), Words.say("inspection.draw.counts", draw.wanted(), pool.candidates().size()), Words.say("inspection.draw.state." + draw.state().name().toLowerCase(Locale.ROOT)), draw.state() == Draw.State.OPENED ? "green" : "yellow"));
            if (draw.state() == Draw.State.OPENED) pool.candidates().stream().filter(one -> draw.team().contains(one.person())).sorted(Comparator.comparing(one -> draw.team().indexOf(one.person()))).forEach(one -> lines.add(Line.of(one.name() + " " + one.unit(), null, "")));
        }
        return new Shown(Words.say("inspection.team"), "dice", Words.say("inspection.team.none"), lines, viewer.has(Duty.SUPERVISE) ? new Link(Words.say("inspection.draw.new"), inspection.href() + "/draws/new") : null);
    }
}
