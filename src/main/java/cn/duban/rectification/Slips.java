package cn.duban.rectification;

import cn.duban.documents.AssignmentSlip;
import cn.duban.documents.SlipDocx;
import cn.duban.ledger.MatterId;
import cn.duban.units.Directories;
import cn.duban.units.Directory;
import cn.duban.units.Person;
import cn.duban.units.Post;
import cn.duban.units.Unit;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import cn.duban.workdays.Calendars;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Printed assignment slips: one for each measure handed out, with a return slip for the unit's receipt. */
@Component
class Slips {

    /** Working days within which the signed return slip is expected, as the receipt clock of a measure has it. */
    private static final int RECEIPT_DAYS = 1;

    private final Directories directories;
    private final Calendars calendars;

    Slips(Directories directories, Calendars calendars) {
        this.directories = directories;
        this.calendars = calendars;
    }

    void write(Round round, @Nullable MatterId only, Viewer viewer, OutputStream out) throws IOException {
        var directory = directories.of(viewer.tenant());
        var slips = new ArrayList<AssignmentSlip>();
        for (var finding : round.findings())
            for (var measure : finding.measures())
                if (measure.handedOut() && measure.unit("lead") != null && measure.dueOn() != null && (only == null || only.equals(measure.id())))
                    slips.add(slip(round, finding, measure, viewer, directory));
        if (slips.isEmpty()) throw Refused.invalid("rectification.no-slips", Words.say("rectification.slips.none"), Words.say("rectification.slips.none.next"));
        new SlipDocx().write(slips, out);
    }

    private AssignmentSlip slip(Round round, Round.Finding finding, Round.Line measure, Viewer viewer, Directory directory) {
        var today = directory.today();
        var due = Objects.requireNonNull(measure.dueOn());
        var lead = directory.unitName(Objects.requireNonNull(measure.unit("lead")));
        return new AssignmentSlip(
                viewer.unitName(), printed(round.head().fields().containsKey("inspected-by") ? "heading" : "heading.plan"), measure.number().replaceFirst("整改|办理", "交办"), today.isAfter(due) ? due : today, lead, measure.number(),
                finding.head().title(), List.of(measure.body().isBlank() ? measure.title() : measure.body()), lead,
                measure.units("assist").stream().map(directory::unit).flatMap(java.util.Optional::stream).map(Unit::name).toList(),
                leader(measure, directory), due, printed("due-why"), List.of(printed("requirement.receipt"), printed(round.kind() == RoundKind.TASKS ? "requirement.progress.plan" : "requirement.progress"), printed(round.kind() == RoundKind.TASKS ? "requirement.evidence.plan" : "requirement.evidence")),
                viewer.unitName() + " " + viewer.personName(), calendars.of(viewer.tenant(), directory.region()).addWorkingDays(today, RECEIPT_DAYS));
    }

    private static String leader(Round.Line measure, Directory directory) {
        var post = measure.post("leader");
        if (post == null) return "";
        return directory.post(post).map(Post::name).orElse("") + " " + directory.holders(post).stream().map(Person::name).collect(Collectors.joining("、"));
    }

    /** Slips are official papers: Chinese whatever language the page is in. */
    private static String printed(String key) {
        return Words.in(Words.CHINESE, "rectification.slip." + key);
    }
}
