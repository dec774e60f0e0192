package cn.duban.demo;

import cn.duban.hotline.Catalogue;
import cn.duban.hotline.Citizen;
import cn.duban.hotline.Competence;
import cn.duban.hotline.DeskChange;
import cn.duban.hotline.Intake;
import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Refusal;
import cn.duban.units.Directories;
import cn.duban.units.Directory;
import cn.duban.web.Viewer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The hotline of the invented city on an ordinary day: a catalogue of who is competent, and tickets that stand everywhere between the call and the rating. */
@Component
class DemoHotline {

    private final DeskChange desks;
    private final Catalogue catalogue;
    private final Intake intake;
    private final Citizen citizen;
    private final Ledger ledger;
    private final Directories directories;

    DemoHotline(DeskChange desks, Catalogue catalogue, Intake intake, Citizen citizen, Ledger ledger, Directories directories) {
        this.desks = desks;
        this.catalogue = catalogue;
        this.intake = intake;
        this.citizen = citizen;
        this.ledger = ledger;
        this.directories = directories;
    }

    void load(City.Founded city) {
        new Play(city, directories.of(city.tenant())).perform();
    }

    private final class Play {
        private final City.Founded city;
        private final Directory here;

        Play(City.Founded city, Directory here) {
            this.city = city;
            this.here = here;
        }

        void perform() {
            desks.set(unit("12345热线中心"), here.today(), as("admin"));
            competent("市政设施", null, "市住建局");
            competent("市政设施·排水内涝", "云栖街道", "云栖街道");
            competent("生态环境", null, "市生态环境局");
            competent("住房物业", null, "市住建局");
            competent("劳动保障", null, "市人社局");
            competent("交通出行", null, "市交通运输局");
            reported("urgent", Map.of("kind", "complaint", "channel", "phone", "urgent", "true", "body", "南湖路铁路桥下路面塌了一个坑，半个车轮大，已经有电动车摔倒。", "place", "南湖路铁路桥下", "area", "临溪区", "category", "市政设施·道路破损", "phone", "13800000001", "name", "桑女士"));
            reported("new", Map.of("kind", "enquiry", "channel", "web", "body", "外地户口在明川灵活就业，社保怎么交？需要带什么材料，去哪里办？", "phone", "13800000002"));
            var sent = reported("sent", Map.of("kind", "complaint", "channel", "phone", "body", "夜里十一点后工地还在打桩，连续三天，孩子没法睡觉。", "place", "云栖路云栖花园旁工地", "area", "云栖街道", "category", "市容环卫·施工扬尘噪声", "phone", "13800000003", "name", "毕先生", "confidential", "true"));
            dispatch(sent, "市住建局", "市容环卫·施工扬尘噪声");
            var disputed = reported("disputed", Map.of("kind", "complaint", "channel", "web", "body", "小区北门外夜市油烟直排，整栋楼都是味道。", "place", "石桥路夜市", "area", "石桥街道", "category", "生态环境·大气异味", "phone", "13800000004"));
            dispatch(disputed, "市生态环境局", "生态环境·大气异味");
            act(disputed, Act.of("object").saying("reason", "流动摊贩占道经营产生的油烟，按职责规定由属地街道先行处置。"), "eco.registry");
            var working = reported("working", Map.of("kind", "request", "channel", "phone", "body", "物业收了三年维修费，楼道灯坏了半年没人修，老人摔过一次。", "place", "望山花园六号楼", "area", "望山区", "category", "住房物业·物业服务", "phone", "13800000005", "name", "贺阿姨"));
            dispatch(working, "市住建局", "住房物业·物业服务");
            act(working, Act.of("receive"), "housing.registry");
            act(working, Act.of("report").saying("note", "已约谈物业公司，约定三日内更换全部楼道灯。"), "housing.handle2");
            var replied = reported("replied", Map.of("kind", "request", "channel", "web", "body", "102 路公交车早高峰半小时一班，上班经常迟到，希望加密班次。", "place", "云栖路站", "area", "云栖街道", "category", "交通出行·公共交通", "phone", "13800000006"));
            answered(replied, "市交通运输局", "交通出行·公共交通", List.of("transport.registry", "transport.handle", "transport"), "自下周一起，102 路早高峰发车间隔由三十分钟缩短到十二分钟。");
            var closed = reported("closed", Map.of("kind", "complaint", "channel", "phone", "body", "云栖路口路灯不亮一个多月。", "place", "云栖路口", "area", "云栖街道", "category", "市政设施·路灯", "phone", "13800000007", "name", "卜师傅"));
            answered(closed, "市住建局", "市政设施·路灯", List.of("housing.registry", "housing.handle1", "housing"), "路口四盏路灯已全部更换，当晚亮灯。");
            act(closed, Act.of("satisfied").field("pleased", "very").saying("note", "当晚就亮了，谢谢。"), "hotline.handle");
        }

        /** @param people who receives, who drafts and who approves */
        private void answered(MatterId id, String unit, String category, List<String> people, String reply) {
            dispatch(id, unit, category);
            act(id, Act.of("receive"), people.get(0));
            act(id, Act.of("draft").saying("note", reply), people.get(1));
            act(id, Act.of("reply"), people.get(2));
        }

        private void competent(String category, @Nullable String area, String unit) {
            catalogue.add(new Competence(0, category, area == null ? null : unit(area), unit(unit), LocalDate.of(2026, 1, 1), null, "明川市热线责任目录（2026年版）"), as("hotline.registry"));
        }

        private MatterId reported(String name, Map<String, String> typed) {
            var id = UUID.nameUUIDFromBytes(("demo ticket " + city.tenant() + " " + name).getBytes(StandardCharsets.UTF_8));
            return intake.take(id, intake.report(city.tenant(), new HashMap<>(typed)), "web".equals(typed.get("channel")) ? citizen.of(city.tenant()) : as("hotline.registry")).id();
        }

        private void dispatch(MatterId id, String unit, String category) {
            act(id, Act.of("dispatch").role("lead", unit(unit)).field("category", category).field("grade", "usual").due(here.today().plusDays(7)), "hotline.registry");
        }

        /** What was done under the key already is not done again, however the days it names have moved since. */
        private void act(MatterId id, Act act, String login) {
            try {
                ledger.act(id, act, as(login), "demo " + id + " " + act.action());
            } catch (Refusal.Refused refused) {
                if (!refused.refusal().rule().equals("idempotency")) throw refused;
            }
        }

        private int unit(String name) {
            return here.unitNamed(name).orElseThrow().id();
        }

        private Viewer as(String login) {
            int person = Objects.requireNonNull(city.logins().get(login), login);
            return here.viewer(here.person(person).orElseThrow(), here.postsOf(person).getFirst());
        }
    }
}
