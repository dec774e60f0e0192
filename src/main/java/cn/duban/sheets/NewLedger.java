package cn.duban.sheets;

import cn.duban.ledger.TypeDesk;
import cn.duban.ledger.desk.TypeReadout;
import cn.duban.ledger.type.Fault;
import cn.duban.ledger.type.MatterType.Label;
import cn.duban.ledger.type.MatterType;
import cn.duban.ledger.type.TypeReader;
import cn.duban.units.Directories;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A sheet that fits no kind of matter yet becomes a ledger of its own: its type is drafted, looked over, and adopted through the desk of types. */
@Component
class NewLedger {

    private static final int SAMPLES = 200;

    private final SheetIntakes intakes;
    private final Lines lines;
    private final TypeDesk desk;
    private final Proposals proposals;
    private final Directories directories;

    NewLedger(SheetIntakes intakes, Lines lines, TypeDesk desk, Proposals proposals, Directories directories) {
        this.intakes = intakes;
        this.lines = lines;
        this.desk = desk;
        this.proposals = proposals;
        this.directories = directories;
    }

    String draft(SheetIntake intake) {
        var mapping = intake.mapping();
        return TypeDraft.of(mapping.title(), mapping.columns(), lines.after(intake.tenant(), intake.id(), mapping.bottom(), SAMPLES));
    }

    @Nullable TypeReadout readout(Viewer viewer, String yaml) {
        var type = TypeReader.read(yaml, "type.yaml").type();
        return type == null ? null : TypeReadout.of(type, LocaleContextHolder.getLocale(), name -> new Label(name, name), directories.of(viewer.tenant()).today());
    }

    /** What is wrong with the text; also that it would hide a type that came with the product. */
    List<Fault> faults(Viewer viewer, String yaml) {
        return desk.lint(viewer, yaml).faults();
    }

    /** Published from today on, and what the sheet becomes. */
    @Transactional
    public void adopt(SheetIntake intake, int seenVersion, String yaml, Viewer viewer) {
        var reading = desk.lint(viewer, yaml);
        if (!reading.clean()) throw Refused.invalid("sheets.type.faulty", Words.say("sheets.type.faulty", reading.faults().size()), Words.say("sheets.type.faulty.next"));
        var type = Objects.requireNonNull(reading.type());
        if (!type.name().equals(TypeDraft.name(intake.mapping().title())) && proposals.type(viewer, type.name()).isPresent())
            throw Refused.invalid("sheets.type.taken", Words.say("sheets.type.taken", type.name()), Words.say("sheets.type.taken.next"));
        var kept = desk.draft(viewer, type.label().zh(), yaml);
        desk.publish(viewer, kept.name(), kept.version(), directories.of(viewer.tenant()).today(), null);
        intakes.map(intake, seenVersion, becoming(intake.mapping(), type));
    }

    private static Mapping becoming(Mapping was, MatterType type) {
        var names = was.columns().stream().map(Mapping.Column::name).toList();
        return new Mapping(was.top(), was.bottom(), was.title(), type.name(), null, was.year(), was.loose(), was.partial(), Target.propose(names, type), null);
    }
}
