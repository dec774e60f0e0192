package cn.duban.demo;

import cn.duban.performance.Appealing;
import cn.duban.performance.Assessing;
import cn.duban.performance.Assessing.Typed;
import cn.duban.performance.Conducting;
import cn.duban.performance.SchemeDesk;
import cn.duban.units.Directories;
import cn.duban.units.Directory;
import cn.duban.web.Viewer;
import cn.duban.workdays.Rhythm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The appraisal of the last quarter: three bureaus, scored, shown to them, one of which appeals. All of it or nothing, once. */
@Component
class DemoAppraisal {

    private static final List<String> UNITS = List.of("市生态环境局", "市行政审批服务局", "市财政局");

    private final SchemeDesk desk;
    private final Conducting conducting;
    private final Assessing assessing;
    private final Appealing appealing;
    private final Directories directories;

    DemoAppraisal(SchemeDesk desk, Conducting conducting, Assessing assessing, Appealing appealing, Directories directories) {
        this.desk = desk;
        this.conducting = conducting;
        this.assessing = assessing;
        this.appealing = appealing;
        this.directories = directories;
    }

    @Transactional
    void load(City.Founded city) {
        var here = directories.of(city.tenant());
        var writes = as("inspect1", city, here);
        if (desk.has("督查季度考核", writes)) return;
        var last = Rhythm.QUARTERLY.startOf(Rhythm.QUARTERLY.startOf(here.today()).minusDays(1));
        var scheme = desk.add(text(), writes);
        desk.consult(scheme, here.today().plusDays(5), writes);
        for (var login : List.of("eco", "permit", "finance")) desk.opine(scheme, "yes", login.equals("eco") ? "建议写明退回次数按台账统计" : "", as(login, city, here));
        desk.approve(scheme, last, as("inspect", city, here));
        var round = conducting.open(scheme, last, writes);
        score(round, "3", here, as("secretary", city, here), Map.of("市生态环境局", new Typed("3.5", "一份水质公告公开逾期", "政务公开检查通报第2期")), "4");
        score(round, "4", here, writes, Map.of("市生态环境局", new Typed("18", "两次以文件落实文件", "督查记录第11号"), "市财政局", new Typed("19", "一次答复没有数据", "督查记录第12号")), "20");
        score(round, "5", here, writes, Map.of("市行政审批服务局", new Typed("1", "取号提醒做法被上级转发", "工作简报第7期")), "0");
        conducting.show(round, writes);
        appealing.appeal(round, here.unitNamed("市生态环境局").orElseThrow().id(), "4", "其中一次已在会后十日内补报实地核查记录", "核查记录，十月", as("eco", city, here));
    }

    private void score(UUID round, String indicator, Directory here, Viewer viewer, Map<String, Typed> some, String others) {
        var typed = new LinkedHashMap<Integer, Typed>();
        for (var unit : UNITS) typed.put(here.unitNamed(unit).orElseThrow().id(), some.getOrDefault(unit, new Typed(others, "", "")));
        assessing.score(round, indicator, typed, viewer);
    }

    private static String text() {
        try (var text = new ClassPathResource("demo/appraisal.yaml").getInputStream()) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("demo/appraisal.yaml could not be read.", e);
        }
    }

    private static Viewer as(String login, City.Founded city, Directory here) {
        int person = Objects.requireNonNull(city.logins().get(login), login);
        return here.viewer(here.person(person).orElseThrow(), here.postsOf(person).getFirst());
    }
}
