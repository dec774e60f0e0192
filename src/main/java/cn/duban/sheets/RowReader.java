package cn.duban.sheets;

import cn.duban.ledger.Door;
import cn.duban.ledger.type.MatterType;
import cn.duban.ledger.type.MatterType.Bearer;
import cn.duban.ledger.type.MatterType.Role;
import cn.duban.sheets.Mapping.Column;
import cn.duban.sheets.Remark.Kind;
import cn.duban.sheets.reading.DueText;
import cn.duban.sheets.reading.PersonText;
import cn.duban.sheets.reading.Said;
import cn.duban.sheets.reading.UnitText;
import cn.duban.units.Directory;
import cn.duban.web.Viewer.Duty;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads rows of one sheet into what the ledger would have them say. Pure; keeps what it has looked up for the rows to come. */
final class RowReader {

    /** Titles in lists and on slips; the whole text stays in the body. */
    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_TEXT = 20_000;

    /** Rows that are no matters: sums, notes and signatures under a ledger. */
    private static final Pattern FOOT = Pattern.compile("^(?:合计|总计|小计|共计|备注|注|说明|填表说明|填报人|填表人|制表人|制表|审核人|审核|联系人|联系电话|填报单位|填报日期|填表日期|单位负责人)(?:[:：（(\\s].*)?$", Pattern.DOTALL);

    private final Mapping mapping;
    private final MatterType type;
    private final UnitText units;
    private final PersonText people;
    private final FieldReader fields;
    private final Directory directory;
    private final Map<String, UnitText.Units> knownUnits = new HashMap<>();
    private final Map<String, PersonText.People> knownPeople = new HashMap<>();
    private final Map<String, DueText> knownDays = new HashMap<>();

    RowReader(Mapping mapping, MatterType type, Directory directory) {
        this.mapping = mapping;
        this.type = type;
        this.directory = directory;
        this.units = new UnitText(directory);
        this.people = new PersonText(directory);
        this.fields = new FieldReader(type, mapping.year());
    }

    /** @param matter false where the row is none at all; @param number of the matter that a corrected row says it is @param words as they were written, for the door alone */
    record Read(Optional<Content> content, List<Remark> remarks, boolean matter, @Nullable String number, Map<String, String> words) {

        boolean faulty() {
            return remarks.stream().anyMatch(remark -> remark.kind() == Kind.FAULT);
        }
    }

    Read read(int no, List<String> cells) {
        if (no <= mapping.bottom() || isNoMatter(cells)) return new Read(Optional.empty(), List.of(), false, null, Map.of());
        var row = new Row(cells);
        mapping.columns().forEach(row::take);
        return row.read();
    }

    /** Above, below and between the matters: a single cell over the whole width, or the foot. */
    private boolean isNoMatter(List<String> cells) {
        var filled = cells.stream().filter(cell -> !cell.isEmpty()).toList();
        if (filled.isEmpty() || FOOT.matcher(filled.getFirst()).matches()) return true;
        var wanted = mapping.columns().stream().filter(column -> !column.name().isBlank()).count();
        if (filled.size() == 1 && wanted > 2 && mapping.to(Target.TITLE).map(column -> cell(cells, column).isEmpty()).orElse(true)) return true;
        // the head said again on a later page
        return filled.size() > 1 && mapping.columns().stream().filter(column -> !column.name().isBlank()).allMatch(column -> cell(cells, column).isEmpty() || column.name().endsWith(cell(cells, column).replaceAll("\\s+", "")));
    }

    private static String cell(List<String> cells, Column column) {
        return column.at() < cells.size() ? cells.get(column.at()) : "";
    }

    private final class Row {

        private final List<String> cells;
        private final List<Remark> remarks = new ArrayList<>();
        private final Map<String, String> values = new TreeMap<>();
        private final Map<String, Set<Integer>> roles = new TreeMap<>();
        private final List<String> body = new ArrayList<>();
        private final Map<String, String> words = new TreeMap<>();
        private String title = "";
        private String whole = "";
        private String parent = "";
        private String key = "";
        private String note = "";
        private @Nullable LocalDate due;
        private @Nullable LocalDate received;

