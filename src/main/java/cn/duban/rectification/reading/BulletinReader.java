package cn.duban.rectification.reading;

import cn.duban.rectification.reading.Reading.Claim;
import cn.duban.rectification.reading.Reading.Kind;
import cn.duban.rectification.reading.Reading.Section;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;

/** A rectification bulletin: aspects, findings, measures, claims. */
final class BulletinReader {
    private static final Pattern INVITATION = Pattern.compile(
            "^欢迎.{0,30}监督|^(?:联系|监督|举报)(?:方式|电话|人)\\s?:|^(?:电\\s*话|邮\\s*编|邮政编码|邮政信箱|通[信讯]地址|(?:电子)?邮箱)\\s?:"
                    + "|^(?:公示|公开|公布)(?:期间|期|时间)|^(?:广大|干部群众|社会各界|如有|如对).{0,60}(?:监督|意见|建议|反映)"
                    + "|(?:联系|监督|举报)(?:电话|方式)\\s?[:为]?\\s?(?:\\(?0\\d{2,3}\\)?\\s?[-—–]?\\s?)?\\d{7}");
    static final Pattern NUMBER = Pattern.compile("[\\u4e00-\\u9fff]{2,10}[〔\\[](?:19|20)\\d{2}[〕\\]]\\s?\\d+\\s?号");

    private static final int FOOT = 10;

    private final int footLine;
    private final Normaliser.Clean clean;
    private final Masthead masthead;
    private final Node root;
    private final List<Remark> remarks;

    BulletinReader(Normaliser.Clean clean, Masthead masthead) {
        this.clean = clean;
        this.masthead = masthead;
        this.footLine = footLine(clean.body());
        this.root = Outline.of(ProblemTable.unfold(ProblemCards.unfold(clean.body())).stream().filter(passage -> !isFoot(passage)).toList());
        this.remarks = new ArrayList<>(clean.remarks());
    }

    Reading read() {
        var found = new Findings(root, new FindingReader(masthead.date(), remarks)).read();
        var findings = found.findings();
        var outside = new ArrayList<>(root.all().filter(node -> !found.isInFinding(node)).flatMap(Node::passages).toList());
        outside.addAll(clean.body().stream().filter(this::isFoot).toList());
        var claims = new ArrayList<Claim>();
        var inspection = new Inspection(clean.body(), opening(), claims, remarks);
        var aspects = found.aspects();
        Claims.check(outside, findings, aspects, found.levels(), claims, remarks);
        Figures.check(clean.body(), claims, remarks);
        Doubts.check(clean.body(), findings, masthead, claims, remarks);
        if (findings.isEmpty()) {
            remarks.add(new Remark("NO_FINDINGS", "没有读到逐条列出的问题，只读了概述中的数字。", 1));
        }
        return new Reading(Kind.RECTIFICATION_BULLETIN, masthead.title() == null ? null : masthead.title().printed, masthead.issuer(),
                masthead.date(), inspection.by, inspection.feedbackOn, inspection.period, null, sections(root), aspects, findings,
                List.of(), List.of(), claims, Contacts.in(outside), documentNumbers(clean.body()), Reader.sorted(remarks));
    }

    /** Signature, date and the invitation to write belong to no finding. */
    private boolean isFoot(Passage passage) {
        return passage == masthead.signature() || passage == masthead.closing() || Dates.isAlone(passage.text)
                || Enumerator.at(passage.text) == null && passage.line() >= footLine && INVITATION.matcher(passage.text).find();
    }

    /** The line behind which the document may close: its last ten paragraphs. */
    private static int footLine(List<Passage> body) {
        return body.isEmpty() ? 0 : body.get(Math.max(0, body.size() - FOOT)).line();
    }

    /** What stands before the first finding: there the dates of inspection and feedback are told. */
    private List<Passage> opening() {
        return clean.body().subList(0, Math.min(clean.body().size(), 20));
    }

    static List<Section> sections(Node root) {
        return root.children.stream()
                .filter(top -> top.enumerator != null && top.rank() <= Enumerator.Style.BRACKETED_CHINESE.ordinal())
                .map(top -> new Section(top.enumerator.inPath(), top.head.firstSentence().printed, top.line))
                .toList();
    }

    static List<String> documentNumbers(List<Passage> body) {
        var numbers = new LinkedHashSet<String>();
        for (var passage : body) {
            NUMBER.matcher(passage.text).results().forEach(number -> numbers.add(number.group()));
        }
        return List.copyOf(numbers);
    }
}
