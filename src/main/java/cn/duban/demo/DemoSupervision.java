package cn.duban.demo;

import cn.duban.evidence.EvidenceFiles;
import cn.duban.evidence.EvidenceKind;
import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Refusal;
import cn.duban.supervision.Docket;
import cn.duban.units.Directories;
import cn.duban.units.Directory;
import cn.duban.web.Viewer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;

/** A leader's instruction, an executive meeting with two decisions, and a livelihood pledge with its items, entered as everybody enters them. */
@Component
class DemoSupervision {

    private final Docket docket;
    private final Ledger ledger;
    private final EvidenceFiles files;
    private final Directories directories;

    DemoSupervision(Docket docket, Ledger ledger, EvidenceFiles files, Directories directories) {
        this.docket = docket;
        this.ledger = ledger;
        this.files = files;
        this.directories = directories;
    }

    void load(City.Founded city) {
        var play = new Play(city, directories.of(city.tenant()));
        play.instruction();
        play.media();
        play.meeting();
        play.pledge();
    }

    private final class Play {
        private final City.Founded city;
        private final Directory here;

        Play(City.Founded city, Directory here) {
            this.city = city;
            this.here = here;
        }

        void instruction() {
            var yesterday = here.today().minusDays(1).toString();
            var id = open("instruction", "南湖路积水点整治", null, Map.ofEntries(
                    Map.entry("body", "市民来信反映南湖路铁路桥下每逢大雨积水断行，请相关部门拿出一次性解决的办法。"), Map.entry("field.urgency", "hasty"), Map.entry("field.source-number", "明信〔2026〕118号"),
                    Map.entry("leader.0.post", post("vice1")), Map.entry("leader.0.kind", "instructed"), Map.entry("leader.0.on", yesterday), Map.entry("leader.0.words", "请住建局牵头，今年内根治，不能年年淹。"),
                    Map.entry("leader.1.post", post("mayor")), Map.entry("leader.1.kind", "circled"), Map.entry("leader.1.on", yesterday), Map.entry("leader.1.words", ""),
                    Map.entry("role.lead", unit("市住房和城乡建设局")), Map.entry("role.assist", unit("市交通运输局"))), "来信原件：南湖路铁路桥下积水情况。");
            act(id, Act.of("approve"), "inspect");
            act(id, Act.of("assign").role("lead", unitId("市住房和城乡建设局")).role("assist", unitId("市交通运输局")).due(here.today().plusDays(10)), "inspect1");
            act(id, Act.of("receive"), "housing.registry");
            act(id, Act.of("report").saying("note", "已查明积水原因是泵站能力不足，泵站扩容方案本周内报出。"), "housing.handle1");
        }

        /** Told once more by a newspaper: what the check for duplicates is there for. */
        void media() {
            open("media-exposure", "南湖路铁路桥下一下大雨就断行", null, Map.of("body", "晚报报道，南湖路铁路桥下每逢大雨积水断行，车辆熄火被困，市民盼望彻底整治。", "field.medium", "明川晚报", "field.exposed-on", here.today().toString(),
                    "role.lead", unit("市住房和城乡建设局")), null);
        }

        void meeting() {
            var held = here.today().minusDays(3);
            var meeting = open("meeting", "市政府第21次常务会议", null, Map.of("field.kind", "executive", "field.held-on", held.toString(), "field.minutes", "明政常纪〔" + held.getYear() + "〕21号"), null);
            act(meeting, Act.of("issue"), "inspect1");
            var item = open("agenda-item", "研究老旧小区改造和充电设施建设", meeting, Map.of("field.major", "project", "field.reviewed", "市司法局已合法性审查", "field.decided", "原则同意，抓紧组织实施。", "role.lead", unit("市住房和城乡建设局")), null);
            act(item, Act.of("docket"), "inspect1");
            var first = open("decision", "老旧小区改造方案报批", item, Map.of("body", "市住建局一个月内完成方案报批，市财政局落实资金。", "field.minutes", "第一条"), null);
            act(first, Act.of("approve"), "inspect");
            act(first, Act.of("assign").role("leader", as("vice1").post()).role("lead", unitId("市住房和城乡建设局")).role("assist", unitId("市财政局")).due(here.today().plusDays(30)), "inspect1");
            open("decision", "公共停车场充电设施全覆盖", item, Map.of("body", "市交通运输局牵头，明年一季度前完成。", "field.minutes", "第二条"), null);
        }

        void pledge() {
            var year = here.today().getYear();
            var pledge = open("pledge", "“一老一小”服务提升", null, Map.of("field.year", "" + year, "field.announced", "市政府工作报告", "field.items", "2"), null);
            act(pledge, Act.of("start"), "inspect1");
            var kitchens = open("project", "新建长者食堂12处", pledge, Map.of("field.sort", "pledged", "field.place", "各街道"), null);
            act(kitchens, Act.of("approve"), "inspect");
            act(kitchens, Act.of("assign").role("leader", as("vice2").post()).role("lead", unitId("临溪区人民政府")).due(here.today().plusDays(90)), "inspect1");
            var opened = open("milestone", "前6处长者食堂开餐", kitchens, Map.of(), null);
            act(opened, Act.of("start").role("lead", unitId("临溪区人民政府")).due(here.today().plusDays(45)), "inspect1");
            open("project", "新增普惠托位300个", pledge, Map.of("field.sort", "pledged"), null);
        }

        /** The same matter however often the city is entered. */
        private MatterId open(String type, String title, @Nullable MatterId parent, Map<String, String> fields, @Nullable String original) {
            var typed = new LinkedMultiValueMap<String, String>();
            typed.add("title", title);
            fields.forEach(typed::add);
            typed.add("secrecy", "internal");
            typed.add("role.approver", post("inspect"));
            var id = UUID.nameUUIDFromBytes(("demo " + city.tenant() + " " + title).getBytes(StandardCharsets.UTF_8));
            var attached = original == null ? List.<Act.Attachment>of() : List.of(file(original));
            var outcome = docket.open(id, type, typed, parent == null ? null : parent.id(), attached, as("inspect1"));
            return Objects.requireNonNull(outcome.matter(), () -> title + outcome.complaints().all());
        }

        private Act.Attachment file(String text) {
            try {
                var receipt = files.receive(as("inspect1"), "来文原件.txt", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), EvidenceKind.DOCUMENT);
                return new Act.Attachment(receipt.id().hex(), receipt.name(), receipt.kind().name(), receipt.mediaType(), receipt.size());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void act(MatterId id, Act act, String login) {
            try {
                ledger.act(id, act, as(login), "demo " + id + " " + act.action());
            } catch (Refusal.Refused refused) {
                if (!refused.refusal().rule().equals("idempotency")) throw refused;
            }
        }

        private int unitId(String name) {
            return here.unitNamed(name).or(() -> here.unitNamed("明川" + name)).orElseThrow().id();
        }

        private String unit(String name) {
            return String.valueOf(unitId(name));
        }

        private String post(String login) {
            return String.valueOf(as(login).post());
        }

        private Viewer as(String login) {
            int person = Objects.requireNonNull(city.logins().get(login), login);
            return here.viewer(here.person(person).orElseThrow(), here.postsOf(person).getFirst());
        }
    }
}