        private Row(List<String> cells) {
            this.cells = cells;
        }

        private void take(Column column) {
            var text = Door.masked(cell(cells, column));
            if (text.isEmpty() || column.target().equals(Target.NOTHING)) return;
            if (Door.marked(text)) fault(column, Said.of("有密级标志。涉及国家秘密的内容不得录入本系统，请按保密规定办理，并从表中删去这一行。", "carries a secrecy mark. State secrets must not be entered here; take the row out."));
            if (text.length() > LONGEST_TEXT) fault(column, Said.of("文字超过 " + LONGEST_TEXT + " 字，请精简，全文可以作为附件上传。", "is longer than " + LONGEST_TEXT + " characters; shorten it, the whole can be attached."));
            if (text.startsWith("#REF!") || text.startsWith("#N/A") || text.startsWith("#VALUE!") || text.startsWith("#NAME?") || text.startsWith("#DIV/0!")) {
                fault(column, Said.of("是公式错误 " + text + "，请在表里改成正确的内容。", "holds the formula error " + text + "; put the right content."));
                return;
            }
            var target = column.target();
            if (target.startsWith(Target.DOOR)) words.put(target.substring(Target.DOOR.length()), cell(cells, column).strip());
            else if (target.startsWith(Target.ROLE)) role(column, target.substring(Target.ROLE.length()), text);
            else if (target.startsWith(Target.FIELD)) fields.read(target.substring(Target.FIELD.length()), text).into(values, remark -> remarks.add(Remark.of(remark.kind(), column, remark.said())));
            else switch (target) {
                case Target.TITLE -> {
                    whole = text;
                    title = shortened(text);
                }
                case Target.PARENT -> parent = shortened(text);
                // as it is, since a long number can look like one of a person; cells of the house's own ledgers were masked as they came
                case Target.KEY -> key = cell(cells, column).strip().replaceAll("\\s+", " ");
                case Target.DUE -> due(column, text);
                case Target.RECEIVED -> received = day(column, text).day();
                case Target.NOTE -> note = text;
                default -> body.add(column.name().isBlank() ? text : column.name().substring(column.name().lastIndexOf('/') + 1) + "：" + text);
            }
        }

        private void due(Column column, String text) {
            var read = day(column, text);
            due = read.day();
            if (read.mode() != null) fields.mode(read.mode()).ifPresent(mode -> values.putIfAbsent("mode", mode));
            if (read.day() == null && read.wrong() == null) body.add(column.name().substring(column.name().lastIndexOf('/') + 1) + "：" + text);
        }

        private DueText day(Column column, String text) {
            var read = knownDays.computeIfAbsent(text, t -> DueText.read(t, mapping.year()));
            if (read.wrong() != null) fault(column, read.wrong());
            if (read.doubt() != null) remarks.add(Remark.of(Kind.DOUBT, column, read.doubt()));
            return read;
        }

        private void role(Column column, String name, String text) {
            var role = type.roles().get(name);
            if (role == null) return;
            if (role.bearer() == Bearer.UNIT) units(column, role, text);
            else people(column, role, text);
        }

        private void units(Column column, Role role, String text) {
            var assisting = role.name().equals("assist");
            var read = knownUnits.computeIfAbsent(assisting + text, t -> units.read(text, assisting));
            for (var name : read.unknown()) unknown(column, name, units.suggestions(name));
            for (var name : read.loose()) {
                doubt(column, Said.of("“" + name + "”不是一个具体的单位，照录在正文里。", "\"" + name + "\" names no single unit and stays in the body."));
                body.add(column.name().substring(column.name().lastIndexOf('/') + 1) + "：" + name);
            }
            for (var successor : read.successors()) doubt(column, Said.of("按承接单位读：" + successor + "。", "read as the unit that took over: " + successor + "."));
            if (assisting) {
                roles.computeIfAbsent("assist", r -> new LinkedHashSet<>()).addAll(read.lead());
                roles.get("assist").addAll(read.assist());
                return;
            }
            var bearing = new ArrayList<>(read.lead());
            var over = role.many() || bearing.isEmpty() ? List.<Integer>of() : bearing.subList(1, bearing.size());
            bear(role.name(), role.many() ? bearing : bearing.subList(0, Math.min(1, bearing.size())));
            if (type.roles().containsKey("assist")) {
                bear("assist", over);
                bear("assist", List.copyOf(read.assist()));
                if (!over.isEmpty()) doubt(column, Said.of("写了几个单位，第一个“" + directory.unitName(bearing.getFirst()) + "”作为" + role.label().zh() + "，其余作为配合单位。",
                        "names several units; the first leads, the others assist."));
            }
        }

