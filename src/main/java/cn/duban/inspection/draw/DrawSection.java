package cn.duban.inspection.draw;

import cn.duban.inspection.Declaration;
import cn.duban.inspection.InspectionSection;
import cn.duban.units.Directories;
import cn.duban.web.Dates;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import cn.duban.web.Words;
import java.util.ArrayList;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The team of an inspection: its draws, and who goes once they are opened. */
@Component
class DrawSection implements InspectionSection {

    private final Draws draws;
    private final Directories directories;

    DrawSection(Draws draws, Directories directories) {
        this.draws = draws;
        this.directories = directories;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public @Nullable Shown of(Declaration inspection, Viewer viewer) {
        if (inspection.matter() == null) return null;
        var directory = directories.of(viewer.tenant());
        var lines = new ArrayList<Line>();
        for (var draw : draws.of(inspection.id(), viewer)) {
            lines.add(new Line(Words.say("inspection.draw.of", Dates.minute(draw.preparedAt())), draw.href(), Words.say("inspection.draw.counts", draw.wanted(), Pool.read(draw.pool()).candidates().size()), Words.say("inspection.draw.state." + draw.state().name().toLowerCase(Locale.ROOT)), draw.state() == Draw.State.OPENED ? "green" : "yellow"));
            if (draw.state() == Draw.State.OPENED) for (var person : draw.team()) lines.add(Line.of(directory.person(person).map(one -> one.name()).orElse("") + " " + directory.postsOf(person).stream().findFirst().map(post -> directory.fullName(post.unit())).orElse(""), null, ""));
        }
        return new Shown(Words.say("inspection.team"), "dice", Words.say("inspection.team.none"), lines, viewer.has(Duty.SUPERVISE) ? new Link(Words.say("inspection.draw.new"), inspection.href() + "/draws/new") : null);
    }
}
