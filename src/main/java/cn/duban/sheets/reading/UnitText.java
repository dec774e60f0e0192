package cn.duban.sheets.reading;

import cn.duban.units.Directory;
import cn.duban.units.Unit;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Units as a cell names them: {@code 市生态环境局会同市住建局}, {@code 市财政局（牵头）、市人社局}, {@code 甲局牵头，乙局、丙局配合}. Names of today, short names and
 * former names count; a closed unit stands for the one that took over.
 */
public final class UnitText {

    private static final Pattern CLAUSE = Pattern.compile("[,;\\n](?![^(]*\\))|。");
    private static final Pattern DIVIDER = Pattern.compile("[、/\\\\+](?![^(]*\\))|\\s+");
    private static final Pattern WITH = Pattern.compile("会同|会商|商请|联合");
    private static final Pattern AND = Pattern.compile("[和及与]|以及");
    private static final Pattern LABEL = Pattern.compile("^(?:(?<lead>牵头|责任|主办|承办|主责)|(?<assist>配合|协办|参与|协同))(?:单位|部门)?[:]");
    private static final Pattern LEADS = Pattern.compile("(?:\\((?:牵头|主办)(?:单位)?\\)|(?:负责)?(?:牵头|主办|总牵头)(?:抓总|负责|落实)*)$");
    private static final Pattern ASSISTS = Pattern.compile("(?:\\((?:配合|协办)(?:单位)?\\)|等?(?:积极|协同)?(?:配合|参与|协助|协办)(?:落实|实施)?)$");
    private static final Pattern SHARES = Pattern.compile("(?:按照?(?:各自)?(?:职责|职能|分工)(?:分工)?|分别|共同)?(?:负责|落实)+$");
    private static final Pattern ANYBODY = Pattern.compile("^(?:各|有关|相关|市直|区直|县直|全市|全区|全县|其他).*|.*(?:各部门|各单位|有关单位|有关部门|相关单位|相关部门)$");

    private final Directory directory;

    public UnitText(Directory directory) {
        this.directory = directory;
    }

    /**
     * @param unknown names that the register does not know
     * @param loose words that name no single unit, such as 各有关部门
     * @param successors what was read as another unit than it says: the old name and who took over
     */
    public record Units(Set<Integer> lead, Set<Integer> assist, Set<String> unknown, Set<String> loose, List<String> successors) {

        Units() {
            this(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>(), new ArrayList<>());
        }
    }

    /** @param assisting the column is one of assisting units */
    public Units read(String cell, boolean assisting) {
        var units = new Units();
        read(cell, assisting, units);
        units.assist().removeAll(units.lead());
        return units;
    }

    private void read(String cell, boolean assisting, Units units) {
        var text = Normalizer.normalize(cell, Normalizer.Form.NFKC).strip();
        if (text.isEmpty() || text.matches("[-—/无]+")) return;
        if (add(text, assisting ? units.assist() : units.lead(), units)) return;
        var target = assisting ? units.assist() : units.lead();
        var labelled = false;
        for (var raw : CLAUSE.split(text)) {
            var clause = raw.strip();
            if (clause.isEmpty()) continue;
            var label = LABEL.matcher(clause);
            if (label.find()) {
                target = label.group("lead") != null ? units.lead() : units.assist();
                labelled = true;
                clause = clause.substring(label.end());
            }
            var inner = clause.indexOf("牵头");
            if (inner > 0 && inner + 2 < clause.length() && !clause.startsWith("牵头)", inner) && !LEADS.matcher(clause).find()) {
                names(clause.substring(0, inner), units.lead(), units);
                names(clause.substring(inner + 2), units.assist(), units);
                target = units.assist();
            } else if (!clause.contains("、") && LEADS.matcher(clause).find()) {
                names(LEADS.matcher(clause).replaceFirst(""), units.lead(), units);
                if (!labelled) target = units.assist();
            } else if (ASSISTS.matcher(clause).find() && !clause.contains("(配合") && !clause.contains("(协办")) {
                names(ASSISTS.matcher(clause).replaceFirst(""), units.assist(), units);
            } else {
                names(clause, target, units);
            }
        }
    }

    private void names(String text, Set<Integer> target, Units units) {
        var with = WITH.matcher(text);
        if (with.find() && with.start() > 0) {
            names(text.substring(0, with.start()), target, units);
            names(text.substring(with.end()), units.assist(), units);
            return;
        }
        var marked = DIVIDER.splitAsStream(text).anyMatch(part -> part.endsWith("(牵头)") || part.endsWith("(主办)"));
        for (var part : DIVIDER.split(text)) {
            var name = part.strip();
            var into = marked ? units.assist() : target;
            if (name.endsWith("(牵头)") || name.endsWith("(主办)")) into = units.lead();
            if (name.endsWith("(配合)") || name.endsWith("(协办)")) into = units.assist();
            name(SHARES.matcher(name.replaceAll("\\((?:牵头|主办|配合|协办)(?:单位)?\\)$", "")).replaceFirst("").replaceAll("^由|等$|[:;,.。]+$", "").strip(), into, units);
        }
    }

    private void name(String name, Set<Integer> target, Units units) {
        if (name.isEmpty() || add(name, target, units)) return;
        // “和”也在单位的名称里：两边都认得才分开
        for (var at = AND.matcher(name); at.find();) {
            var before = find(name.substring(0, at.start()).strip());
            var after = find(name.substring(at.end()).strip());
            if (before.isPresent() && after.isPresent()) {
                add(name.substring(0, at.start()).strip(), target, units);
                add(name.substring(at.end()).strip(), target, units);
                return;
            }
        }
        if (ANYBODY.matcher(name).matches()) units.loose().add(name);
        else units.unknown().add(name);
    }

    private boolean add(String name, Set<Integer> target, Units units) {
        var found = find(name);
        if (found.isEmpty()) return false;
        var living = directory.living(found.get().id());
        if (living.isEmpty()) return false;
        if (living.get().id() != found.get().id()) units.successors().add(name + " → " + living.get().name());
        target.add(living.get().id());
        return true;
    }

    private Optional<Unit> find(String name) {
        return directory.unitNamed(name);
    }

    /** What the person may have meant, at most three names. */
    public List<String> suggestions(String name) {
        return directory.unitsLike(name).stream().filter(u -> u.closedOn() == null).map(Unit::name).limit(3).toList();
    }
}
