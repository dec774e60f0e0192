package cn.duban.publication;

import cn.duban.publication.Composition.Part;
import cn.duban.publication.TemplatePage.Preview;
import cn.duban.publication.TemplatePage.Typed;
import cn.duban.units.Directories;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import cn.duban.workdays.Rhythm;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What a template would make of a real period; nothing is written. */
@Component
class TemplatePreview {

    private static final UUID NOWHERE = new UUID(0, 0);

    private final Sheets sheets;
    private final Drafting drafting;
    private final Periods periods;
    private final Directories directories;

    TemplatePreview(Sheets sheets, Drafting drafting, Periods periods, Directories directories) {
        this.sheets = sheets;
        this.drafting = drafting;
        this.periods = periods;
        this.directories = directories;
    }

    /** Of the period that holds the day; where the template is for any ledger or rhythm, of the first ledger and of a week. */
    Preview of(Typed typed, Template template, Viewer viewer) {
        var today = directories.of(viewer.tenant()).today();
        var what = typed.what().isEmpty() ? periods.choices(viewer.tenant()).getFirst().value() : typed.what();
        try {
            var about = periods.about(viewer.tenant(), what);
            var scope = Scope.of(about.ledger(), about.type(), Periods.rhythm(typed.rhythm()).orElse(Rhythm.WEEKLY), day(typed.day(), today));
            var period = periods.label(viewer.tenant(), about.ledger(), about.type()) + " " + PeriodBulletin.period(scope);
            return laid(period, scope, template, today, viewer);
        } catch (Refused none) {
            return new Preview("", null, none.getMessage() + none.next(), List.of(), List.of());
        }
    }

    private Preview laid(String period, Scope scope, Template template, LocalDate today, Viewer viewer) {
        try {
            var bare = drafting.bare(scope, NOWHERE, null, viewer, viewer);
            var composed = sheets.of(bare, template, List.of(), today).composition();
            var sheet = sheets.of(Drafting.titled(bare, composed.title()), template, List.of(), today);
            return new Preview(period, sheet.content(), null, sheet.checks(), absent(template, composed.parts()));
        } catch (Refused none) {
            return new Preview(period, null, none.getMessage() + none.next(), List.of(), List.of());
        }
    }

    private static List<Integer> absent(Template template, List<Part> parts) {
        return template.lines().stream().filter(line -> !(line.says() instanceof Template.Title))
                .filter(line -> parts.stream().noneMatch(part -> part.name().equals(line.name()) || part.name().startsWith(line.name() + "-"))).map(Template.Line::no).toList();
    }

    private static LocalDate day(String typed, LocalDate today) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException none) {
            return today;
        }
    }
}
