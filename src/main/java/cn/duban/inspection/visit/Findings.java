package cn.duban.inspection.visit;

import cn.duban.evidence.EvidenceFiles;
import cn.duban.inspection.Declaration;
import cn.duban.inspection.Plans;
import cn.duban.inspection.visit.Visit.Finding;
import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Opening;
import cn.duban.ledger.Secrecy;
import cn.duban.units.Directories;
import cn.duban.units.Unit;
import cn.duban.web.Dates;
import cn.duban.web.NotFound;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import cn.duban.web.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Each finding of a visit becomes a matter derived from the inspection; nothing is typed twice. */
@Component
public class Findings {

    static final String TYPE = "inspection-finding";
    private static final String LEDGER = "inspection";
    private static final int LONGEST_TITLE = 40;

    private final Visits visits;
    private final Plans plans;
    private final Ledger ledger;
    private final EvidenceFiles files;
    private final Directories directories;
    private final TransactionTemplate transaction;

    Findings(Visits visits, Plans plans, Ledger ledger, EvidenceFiles files, Directories directories, PlatformTransactionManager transactions) {
        this.visits = visits;
        this.plans = plans;
        this.ledger = ledger;
        this.files = files;
        this.directories = directories;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** How many were opened; those that were open already stay as they are. */
    public int open(Visit visit, Viewer viewer) {
        viewer.require(Duty.SUPERVISE);
        var inspection = plans.find(visit.declaration(), viewer).orElseThrow(NotFound::new);
        var wanted = visit.findings().stream().filter(finding -> finding.matter() == null).toList();
        var prepared = ledger.number(wanted.stream().map(finding -> opening(finding, visit, inspection)).toList(), viewer);
        var photographs = files.attachable(viewer, visit.files()).stream().map(receipt -> new Act.Attachment(receipt.id().hex(), receipt.name(), receipt.kind().name(), receipt.mediaType(), receipt.size())).toArray(Act.Attachment[]::new);
        return transaction.execute(status -> {
            var still = visits.holdUnopened(visit).stream().map(Finding::no).toList();
            var opened = 0;
            for (int i = 0; i < wanted.size(); i++) {
                if (!still.contains(wanted.get(i).no())) continue;
                ledger.openNumbered(List.of(prepared.get(i)), viewer, null);
                var id = prepared.get(i).opening().id();
                if (photographs.length > 0) ledger.act(new MatterId(visit.tenant(), id), Act.of("comment").saying("note", Words.in(Words.CHINESE, "inspection.finding.photographs")).with(photographs), viewer);
                visits.opened(visit, wanted.get(i).no(), id);
                opened++;
            }
            return opened;
        });
    }

    private Opening opening(Finding finding, Visit visit, Declaration inspection) {
        var directory = directories.of(visit.tenant());
        var fields = new LinkedHashMap<String, String>();
        fields.put("source", "visit");
        fields.put("place", visit.place());
        fields.put("found-on", visit.visitedAt().atZone(directory.zone()).toLocalDate().toString());
        fields.put("found-by", Words.in(Words.CHINESE, "inspection.method." + visit.method().word()) + "（" + Words.in(Words.CHINESE, visit.unannounced() ? "inspection.manner.unannounced" : "inspection.manner.announced") + "）");
        var body = finding.text() + "\n" + Words.in(Words.CHINESE, "inspection.finding.seen", Dates.minute(visit.visitedAt()), directory.unitName(visit.unit()), visit.place(), visit.unitName() + " " + visit.personName()) + (visit.notes().isEmpty() ? "" : "\n" + visit.notes());
        var lead = directory.living(visit.unit()).map(Unit::id).map(List::of).orElse(List.of());
        return new Opening(Ledger.newId(), LEDGER, TYPE, title(finding.text()), body, fields, lead.isEmpty() ? Map.of() : Map.of("lead", lead), null, null, null, 0, Secrecy.INTERNAL, false, null, inspection.matter());
    }

    private static String title(String text) {
        var line = text.replaceAll("\\s+", " ");
        return line.length() <= LONGEST_TITLE ? line : line.substring(0, LONGEST_TITLE - 1) + "…";
    }
}
