package cn.duban.demo;

import cn.duban.hotline.Catalogue;
import cn.duban.hotline.Citizen;
import cn.duban.hotline.Competence;
import cn.duban.hotline.DeskChange;
import cn.duban.hotline.Intake;
import cn.duban.ledger.Act;
import cn.duban.ledger.MatterId;
import cn.duban.units.Directories;
import cn.duban.units.Directory;
import cn.duban.web.Viewer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private final DemoCast cast;
    private final DemoHotlineDesk desk;
    private final Directories directories;

    DemoHotline(DeskChange desks, Catalogue catalogue, Intake intake, Citizen citizen, DemoCast cast, DemoHotlineDesk desk, Directories directories) {
        this.desks = desks;
        this.catalogue = catalogue;
        this.intake = intake;
        this.citizen = citizen;
        this.cast = cast;
        this.desk = desk;
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
            var urgent = reported("urgent", Map.of("kind", "complaint", "channel", "phone", "urgent", "true", "body", "南湖路铁路桥下路面塌了一个坑，半个车轮大，已经有电动车摔倒。", "place", "南湖路铁路桥下", "area", "临溪区", "category", "市政设施·道路破损", "phone", "13800000001", "name", "桑女士"));
            joined("urgent too", urgent, Map.of("kind", "complaint", "channel", "web", "body", "骑电动车路过南湖路铁路桥下，路面有个大坑，险些摔倒，请赶快修。", "place", "南湖路铁路桥下", "area", "临溪区", "category", "市政设施·道路破损", "phone", "13800000008", "name", "柏同学"));
            joined("urgent again", urgent, Map.of("kind", "complaint", "channel", "phone", "body", "铁路桥下那个坑越来越大了，早上又有人摔了。", "place", "南湖路铁路桥下", "area", "临溪区", "category", "市政设施·道路破损", "phone", "13800000009", "name", "申大爷"));
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
            joined("replied too", replied, Map.of("kind", "complaint", "channel", "phone", "body", "102 路早上等了二十五分钟，车来了挤不上去。", "place", "云栖路站", "area", "云栖街道", "category", "交通出行·公共交通", "phone", "13800000010", "name", "简女士"));
            answered(replied, "市交通运输局", "交通出行·公共交通", List.of("transport.registry", "transport.handle", "transport"), "自下周一起，102 路早高峰发车间隔由三十分钟缩短到十二分钟。");
            var closed = reported("closed", Map.of("kind", "complaint", "channel", "phone", "body", "云栖路口路灯不亮一个多月。", "place", "云栖路口", "area", "云栖街道", "category", "市政设施·路灯", "phone", "13800000007", "name", "卜师傅"));
            answered(closed, "市住建局", "市政设施·路灯", List.of("housing.registry", "housing.handle1", "housing"), "路口四盏路灯已全部更换，当晚亮灯。");
            act(closed, Act.of("satisfied").field("pleased", "very").saying("note", "当晚就亮了，谢谢。"), "hotline.handle");
            wells();
            desk.keep(city, told("card", "social card", "社保卡丢了，补办要带什么材料，多久能拿到？", "政务服务·办事咨询", "带身份证到任一街道便民服务中心补办，当场可取；也可以在网上申请邮寄。"), told("licence", "street stall", "想在夜市摆摊，要办什么手续？", "政务服务·办事咨询", "到所在街道登记，领取摊位号即可，不收费用。"));
        }

        /** Several people on one stretch of road in one week: what rises, and what may be one trouble. */
        private void wells() {
            var told = List.of("云栖路十二号门前的污水井冒水，流了一地。", "云栖路十二号那边下水道又返水，味道很大。", "云栖路十四号门口污水漫到人行道，走不过去。", "云栖路菜场边上污水井堵了，夜里一直往外冒。", "云栖路十二号污水井盖周围全是脏水，老人小孩过不去。");
            for (int i = 0; i < told.size(); i++) reported("well " + i, Map.of("kind", "complaint", "channel", "phone", "body", told.get(i), "place", "云栖路", "area", "云栖街道", "category", "市政设施·排水内涝", "phone", "1380000002" + i));
        }

        private MatterId joined(String name, MatterId master, Map<String, String> typed) {
            var id = reported(name, typed);
            act(id, Act.of("merge").other(master.id()).saying("reason", "反映的是同一件事"), "hotline.registry");
            return id;
        }

        /** Asked and told at once. */
        private DemoHotlineDesk.Told told(String name, String about, String asked, String category, String answer) {
            var id = reported(name + " " + about, Map.of("kind", "enquiry", "channel", "phone", "body", asked, "phone", "1380000003" + name.length()));
            act(id, Act.of("answer-now").field("category", category).saying("note", answer), "hotline.registry");
            return new DemoHotlineDesk.Told(id, asked, answer, category);
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

        private void act(MatterId id, Act act, String login) {
            cast.act(city, id, act, login);
        }

        private int unit(String name) {
            return here.unitNamed(name).orElseThrow().id();
        }

        private Viewer as(String login) {
            return cast.as(city, login);
        }
    }
}
