package cn.duban.demo;

import cn.duban.inspection.Declaration;
import cn.duban.inspection.Declaration.State;
import cn.duban.inspection.Deciding;
import cn.duban.inspection.InspectionKind;
import cn.duban.inspection.InspectionMethod;
import cn.duban.inspection.PlanQuery;
import cn.duban.inspection.Plans;
import cn.duban.inspection.Quota;
import cn.duban.inspection.Quotas;
import cn.duban.inspection.draw.Draws;
import cn.duban.inspection.draw.Pool;
import cn.duban.inspection.visit.Findings;
import cn.duban.inspection.visit.Visit;
import cn.duban.inspection.visit.Visits;
import cn.duban.ledger.Ledger;
import cn.duban.units.Directories;
import cn.duban.units.Directory;
import cn.duban.web.Viewer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A plan of three inspections, the third too soon after the first at one bureau and so not yet approved; a team drawn, and one visit with a finding. */
@Component
class DemoInspections {

    private final Plans plans;
    private final Quotas quotas;
    private final Deciding deciding;
    private final Draws draws;
    private final Visits visits;
    private final Findings findings;
    private final Directories directories;
    private final Clock clock;

    DemoInspections(Plans plans, Quotas quotas, Deciding deciding, Draws draws, Visits visits, Findings findings, Directories directories, Clock clock) {
        this.plans = plans;
        this.quotas = quotas;
        this.deciding = deciding;
        this.draws = draws;
        this.visits = visits;
        this.findings = findings;
        this.directories = directories;
        this.clock = clock;
    }

    void load(City.Founded city) {
        var here = directories.of(city.tenant());
        var inspect = as(city, here, "inspect");
        var first = as(city, here, "inspect1");
        var today = here.today();
        if (plans.list(new PlanQuery(null, null, null, null, null, null), inspect).size() >= 3) return;
        quotas.set(new Quota(Quota.Scope.TOTAL, 0, LocalDate.of(today.getYear(), 1, 1), 12, 40, 5, null, "明办发〔2026〕3号", inspect.person()), inspect);
        quotas.set(new Quota(Quota.Scope.EACH, 0, LocalDate.of(today.getYear(), 1, 1), 3, 8, 3, 30, "明办发〔2026〕3号", inspect.person()), inspect);
        // the third is declared once the others are approved: what it comes too near to needs no reason, only it does
        var windows = approved(declared("营商环境“四不两直”督查", "市政府第41次常务会议", InspectionKind.SPECIAL, today, 3, true, first, here, "市行政审批服务局", "市住建局"), inspect);
        approved(declared("河道排污口整治督查", "市长批示", InspectionKind.LEAD_CHECK, today.plusDays(20), 2, true, first, here, "市生态环境局"), inspect);
        declared("窗口单位作风督查", "市政府工作要点", InspectionKind.DAILY, today.plusDays(12), 2, false, first, here, "市行政审批服务局", "市人社局");
        team(windows, here, inspect);
        visit(windows, here, first, inspect);
    }

    private Declaration declared(String title, String basis, InspectionKind kind, LocalDate from, int days, boolean unannounced, Viewer by, Directory here, String... units) {
        var known = plans.list(new PlanQuery(null, null, null, null, null, null), by).stream().filter(one -> one.title().equals(title)).findFirst();
        return known.orElseGet(() -> plans.find(plans.declare(new Declaration(by.tenant(), Ledger.newId(), from.getYear(), title, basis, kind, List.of(InspectionMethod.ON_SITE, InspectionMethod.CONSULTING), "到窗口、现场和台账，核对上一年度通报问题的整改", from, from.plusDays(days + 1L), days, by.unit(), List.of(),
                Arrays.stream(units).map(unit -> here.unitNamed(unit).orElseThrow().id()).toList(), unannounced, null, State.DECLARED, null, null, null, 1, by.person(), by.unit(), by.unitName() + " " + by.personName(), clock.instant(), null, null)), by).orElseThrow());
    }

    private Declaration approved(Declaration one, Viewer inspect) {
        if (one.open()) deciding.approve(one.id(), one.version(), "", inspect);
        return plans.find(one.id(), inspect).orElseThrow();
    }

    private void team(Declaration inspection, Directory here, Viewer inspect) {
        if (!draws.of(inspection.id(), inspect).isEmpty()) return;
        var from = List.of(here.unitNamed("市财政局").orElseThrow().id(), here.unitNamed("市人社局").orElseThrow().id(), here.unitNamed("市卫生健康委").orElseThrow().id());
        var draw = draws.prepare(inspection, Pool.of(here, inspection, from, 90, "", Set.of(), Map.of(), List.of()), 2, inspect);
        draws.draw(draw, List.of(Map.of("name", "荀守拙", "post", "市委巡察办主任", "words", "三十六"), Map.of("name", "骆怀瑾", "post", "市政府秘书长", "words", "风调雨顺")), inspect);
        draws.open(draw, inspect);
    }

    private void visit(Declaration inspection, Directory here, Viewer first, Viewer inspect) {
        // one and the same however often the city is entered
        var id = UUID.nameUUIDFromBytes(("visit " + inspection.id()).getBytes(StandardCharsets.UTF_8));
        var at = clock.instant().minus(Duration.ofHours(2));
        visits.keep(new Visit(first.tenant(), id, inspection.id(), here.unitNamed("市行政审批服务局").orElseThrow().id(), "政务大厅一楼不动产登记窗口", InspectionMethod.ON_SITE, true, at, new Visit.Point(new BigDecimal("36.100000"), new BigDecimal("120.360000"), 15),
                "九点零五分到达，6个窗口开放4个，排队19人；随机问了3名群众，平均等候35分钟。", at.plus(Duration.ofMinutes(20)), null, first.person(), first.personName(), first.post(), first.unit(), first.unitName(), List.of(new Visit.Finding(1, "不动产登记窗口高峰时段只开放4个，承诺的6个没有落实", null)), List.of()), List.of());
        visits.find(id, inspect).ifPresent(visit -> findings.open(visit, inspect));
    }

    private static Viewer as(City.Founded city, Directory here, String login) {
        int person = Objects.requireNonNull(city.logins().get(login), login);
        return here.viewer(here.person(person).orElseThrow(), here.postsOf(person).getFirst());
    }
}
