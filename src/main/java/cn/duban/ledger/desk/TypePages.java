package cn.duban.ledger.desk;

import cn.duban.ledger.MatterAddress;
import cn.duban.ledger.MatterQuery;
import cn.duban.ledger.MatterTypes.Version;
import cn.duban.ledger.TypeDesk;
import cn.duban.ledger.TypeVersions;
import cn.duban.ledger.TypeVersions.Event;
import cn.duban.ledger.TypeVersions.Item;
import cn.duban.ledger.TypeVersions.Status;
import cn.duban.ledger.TypeVersions.Tally;
import cn.duban.ledger.desk.TypesPage.Figure;
import cn.duban.ledger.desk.TypesPage.Section;
import cn.duban.ledger.type.MatterType;
import cn.duban.ledger.type.MatterType.Label;
import cn.duban.ledger.type.Phase;
import cn.duban.ledger.type.TypeReader;
import cn.duban.units.Directories;
import cn.duban.web.NotFound;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Puts the pages together on which types are read. */
@Component
class TypePages {

    private final TypeVersions versions;
    private final TypeDesk desk;
    private final Directories directories;

    TypePages(TypeVersions versions, TypeDesk desk, Directories directories) {
        this.versions = versions;
        this.desk = desk;
        this.directories = directories;
    }

    TypesPage all(Viewer viewer) {
        var tallies = versions.tallies(viewer);
        var ledgers = new LinkedHashMap<String, List<TypesPage.Row>>();
        var byName = versions.of(viewer).stream().collect(Collectors.groupingBy(item -> item.version().name(), LinkedHashMap::new, Collectors.toList()));
        byName.forEach((name, items) -> ledgers.computeIfAbsent(items.getFirst().ledger(), ledger -> new ArrayList<>()).add(row(viewer, name, items, tallies)));
        return new TypesPage(ledgers.entrySet().stream().map(ledger -> new Section(ledgerNamed(ledger.getKey()), ledger.getValue())).toList(), desk.may(viewer));
    }

    static String ledgerNamed(String ledger) {
        return Words.has("ledger.name." + ledger) ? Words.say("ledger.name." + ledger) : ledger;
    }

    private TypesPage.Row row(Viewer viewer, String name, List<Item> items, Map<Version, Tally> tallies) {
        var rows = rows(items, tallies, directories.of(viewer.tenant()).today());
        var valid = standing(rows, "valid");
        var shown = valid != null ? valid : rows.getFirst();
        var label = type(viewer, shown.item().version());
        return new TypesPage.Row(name, label == null ? name : label.label().in(language()), valid == null ? shown.href() : "/types/" + name, valid, standing(rows, "coming"), standing(rows, "draft") != null, rows.size(),
                new Figure(rows.stream().mapToInt(row -> row.open().number()).sum(), MatterAddress.of(MatterQuery.all().ofType(name).in(Phase.OPEN))), rows.stream().mapToInt(VersionRow::atWork).sum());
    }

    private static @Nullable VersionRow standing(List<VersionRow> rows, String standing) {
        return rows.stream().filter(row -> row.standing().equals(standing)).findFirst().orElse(null);
    }

    /** How each version stands today: one of them is the version under which matters are opened. */
    static List<VersionRow> rows(List<Item> items, Map<Version, Tally> tallies, LocalDate today) {
        var valid = items.stream().filter(item -> item.status() == Status.PUBLISHED && begun(item, today) && !over(item, today)).findFirst().orElse(null);
        return items.stream().map(item -> {
            var standing = item.status() != Status.PUBLISHED ? item.status().word() : item == valid ? "valid" : !begun(item, today) ? "coming" : "past";
            return VersionRow.of(item, standing, tallies.getOrDefault(item.version(), Tally.NONE));
        }).toList();
    }

    private static boolean begun(Item item, LocalDate today) {
        return item.from() == null || !item.from().isAfter(today);
    }

    private static boolean over(Item item, LocalDate today) {
        return item.to() != null && !item.to().isAfter(today);
    }

    TypePage current(Viewer viewer, String name) {
        var rows = rows(viewer, name);
        var valid = standing(rows, "valid");
        return page(viewer, name, valid != null ? valid : rows.getFirst(), rows);
    }

    TypePage of(Viewer viewer, Version version) {
        var rows = rows(viewer, version.name());
        return page(viewer, version.name(), rows.stream().filter(row -> row.item().version().equals(version)).findFirst().orElseThrow(NotFound::new), rows);
    }

    List<VersionRow> rows(Viewer viewer, String name) {
        var items = versions.of(viewer, name);
        if (items.isEmpty()) throw new NotFound();
        return rows(items, versions.tallies(viewer, name), directories.of(viewer.tenant()).today());
    }

    private TypePage page(Viewer viewer, String name, VersionRow shown, List<VersionRow> rows) {
        var type = type(viewer, shown.item().version());
        return new TypePage(name, shown, type == null ? null : readout(viewer, type), type == null ? null : StateDiagram.of(type, language()), rows, history(viewer, name), desk.may(viewer), standing(rows, "draft"));
    }

    /** A copy keeps its origin by its names; people read what it is called. */
    private List<Event> history(Viewer viewer, String name) {
        return versions.history(viewer, name).stream().map(event -> event.act().equals("copy") ? event.saying(origin(viewer, name, event.reason().split(" "))) : event).toList();
    }

    private String origin(Viewer viewer, String name, String[] from) {
        if (from.length != 2) return "";
        var called = Version.of(viewer.tenant(), from[0], from[1]).map(version -> Words.say(version.shipped() ? "ledger.types.version.shipped" : "ledger.types.version.own", version.version())).orElse(from[1]);
        return Words.say("ledger.types.event.origin", from[0].equals(name) ? called : labels(viewer).apply(from[0]).in(language()) + " " + called);
    }

    TypeReadout readout(Viewer viewer, MatterType type) {
        return TypeReadout.of(type, language(), labels(viewer), directories.of(viewer.tenant()).today());
    }

    /** What other types are called, by their latest version. */
    Function<String, Label> labels(Viewer viewer) {
        return name -> versions.of(viewer, name).stream().map(item -> type(viewer, item.version())).filter(Objects::nonNull).findFirst().map(MatterType::label).orElse(new Label(name, name));
    }

    /** Null where the text of a draft is too broken to say anything. */
    @Nullable MatterType type(Viewer viewer, Version version) {
        return TypeReader.read(versions.text(viewer, version), version.name() + ".yaml").type();
    }

    static Locale language() {
        return LocaleContextHolder.getLocale();
    }
}
