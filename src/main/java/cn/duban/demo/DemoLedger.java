package cn.duban.demo;

import cn.duban.evidence.EvidenceFiles;
import cn.duban.evidence.EvidenceKind;
import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Refusal;
import cn.duban.rectification.Intake;
import cn.duban.rectification.Intakes;
import cn.duban.rectification.Round;
import cn.duban.rectification.Rounds;
import cn.duban.units.Directories;
import cn.duban.units.Directory;
import cn.duban.web.Viewer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Puts one invented bulletin on the city's ledger and lets its people begin, through the doors that everybody uses: read,
 * adopted, planned, handed out; some measures received, reported, handed in, verified; some still waiting. Each act has a key of
 * its own, so that whoever was stopped on the way begins anew and does only what is missing.
 */
@Component
class DemoLedger {

    private static final String NAME = "营商环境专项巡察整改通报.txt";

    private final Intakes intakes;
    private final Rounds rounds;
    private final Ledger ledger;
    private final EvidenceFiles files;
    private final Directories directories;
    private final DemoSupervision supervision;
    private final DemoAppraisal appraisal;
    private final DemoSuggestion suggestion;
    private final DemoHotline hotline;
    private final DemoRatings ratings;

    DemoLedger(Intakes intakes, Rounds rounds, Ledger ledger, EvidenceFiles files, Directories directories, DemoSupervision supervision, DemoAppraisal appraisal, DemoSuggestion suggestion, DemoHotline hotline, DemoRatings ratings) {
        this.ratings = ratings;
        this.hotline = hotline;
        this.supervision = supervision;
        this.appraisal = appraisal;
        this.suggestion = suggestion;
        this.intakes = intakes;
        this.rounds = rounds;
        this.ledger = ledger;
        this.files = files;
        this.directories = directories;
    }

    void load(City.Founded city) {
        try (var bulletin = new ClassPathResource("demo/bulletin.txt").getInputStream()) {
            new Play(city, directories.of(city.tenant())).perform(bulletin.readAllBytes());
            appraisal.load(city);
            suggestion.load(city);
        } catch (IOException e) {
            throw new UncheckedIOException("demo/bulletin.txt could not be read.", e);
        }
        supervision.load(city);
        hotline.load(city);
        ratings.load(city);
    }

    private final class Play {
        private final City.Founded city;
        private final Directory here;

        Play(City.Founded city, Directory here) {
            this.city = city;
            this.here = here;
        }

        void perform(byte[] bulletin) {
            var inspect = as("inspect");
            var id = new MatterId(city.tenant(), adopted(bulletin, inspect));
            act(id, Act.of("start").role("leader", as("secretary").post()).due(here.today().plusMonths(4)), "inspect");
            var round = rounds.find(id, inspect).orElseThrow();
            var no = 0;
            for (var finding : round.findings()) {
                if (++no == 11) continue;
                for (var measure : finding.measures()) assign(measure);
            }
            carryOn(rounds.find(id, inspect).orElseThrow());
        }

        private UUID adopted(byte[] bulletin, Viewer inspect) {
            var read = intakes.list(inspect).stream().filter(intake -> intake.name().equals(NAME)).findFirst();
            var round = read.map(Intake::round).orElse(null);
            return round != null ? round : intakes.adopt(read.map(Intake::id).orElseGet(() -> intakes.read(inspect, NAME, bulletin)), read.map(Intake::version).orElse(1), inspect);
        }

        /** What was done under the key already is not done again, however the days it names have moved since. */
        private void act(MatterId id, Act act, String login) {
            try {
                ledger.act(id, act, as(login), "demo " + id + " " + act.action());
            } catch (Refusal.Refused refused) {
                if (!refused.refusal().rule().equals("idempotency")) throw refused;
            }
        }

        private void assign(Round.Line measure) {
            if (measure.unit("lead") == null) return;
            var due = measure.dueOn() == null ? here.today().plusDays(45) : measure.dueOn();
            act(measure.id(), Act.of("assign").role("leader", leaderOf(measure)).field("mode", measure.dueOn() == null ? "now" : "dated").due(due), "inspect");
        }

        private int leaderOf(Round.Line measure) {
            var unit = here.unitName(Objects.requireNonNull(measure.unit("lead")));
            return as(unit.contains("环境") || unit.contains("建设") || unit.contains("交通") ? "vice1" : unit.contains("财政") ? "vice3" : "vice2").post();
        }

        /** The bureau of the environment and the licensing bureau are ahead of the others. */
        private void carryOn(Round round) {
            var licensing = ofUnit(round, "市行政审批服务局");
            receive(licensing.subList(0, 4), "permit.registry");
            act(licensing.get(0).id(), Act.of("report").saying("note", "不动产登记窗口已增至6个，叫号屏已调整，本月日均等候时间由52分钟降到19分钟。"), "permit.handle3");
            submit(licensing.get(0), "permit.handle3", "窗口已增至6个并连续运行三周", "不动产登记窗口现场核查记录：10月26日上午实地查看，6个窗口全部开放。");
            act(licensing.get(0).id(), Act.of("close").saying("verdict", "10月27日实地走访，6个窗口均在办件，等候时间属实。"), "inspect1");
            submit(licensing.get(1), "permit.handle3", "取号提醒已上线", "取号排队提醒上线截图说明及三天测试记录。");
            act(licensing.get(2).id(), Act.of("report").saying("note", "已通报两周窗口办件量，第三周起增加等候时长。"), "permit.handle3");
            var eco = ofUnit(round, "市生态环境局");
            receive(eco, "eco.registry");
            act(eco.get(0).id(), Act.of("report").saying("note", "推送系统已取消“超时默认接收”，改为专人签收；试运行一周签收率91%（273/300）。"), "eco.handle");
            submit(eco.get(0), "eco.handle", "改造完成，附试运行记录", "审管推送签收试运行记录：300条推送，273条专人签收，27条催办中。");
            act(eco.get(0).id(), Act.of("return").saying("reason", "27条未签收的去向没有说明，请补充后再报。").due(here.today().plusDays(20)), "inspect2");
            receive(ofUnit(round, "市财政局"), "finance.registry");
        }

        private List<Round.Line> ofUnit(Round round, String unit) {
            int id = here.unitNamed(unit).orElseThrow().id();
            return round.measures().filter(m -> m.handedOut() && Objects.equals(m.unit("lead"), id)).toList();
        }

        private void receive(List<Round.Line> measures, String login) {
            measures.forEach(m -> act(m.id(), Act.of("receive"), login));
        }

        private void submit(Round.Line measure, String login, String note, String record) {
            try {
                var receipt = files.receive(as(login), "核查记录.txt", new ByteArrayInputStream(record.getBytes(StandardCharsets.UTF_8)), EvidenceKind.SITE_VISIT);
                var file = new Act.Attachment(receipt.id().hex(), receipt.name(), receipt.kind().name(), receipt.mediaType(), receipt.size());
                act(measure.id(), Act.of("submit").saying("note", note).with(file), login);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private Viewer as(String login) {
            int person = Objects.requireNonNull(city.logins().get(login), login);
            var post = here.postsOf(person).getFirst();
            return here.viewer(here.person(person).orElseThrow(), post);
        }
    }
}
