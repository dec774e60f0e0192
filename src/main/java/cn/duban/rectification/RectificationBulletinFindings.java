package cn.duban.rectification;

import static cn.duban.publication.Composition.Figure.fact;
import static cn.duban.publication.Composition.Figure.guarded;
import static cn.duban.publication.Composition.Figure.kept;
import static cn.duban.publication.Composition.Figure.named;

import cn.duban.documents.Block;
import cn.duban.documents.BodyText;
import cn.duban.ledger.MatterThen;
import cn.duban.ledger.Secrecy;
import cn.duban.publication.Composition.Figure;
import cn.duban.publication.Composition.Kind;
import cn.duban.publication.Composition.Part;
import cn.duban.rectification.RectificationBulletinTally.Standing;
import cn.duban.web.Dates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** Finding by finding: every word that the ledger says is bound, so that nobody types over it. */
final class RectificationBulletinFindings {

    /** States of a measure in the words of a bulletin. */
    static final Map<String, String> STATES = Map.of("drafted", "待交办", "assigned", "待签收", "working", "整改中", "paused", "已中止",
            "submitted", "待核查", "standing", "长期坚持", "closed", "已销号");

    private final RectificationBulletinTally tally;
    private final IntFunction<String> units;
    private final Map<String, Figure> figures;
    private final int form;
    private final List<String> remarks = new ArrayList<>();
    private boolean tellsWhy;

    RectificationBulletinFindings(RectificationBulletinTally tally, IntFunction<String> units, Map<String, Figure> figures, int form) {
        this.form = form;
        this.tally = tally;
        this.units = units;
        this.figures = figures;
    }

    List<String> remarks() {
        return remarks;
    }

    /** Whether a reason, or that none was given in time, stands under what is unfinished. */
    boolean tellsWhy() {
        return tellsWhy;
    }

    List<Part> parts() {
        var parts = new ArrayList<Part>();
        var numbering = new BodyText();
        for (var finding : tally.findings()) finding(finding, heading(numbering), parts);
        return parts;
    }

    private static String heading(BodyText numbering) {
        return ((Block.Heading) numbering.heading(2, "").blocks().getLast()).text();
    }

    /** By the matter's own number: a place in the order would name another matter once one is voided or added. */
    private static String key(MatterThen matter) {
        return matter.matter().number();
    }

    private void finding(MatterThen finding, String number, List<Part> parts) {
        var key = key(finding);
        var own = tally.measures().get(finding.matter().id());
        var standing = tally.standing(finding);
        bind(key + "标题", finding.matter().title(), finding);
        bind(key + "状态", standing.word + (tally.findingOverdue(finding) ? "（逾期）" : ""), finding);
        bind(key + "期限", due(latest(finding, own)), finding);
        bind(key + "来文", claim(finding, standing == Standing.DONE), finding);
        bind(key + "核查结论", verdict(finding, finding.matter().phase().done()), finding);
        name(key + "单位", finding, own);
        parts.add(new Part(key, Kind.SUBHEADING, number + "{" + key + "标题}", false));
        parts.add(new Part(key + "概况", Kind.PARAGRAPH, "整改状态：{" + key + "状态}。责任单位：{" + key + "单位}。整改期限：{" + key + "期限}。{" + key + "核查结论}{" + key + "来文}", false));
        for (int m = 0; m < own.size(); m++) measure(own.get(m), m + 1, parts);
        if (standing == Standing.REOPENED) remarks.add("问题“" + label(finding) + "”已销号，但其措施正在重新整改，通报按“重新整改”计算，未计入已销号。");
        if (own.isEmpty()) remarks.add("问题“" + label(finding) + "”还没有整改措施。");
    }

    private void measure(MatterThen measure, int no, List<Part> parts) {
        var key = key(measure);
        var done = measure.matter().phase().done();
        bind(key + "内容", stopped(measure.matter().title()), measure);
        bind(key + "状态", state(measure), measure);
        bind(key + "期限", due(measure.dueDay()), measure);
        bind(key + "进展", done ? verdict(measure, true) : form == 1 ? handedIn(measure) : progress(measure), measure);
        bind(key + "来文", claim(measure, done), measure);
        name(key + "单位", measure, List.of());
        parts.add(new Part(key, Kind.PARAGRAPH, no + ".{" + key + "内容}。责任单位：{" + key + "单位}；期限：{" + key + "期限}；状态：{" + key + "状态}。{" + key + "进展}{" + key + "来文}", false));
    }

    /** What is not done, why, and until when; a finding without measures speaks for itself. */
    List<Part> unfinished() {
        var parts = new ArrayList<Part>();
        for (var finding : tally.findings()) {
            if (tally.standing(finding) == Standing.DONE) continue;
            var key = key(finding);
            var own = tally.measures().get(finding.matter().id());
            var open = own.stream().filter(m -> !m.matter().phase().done()).toList();
            bind(key + "未完成", "有" + open.size() + "项措施未办结", finding);
            var text = new StringBuilder((parts.size() + 1) + ".{" + key + "标题}：{" + key + "状态}" + (open.isEmpty() ? "" : "，{" + key + "未完成}") + "，期限{" + key + "期限}。");
            open.forEach(measure -> text.append(reason(measure)));
            parts.add(new Part(key + "未完成", Kind.PARAGRAPH, text.toString(), false));
        }
        return parts;
    }

