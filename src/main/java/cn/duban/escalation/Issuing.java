package cn.duban.escalation;

import cn.duban.crypto.CanonicalJson;
import cn.duban.crypto.Sm3;
import cn.duban.escalation.Document.Issued;
import cn.duban.escalation.Document.State;
import cn.duban.escalation.Regime.Judged;
import cn.duban.escalation.Step.Whom;
import cn.duban.ledger.Dossier;
import cn.duban.ledger.Escalating.Line;
import cn.duban.ledger.Responsibility;
import cn.duban.ledger.type.MatterType.ClockRule;
import cn.duban.units.Directory;
import cn.duban.units.Post;
import cn.duban.web.Dates;
import cn.duban.workdays.Deadlines;
import cn.duban.workdays.Period;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a step becomes: to whom it goes, what it says, and the line in the chain. Pure. */
record Issuing(Directory directory, Deadlines deadlines) {

    private static final TimeBasedEpochGenerator IDS = Generators.timeBasedEpochGenerator();

    /** Working days within which a supervisor is to sign or decline what lies ready. */
    static final int SIGN = 3;

    /** As it lies ready; empty where it would be addressed to the very unit that supervises. */
    Optional<Document> made(Breach breach, Judged judged, ClockRule rule, Dossier dossier, Instant now) {
        var unit = breach.unit();
        var supervisor = breach.supervisor();
        if (unit == null || supervisor == null || unit.equals(supervisor)) return Optional.empty();
        var step = judged.next().step();
        var to = to(step.to(), unit, dossier);
        var today = day(now);
        return Optional.of(new Document(breach.matter(), IDS.generate(), breach.run(), step.no(), judged.ladder().no(), rule.label(), breach.lastDay(), step.kind(), step.colour(), step.name(), State.READY, unit, to.unit(), to.post(),
                supervisor, judged.next().at(), now, step.signed() ? deadlines.calendar().addWorkingDays(today, SIGN) : null, step.replyDays(), null, step.points(), step.basis(), step.participants(),
                judged.ladder().appeal(), judged.ladder().decision(), "", "", null, null));
    }

    private record To(int unit, @Nullable Integer post) {}

    private To to(Whom whom, int unit, Dossier dossier) {
        return switch (whom) {
            case UNIT -> new To(unit, null);
            case HEAD -> new To(unit, directory.head(unit).map(Post::id).orElse(null));
            case SUPERIOR -> dossier.bearing("leader").filter(r -> r.post() != null).findFirst().map((Responsibility r) -> new To(r.unit(), r.post()))
                    .or(() -> directory.lineage(unit).stream().skip(1).findFirst().map(above -> new To(above, directory.head(above).map(Post::id).orElse(null)))).orElseGet(() -> new To(unit, null));
        };
    }

    Document worded(Document d, Form form, Dossier dossier, LocalDate on) {
        var facts = facts(d, dossier, on);
        var title = Form.filled(form.title(), facts);
        return d.worded(title.isBlank() ? facts.get("文种") + "：" + facts.get("事项") : title, Form.filled(form.body(), facts));
    }

    /** @param by the person who signs; 0: the rule @param entry the line in the chain that says so */
    Document issued(Document worded, Form form, int seq, Instant now, int by, int entry) {
        var on = day(now);
        var number = form.number(on.getYear(), seq);
        return worded.issued(reply(worded, on), new Issued(on.getYear(), seq, number, digest(number, worded, on), now, on, by, entry, until(worded.appeal(), on)));
    }

    @Nullable LocalDate reply(Document d, LocalDate on) {
        return d.replyDays() == 0 ? null : deadlines.calendar().addWorkingDays(on, d.replyDays());
    }

    LocalDate until(String period, LocalDate from) {
        return deadlines.due(from, Period.parse(period)).lastDay();
    }

    LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, deadlines.zone());
    }

    /** What the chain keeps of a document: whoever changes a word of it later is found out. */
    static String digest(String number, Document d, LocalDate on) {
        var said = new HashMap<String, Object>(Map.of("number", number, "title", d.title(), "body", d.body(), "unit", d.unit(), "points", d.points().stripTrailingZeros().toPlainString(), "on", on.toString(), "matter", d.matter().toString(), "kind", d.kind().word()));
        if (d.colour() != null) said.put("colour", d.colour().word());
        return Sm3.hex(Sm3.digest(CanonicalJson.bytes(said)));
    }

    /** The line of a document that was issued. */
    Line line(Document d, Dossier dossier) {
        var issued = Objects.requireNonNull(d.issued());
        var note = new StringBuilder(chinese(d)).append(" ").append(issued.number()).append("：发").append(addressee(d));
        if (d.replyDue() != null) note.append("，").append(Dates.written(d.replyDue())).append("前回复");
        if (d.points().signum() > 0) note.append("，计").append(plain(d.points())).append("分");
        return line(d, "issue", note.append("。").toString(), Map.of("digest", issued.digest(), "number", issued.number()), dossier);
    }

    static Line line(Document d, String step, String note, Map<String, String> more, Dossier dossier) {
        var words = new LinkedHashMap<String, String>(more);
        words.put("document", d.id().toString());
        words.put("step", step);
        if (!note.isEmpty()) words.put("note", note);
        return Line.of(dossier, words);
    }

    static String chinese(Document d) {
        return new Step(d.step(), d.kind(), d.colour(), Step.From.END, 0, true, null, Whom.UNIT, 0, BigDecimal.ZERO, "", false, d.name(), "").chinese();
    }

    String addressee(Document d) {
        if (d.toPost() == null) return directory.unitName(d.toUnit());
        return d.toUnit() == d.unit() ? directory.unitName(d.unit()) + "主要负责人" : directory.called(d.toPost());
    }

    private Map<String, String> facts(Document d, Dossier dossier, LocalDate on) {
        var facts = new HashMap<String, String>();
        var late = deadlines.calendar().workingDaysBetween(d.lastDay(), on);
        var reply = reply(d, on);
        facts.put("文种", chinese(d));
        facts.put("收文", addressee(d));
        facts.put("单位", directory.unitName(d.unit()));
        facts.put("事项", dossier.matter().title());
        facts.put("编号", dossier.matter().number());
        facts.put("时限", d.clock().zh());
        facts.put("到期日", Dates.written(d.lastDay()));
        facts.put("逾期", on.isAfter(d.lastDay()) ? "到" + Dates.written(on) + "，已逾期" + (late > 0 ? late + "个工作日" : "") + "。" : "目前尚未到期。");
        facts.put("答复期限", reply == null ? "" : Dates.written(reply));
        facts.put("依据", d.basis());
        facts.put("扣分", d.points().signum() == 0 ? "" : plain(d.points()));
        facts.put("参加单位", d.participants());
        facts.put("申诉期限", Dates.written(until(d.appeal(), on)));
        facts.put("发文单位", directory.fullName(d.supervisor()));
        return facts;
    }

    static String plain(BigDecimal points) {
        return points.stripTrailingZeros().toPlainString();
    }
}
