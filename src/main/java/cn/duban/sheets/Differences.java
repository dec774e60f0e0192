package cn.duban.sheets;

import cn.duban.ledger.type.MatterType;
import cn.duban.sheets.Mapping.Column;
import cn.duban.sheets.Present.Now;
import cn.duban.sheets.Remark.Kind;
import cn.duban.sheets.reading.Said;
import cn.duban.units.Directory;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a row says otherwise than in the issue before, and whether the ledger lets it be taken over: only while its matter is not
 * handed out, and only where nobody changed the same part here meanwhile. What a source outside says otherwise is told to whoever works on it.
 *
 * @param dueAbove the field by which a source outside says until when it wants an answer; null where it is a ledger of the house's own
 */
record Differences(Mapping mapping, MatterType type, Directory directory, @Nullable String dueAbove) {

    private boolean outside() {
        return dueAbove != null;
    }

    /** @param taken parts that can be taken over; @param remarks a sentence for each part that differs */
    record Found(Set<String> taken, List<Remark> remarks) {

        boolean nothing() {
            return remarks.isEmpty();
        }
    }

    Found between(Content before, Content row, @Nullable Now now) {
        var taken = new LinkedHashSet<String>();
        var remarks = new ArrayList<Remark>();
        for (var part : parts(before, row)) {
            if (before.part(part).equals(row.part(part)) || outside() && row.part(part).isEmpty()) continue;
            var held = held(part, before, row, now);
            if (now != null && now.parts().part(part).equals(row.part(part))) held = null;
            if (held == null) taken.add(part);
            var from = worded(part, before.part(part));
            var to = worded(part, row.part(part));
            remarks.add(Remark.of(held == null ? Kind.CHANGE : Kind.HELD, column(part), Said.of("“" + name(part).zh() + "”由“" + from + "”改为“" + to + "”" + (held == null ? "。" : "：" + held.zh()),
                    name(part).en() + ": \"" + from + "\" becomes \"" + to + "\"" + (held == null ? "." : ": " + held.en()))));
        }
        return new Found(taken, remarks);
    }

    /** Parts that the sheet speaks of; a column that is gone says nothing. */
    private Set<String> parts(Content before, Content row) {
        var parts = new LinkedHashSet<String>();
        parts.add(Target.TITLE);
        if (outside()) {
            parts.add(Target.BODY);
            type.fields().keySet().stream().filter(name -> before.fields().containsKey(name) || row.fields().containsKey(name)).forEach(name -> parts.add(Target.FIELD + name));
            return parts;
        }
        mapping.columns().stream().map(Column::target).filter(t -> t.equals(Target.BODY) || t.equals(Target.DUE) || t.startsWith(Target.FIELD) || t.startsWith(Target.ROLE)).forEach(parts::add);
        if (parts.contains(Target.ROLE + "lead") && type.roles().containsKey("assist")) parts.add(Target.ROLE + "assist");
        if (parts.contains(Target.DUE) && (before.fields().containsKey("mode") || row.fields().containsKey("mode"))) parts.add(Target.FIELD + "mode");
        if (!before.body().equals(row.body())) parts.add(Target.BODY);
        return parts;
    }

    private @Nullable Said held(String part, Content before, Content row, @Nullable Now now) {
        if (now == null) return Said.of("您的岗位现在看不到这件事，没有改。", "your post does not see the matter any more; left as it is.");
        if (now.gone()) return Said.of("这件事已经作废或者并案，没有改。", "the matter is void or merged; left as it is.");
        if (!now.draft() && outside()) return now.phase().equals("open") ? null : Said.of("工单已经办结，没有改；要重办，请在表里写明退回重办。", "the ticket is closed; left as it is. To have it done again the sheet must say so.");
        if (!now.draft()) return handedOut(part);
        if (!now.parts().part(part).equals(before.part(part)))
            return Said.of("系统里已经改成“" + worded(part, now.parts().part(part)) + "”，没有覆盖；以哪个为准请在事项页面上定。", "here it was changed to \"" + worded(part, now.parts().part(part)) + "\" meanwhile; decide on the matter's page.");
        if (part.equals(Target.DUE) && row.due() == null) return Said.of("期限不能清空，保留原期限。", "a due day is not taken away; it stays.");
        return null;
    }

    private static Said handedOut(String part) {
        if (part.equals(Target.DUE)) return Said.of("已经交办，期限请用“延期”办理。", "it was handed out; extend it on its page.");
        if (part.startsWith(Target.ROLE)) return Said.of("已经交办，换单位或者换人请用“改派”办理。", "it was handed out; reassign it on its page.");
        if (part.equals(Target.FIELD + "claim")) return Said.of("表里的进展只是说法，请承办单位在系统里反馈进展。", "what a sheet says of progress is a claim; the unit reports it here.");
        return Said.of("已经交办，文字不再改动；需要说明的请留言。", "it was handed out and keeps its words; comment on it.");
    }

    private @Nullable Column column(String part) {
        if (!outside() || part.equals(Target.TITLE)) return mapping.to(part).orElse(null);
        return mapping.to(part.equals(Target.BODY) ? Target.DOOR + "text" : part.equals(Target.FIELD + dueAbove) ? Target.DUE : part.replace(Target.FIELD, Target.DOOR)).orElse(null);
    }

    private MatterType.Label name(String part) {
        if (part.startsWith(Target.FIELD)) return type.fields().containsKey(part.substring(Target.FIELD.length())) ? type.fields().get(part.substring(Target.FIELD.length())).label() : new MatterType.Label(part, part);
        if (part.startsWith(Target.ROLE)) return type.roles().containsKey(part.substring(Target.ROLE.length())) ? type.roles().get(part.substring(Target.ROLE.length())).label() : new MatterType.Label(part, part);
        return switch (part) {
            case Target.DUE -> new MatterType.Label("期限", "Due");
            case Target.BODY -> new MatterType.Label("正文", "Body");
            default -> new MatterType.Label("名称", "Title");
        };
    }

    private String worded(String part, String value) {
        if (value.isEmpty()) return "空";
        if (part.startsWith(Target.ROLE)) {
            var role = type.roles().get(part.substring(Target.ROLE.length()));
            var posts = role != null && role.bearer() == MatterType.Bearer.POST;
            return java.util.Arrays.stream(value.split(",")).map(Integer::valueOf)
                    .map(id -> posts ? directory.post(id).map(p -> p.name()).orElse("" + id) : directory.unitName(id)).collect(java.util.stream.Collectors.joining("、"));
        }
        if (part.startsWith(Target.FIELD)) {
            var field = type.fields().get(part.substring(Target.FIELD.length()));
            if (field != null && field.choices().containsKey(value)) return field.choices().get(value).zh();
        }
        return value.length() > 60 ? value.substring(0, 60) + "…" : value;
    }
}