        private void people(Column column, Role role, String text) {
            var within = role.name().equals("handler") ? roles.getOrDefault("lead", Set.of()).stream().findFirst().orElse(null) : null;
            var duty = role.name().equals("leader") ? Duty.LEAD : null;
            var read = knownPeople.computeIfAbsent(role.name() + within + text, t -> people.read(text, duty, within));
            for (var name : read.unknown()) unknown(column, name, List.of());
            for (var name : read.several()) fault(column, Said.of("“" + name + "”在名录里对应几个岗位，请写明岗位加姓名，例如“副市长张三”。", "\"" + name + "\" stands for several posts in the register; write post and name."));
            bear(role.name(), role.many() ? List.copyOf(read.posts()) : read.posts().stream().limit(1).toList());
            if (!role.many() && read.posts().size() > 1) doubt(column, Said.of("写了几个人，只取第一个作为" + role.label().zh() + "。", "names several people; only the first is taken."));
        }

        private void unknown(Column column, String name, List<String> suggestions) {
            if (mapping.loose()) {
                doubt(column, Said.of("名录里没有“" + name + "”，照录在正文里，交办前再定。", "the register has no \"" + name + "\"; it stays in the body until somebody is named."));
                body.add(column.name().substring(column.name().lastIndexOf('/') + 1) + "：" + name);
                return;
            }
            var like = suggestions.isEmpty() ? "" : "是不是“" + String.join("”或者“", suggestions) + "”？";
            var likeEn = suggestions.isEmpty() ? "" : " Is it " + String.join(" or ", suggestions) + "?";
            fault(column, Said.of("名录里没有“" + name + "”。" + like + "请改成名录里的名称，或者先到“单位”里登记。", "the register has no \"" + name + "\"." + likeEn + " Write the name as registered, or register it first."));
        }

        private void bear(String role, List<Integer> bearers) {
            if (!bearers.isEmpty()) roles.computeIfAbsent(role, r -> new LinkedHashSet<>()).addAll(bearers);
        }

        private void fault(Column column, Said said) {
            remarks.add(Remark.of(Kind.FAULT, column, said));
        }

        private void doubt(Column column, Said said) {
            remarks.add(Remark.of(Kind.DOUBT, column, said));
        }

        private Read read() {
            if (title.isEmpty() && words.isEmpty()) remarks.add(Remark.of(Kind.FAULT, mapping.to(Target.TITLE).orElse(null), Said.of("是空的，事项没有名称。请补上，或者删去这一行。", "is empty: the matter has no title. Fill it in or take the row out.")));
            if (words.isEmpty() && (title.length() < whole.length() || whole.contains("\n"))) body.addFirst(whole);
            if (roles.containsKey("assist")) roles.get("assist").removeAll(roles.getOrDefault("lead", Set.of()));
            var bearers = new TreeMap<String, List<Integer>>();
            roles.forEach((role, ids) -> {
                if (!ids.isEmpty()) bearers.put(role, List.copyOf(ids));
            });
            var content = new Content(title, String.join("\n", body), new TreeMap<>(values), bearers, due, received, parent, key, note);
            return new Read(Optional.of(content), remarks, true, mapping.partial() ? FaultySheet.number(cells, mapping.columns().size()) : null, words);
        }
    }

    static String shortened(String text) {
        var line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST_TITLE ? line : line.substring(0, LONGEST_TITLE - 1) + "…";
    }
}