    private String reason(MatterThen measure) {
        var key = key(measure);
        var said = measure.last("reason").map(MatterThen.Said::text).orElse("");
        if (said.isBlank() && tally.overdue(measure)) remarks.add("措施“" + label(measure) + "”已逾期，台账没有载明原因。");
        bind(key + "原因", !said.isBlank() ? "，原因：" + stopped(said) : tally.overdue(measure) ? form == 1 ? "，台账未载明原因" : "，原因：未填报" : "", measure);
        tellsWhy |= !said.isBlank() || tally.overdue(measure);
        return "{" + key + "内容}：{" + key + "状态}，期限{" + key + "期限}{" + key + "原因}。";
    }

    private String state(MatterThen measure) {
        var state = measure.matter().state();
        return (form == 1 && state.equals("drafted") ? "未交办" : STATES.getOrDefault(state, state)) + (tally.overdue(measure) ? "（逾期）" : "");
    }

    /** A claim out of a document is told as a claim until the ledger itself says that it was done. */
    private static String claim(MatterThen matter, boolean done) {
        var claim = matter.matter().fields().getOrDefault("claim", "").strip();
        return claim.isEmpty() || done ? "" : "来文称“" + claim + "”，未核实。";
    }

    private static String verdict(MatterThen matter, boolean done) {
        return !done ? "" : matter.last("verdict").map(said -> "核查结论：" + stopped(said.text()) + "。").orElse("");
    }

    /** As form 1 told it: what was handed in last, sent back or not. */
    private static String handedIn(MatterThen measure) {
        return measure.last("note", "submit").or(() -> measure.last("note", "report"))
                .map(said -> "最新进展：" + stopped(measure.last("note", "report").filter(r -> r.at().isAfter(said.at())).orElse(said).text()) + "。").orElse("");
    }

    /** What was handed in last and stands: what was sent back afterwards is told as sent back, and never as progress. */
    private static String progress(MatterThen measure) {
        var standing = new ArrayList<MatterThen.Said>();
        for (var said : measure.said()) {
            switch (said.what() + " " + said.act()) {
                case "note report", "note submit" -> standing.add(said);
                case "reason return", "reason redo" -> {
                    standing.removeIf(before -> said.act().equals("redo") || !before.act().equals("report"));
                    standing.add(said);
                }
                case "reason return-report" -> standing.stream().filter(before -> before.act().equals("report")).reduce((earlier, later) -> later).ifPresent(standing::remove);
                default -> { }
            }
        }
        if (standing.isEmpty()) return "";
        var last = standing.getLast();
        return switch (last.act()) { case "return" -> "上报完成，经核查退回："; case "redo" -> "重新整改："; default -> "最新进展："; } + stopped(last.text()) + "。";
    }

    private static LocalDate latest(MatterThen finding, List<MatterThen> own) {
        if (finding.dueDay() != null) return finding.dueDay();
        return own.stream().map(MatterThen::dueDay).filter(java.util.Objects::nonNull).max(LocalDate::compareTo).orElse(null);
    }

    private void name(String name, MatterThen matter, List<MatterThen> below) {
        var leads = new java.util.LinkedHashSet<>(matter.units("lead"));
        below.forEach(m -> leads.addAll(m.units("lead")));
        var text = leads.isEmpty() ? "待明确" : leads.stream().map(units::apply).collect(Collectors.joining("、"));
        figures.put(name, secret(matter) ? kept(name, "（不公开）", Figure.SECRET, matter.matter().id()) : named(name, text, Set.of(matter.matter().id())));
    }

    /** Where a secret matter stands may be told; everything else that it says is guarded. */
    private void bind(String name, String text, MatterThen matter) {
        var told = name.endsWith("状态") || name.endsWith("期限") || name.endsWith("未完成") || text.isEmpty();
        figures.put(name, told ? fact(name, text, matter.matter().id()) : guarded(name, text, matter.matter()));
    }

    private static String label(MatterThen matter) {
        return matter.matter().secrecy() == Secrecy.NAMED_PERSONS ? matter.matter().number() : matter.matter().title();
    }

    private static boolean secret(MatterThen matter) {
        return matter.matter().secrecy() == Secrecy.WORK_SECRET || matter.matter().secrecy() == Secrecy.NAMED_PERSONS;
    }

    private static String due(LocalDate day) {
        return day == null ? "未定" : Dates.written(day);
    }

    /** Without the full stop that the sentence around it brings along. */
    private static String stopped(String text) {
        return text.strip().replaceFirst("[。；;.]+$", "").replaceAll("\\s*\\R\\s*", "　");
    }
}
