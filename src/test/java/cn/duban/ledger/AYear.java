package cn.duban.ledger;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/** A year of an invented office: measures opened, handed out, worked on, sent back, closed and done again, up to today. */
@Component
public class AYear {

    private static final int DAYS = 365;

    private final Dossiers dossiers;
    private final Writer writer;
    private final Idempotency idempotency;
    private final MatterTypes types;
    private final Numbering numbering;
    private final cn.duban.units.Directories directories;
    private final cn.duban.workdays.Calendars calendars;
    private final cn.duban.evidence.EvidenceFiles files;
    private final Sight sight;
    private final Outbox outbox;
    private final PlatformTransactionManager transactions;
    private final org.springframework.beans.factory.ObjectProvider<ReportRule> reportRules;
    private final org.springframework.beans.factory.ObjectProvider<Objection> objections;
    private final Hosts hosts;
    private final Proof proof;

    AYear(Dossiers dossiers, Writer writer, Idempotency idempotency, MatterTypes types, Numbering numbering, cn.duban.units.Directories directories,
            cn.duban.workdays.Calendars calendars, cn.duban.evidence.EvidenceFiles files, Sight sight, Outbox outbox, PlatformTransactionManager transactions, org.springframework.beans.factory.ObjectProvider<ReportRule> reportRules, org.springframework.beans.factory.ObjectProvider<Objection> objections, Hosts hosts, Proof proof) {
        this.objections = objections;
        this.proof = proof;
        this.hosts = hosts;
        this.dossiers = dossiers;
        this.writer = writer;
        this.idempotency = idempotency;
        this.types = types;
        this.numbering = numbering;
        this.directories = directories;
        this.calendars = calendars;
        this.files = files;
        this.sight = sight;
        this.outbox = outbox;
        this.transactions = transactions;
        this.reportRules = reportRules;
    }

    /** So many measures, each on its own way; the same seed goes the same way. */
    public List<MatterId> of(Town town, int measures, int seed) {
        var random = new Random(seed);
        var hands = new Hands();
        hands.on(Duration.ofDays(-DAYS));
        var then = ledgerAt(hands);
        var ids = new ArrayList<MatterId>();
        for (int day = 0; day < DAYS; day++) {
            if (ids.size() < measures && random.nextInt(DAYS / measures) == 0) ids.add(then.open(town.measure("第" + ids.size() + "件"), town.as("inspect"), null).id());
            for (var id : ids) if (random.nextInt(9) == 0) step(then, id, town, random, hands);
            hands.on(Duration.ofDays(1));
        }
        return ids;
    }

    /** The kernel's own line for supervision, at another hour. */
    public Escalating escalatingAt(Clock clock) {
        return new Escalating(ledgerAt(clock), dossiers, types, directories, sight, files);
    }

    /** What does not hold when everything of a government is proved. */
    public List<Proof.Break> breaks(int tenant) {
        return proof.prove(tenant).breaks();
    }

    /** The door as it stands at another hour. */
    public Ledger ledgerAt(Clock clock) {
        return new Ledger(dossiers, writer, idempotency, types, numbering, directories, calendars, files, sight, outbox, clock, transactions, reportRules, objections, hosts);
    }

    private void step(Ledger then, MatterId id, Town town, Random random, Hands hands) {
        var state = dossiers.of(id).orElseThrow().matter().state();
        var due = java.time.LocalDate.ofInstant(hands.instant(), town.directory().zone()).plusDays(1 + random.nextInt(40));
        var lead = List.of("市生态环境局", "市住建局").get(random.nextInt(2));
        try {
            switch (state) {
                case "drafted" -> then.act(id, Act.of("assign").role("leader", town.post("vice1")).role("lead", town.unit(lead)).due(due), town.as("inspect"));
                case "assigned" -> then.act(id, Act.of("receive"), registry(id, town));
                case "working" -> {
                    switch (random.nextInt(5)) {
                        case 0 -> then.act(id, Act.of("report").saying("note", "进展至" + hands.instant()), registry(id, town));
                        case 1 -> then.act(id, Act.of("pause").saying("reason", "等批复"), town.as("inspect"));
                        case 2 -> then.act(id, Act.of("reassign").role("lead", town.unit(lead)).saying("reason", "职责调整"), town.as("inspect"));
                        default -> then.act(id, Act.of("submit").saying("note", "完成").with(town.aFile(registry(id, town))), registry(id, town));
                    }
                }
                case "paused" -> then.act(id, Act.of("resume"), town.as("inspect"));
                case "submitted" -> {
                    if (random.nextInt(3) == 0) then.act(id, Act.of("return").saying("reason", "不实").due(due), town.as("inspect"));
                    else then.act(id, Act.of(random.nextInt(4) == 0 ? "sustain" : "close").saying("verdict", "属实"), town.as("inspect1"));
                }
                default -> {
                    if (random.nextInt(6) == 0) then.act(id, Act.of("redo").saying("reason", "反弹").due(due), town.as("inspect"));
                    else if (random.nextInt(12) == 0) then.act(id, Act.of("void").saying("reason", "误录"), town.as("inspect"));
                }
            }
        } catch (Refusal.Refused refused) {
            // not everything that somebody tries may be done
        }
    }

    private cn.duban.web.Viewer registry(MatterId id, Town town) {
        var lead = dossiers.of(id).orElseThrow().bearing("lead").findFirst().orElseThrow().unit();
        return town.as(lead == town.unit("市生态环境局") ? "eco.registry" : "housing.registry");
    }
}
