package cn.duban.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import cn.duban.ledger.MatterId;
import cn.duban.ledger.Town;
import cn.duban.proposal.SuggestionFixture;
import cn.duban.rectification.Round;
import cn.duban.rectification.Rounds;
import cn.duban.sheets.UglyLedger;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * An example of every page of the house, from a city at work. What no fixture makes, people make here at the browser, as they would:
 * a document that waits, a sheet, a bulletin published and one being written, a type that was changed, a way for messages.
 */
final class Examples {

    private static final String NAME = "{name:[a-z][a-z0-9-]*}";
    private static final String VERSION = "{version:\\d{1,6}|shipped-\\d{1,6}}";
    private static final String TYPE = "/types/rectification-measure";

    private final Town town;
    private final Visitors visitors;
    private final Round round;
    private final SuggestionFixture suggestions;
    private final String held;
    private final String sampled;
    private final List<Visit> visits = new ArrayList<>();

    /** @param held the page of a message that waits apart @param sampled the page of a ticket that was drawn */
    Examples(Town town, Rounds rounds, Visitors visitors, SuggestionFixture suggestions, String held, String sampled) {
        this.held = held;
        this.sampled = sampled;
        this.suggestions = suggestions;
        this.town = town;
        this.visitors = visitors;
        var inspect = town.as("inspect");
        round = rounds.find(rounds.list(inspect).getFirst().id(), inspect).orElseThrow();
    }

    List<Visit> all() {
        people();
        accounts();
        matters();
        rounds();
        sheets();
        bulletins();
        types();
        messages();
        lists();
        supervision();
        inspections();
        escalation();
        appraisals();
        suggestions();
        hotline();
        visits.addAll(new RatingExamples(town, visitors, sampled).all());
        return visits;
    }

    private void see(String address, String login, Object path) {
        see(address, login, path, 200);
    }

    private void see(String address, String login, Object path, int status) {
        visits.add(new Visit(address, login, path.toString(), status, false));
    }

    private MatterId measure(String state) {
        return round.measures().filter(measure -> measure.state().equals(state)).findFirst().orElseThrow().id();
    }

    private void people() {
        var unit = "/units/" + town.unit("市生态环境局");
        see("/units", "inspect", "/units");
        see("/units", "admin", "/units?q=环境");
        see("/units/{unit:[0-9]+}", "admin", unit);
        see("/units/{unit:[0-9]+}", "eco.handle", "/units/" + town.unit("市住房保障中心"));
        for (var ask : List.of("units/new", "rename", "move", "close", "posts/new")) see("/units/{unit:[0-9]+}/" + ask, "admin", unit + "/" + ask);
        see("/units/{unit:[0-9]+}/rename", "inspect", unit + "/rename", 403);
        var post = "/posts/" + town.post("eco.handle");
        see("/posts/{post:[0-9]+}", "admin", post);
        for (var ask : List.of("charge", "close", "take")) see("/posts/{post:[0-9]+}/" + ask, "admin", post + "/" + ask);
        var person = "/people/" + town.as("eco.handle").person();
        see("/people", "admin", "/people");
        see("/people", "inspect", "/people?q=没有此人");
        see("/people/{person:[0-9]+}", "admin", person);
        see("/people/new", "admin", "/people/new");
        for (var ask : List.of("correct", "take", "depart")) see("/people/{person:[0-9]+}/" + ask, "admin", person + "/" + ask);
        see("/people/{person:[0-9]+}/depart", "admin", "/people/" + town.as("vice1").person() + "/depart");
        see("/people/{person:[0-9]+}/posts/{post:[0-9]+}/leave", "admin", person + post + "/leave");
        for (var what : List.of("units", "people")) see("/{what:units|people}/paste", "admin", "/" + what + "/paste");
        see("/calendar", "admin", "/calendar");
        see("/calendar", "inspect", "/calendar?year=" + (town.today().getYear() + 3));
        visits.add(new Visit("/calendar/rest", "admin", "/calendar/rest?day=" + town.today(), 200, true));
    }

    private void accounts() {
        see("/access/sign-in", "", "/access/sign-in");
        see("/access/sign-in", "", "/access/sign-in?out");
        see("/access/me", "inspect", "/access/me");
        see("/access/password", "inspect", "/access/password");
        see("/access/tokens", "admin", "/access/tokens");
        see("/access/accounts", "admin", "/access/accounts");
        see("/first-run", "", "/first-run", 404);
        see("/error", "", "/error", 404);
        see("/error", "inspect", "/no-such-page", 404);
        see("/error", "inspect", "/access/accounts", 403);
    }

    private void matters() {
        see("/", "inspect", "/");
        for (var login : List.of("admin", "vice1", "eco.registry", "eco.handle")) see("/", login, "/");
        see("/ledgers", "inspect", "/ledgers");
        see("/matters", "inspect", "/matters");
        see("/matters", "eco.handle", "/matters?q=没有这样的事项");
        see("/matters/bulk", "inspect", "/matters/bulk");
        for (var face : List.of("board", "timeline", "calendar")) {
            see("/matters/" + face, "inspect", "/matters/" + face);
            see("/matters/" + face, "eco.handle", "/matters/" + face + "?type=rectification-measure");
            see("/matters/" + face, "inspect", "/matters/" + face + "?q=没有这样的事项");
        }
        see("/matters", "inspect", "/matters?cols=number.title.type.assist.leader.owes.received.promised.due.settled.lamp.claim");
        see("/matters/columns", "inspect", "/matters/columns");
        see("/matters/views", "inspect", "/matters/views");
        var eco = town.unit("市生态环境局");
        var returned = round.measures().filter(measure -> measure.state().equals("working") && Integer.valueOf(eco).equals(measure.unit("lead"))).findFirst().orElseThrow().id();
        see("/matters/{id}", "inspect", "/matters/" + round.head().id());
        see("/matters/{id}", "inspect", "/matters/" + round.findings().getFirst().head().id());
        for (var state : List.of("drafted", "assigned", "working", "submitted", "closed")) see("/matters/{id}", "inspect", "/matters/" + measure(state));
        see("/matters/{id}", "eco.handle", "/matters/" + returned);
        visits.add(new Visit("/matters/{id}/brief", "eco.handle", "/matters/" + returned + "/brief", 200, true));
        var acts = "/matters/{id}/actions/{action}";
        for (var act : List.of("assign", "void", "correct", "classify", "merge")) see(acts, "inspect", "/matters/" + measure("drafted") + "/actions/" + act);
        for (var act : List.of("close", "return", "sustain", "comment")) see(acts, "inspect", "/matters/" + measure("submitted") + "/actions/" + act);
        for (var act : List.of("extend", "pause", "reassign")) see(acts, "inspect", "/matters/" + measure("working") + "/actions/" + act);
        for (var act : List.of("report", "submit")) see(acts, "eco.handle", "/matters/" + returned + "/actions/" + act);
        see(acts, "inspect", "/matters/" + round.head().id() + "/actions/review");
        see(acts, "inspect", "/matters/" + measure("closed") + "/actions/close", 409);
        see("/matters/{id}/assignments/{no}/actions/{action}", "eco.registry", "/matters/" + returned + "/assignments/1/actions/hand-on");
        see("/matters/{id}/alikes", "inspect", "/matters/" + returned + "/alikes");
        var inspect = visitors.as("inspect");
        inspect.open("/matters/" + returned);
        see("/matters/{id}/entries/{no}/progress", "inspect", inspect.page.locator("[hx-get$='/progress']").first().getAttribute("hx-get"));
        see("/evidence/{id}", "inspect", inspect.address("a[href^='/evidence/']"));
        see("/progress", "eco.handle", "/progress");
        see("/progress/{matter}", "eco.handle", "/progress/" + returned);
        see("/progress/missing", "inspect", "/progress/missing");
        see("/progress/review", "inspect", "/progress/review");
        see("/alikes", "inspect", "/alikes");
        see("/alikes/clusters", "inspect", "/alikes/clusters?level=likely");
        see("/alikes/apart", "inspect", "/alikes/apart");
        see("/matters/new", "inspect", "/matters/new");
        see("/matters/new", "inspect", "/matters/new?type=rectification-measure");
        see("/search", "inspect", "/search?q=窗口");
        see("/search", "inspect", "/search");
        see("/search", "eco.handle", "/search?q=没有这样的字");
    }

    private void rounds() {
        var inspect = visitors.as("inspect");
        inspect.open("/rectification/intakes");
        read(inspect.page, new FilePayload("通报.txt", "text/plain", """
                明川市生态环境局党组关于巡察整改情况的通报
                发布日期:2026-09-30
                二、整改落实情况
                (一)履行主体责任方面
                1.针对“河道乱倒垃圾反复出现”问题。一是组织沿河排查。整改情况:整改完毕
                责任单位:市生态环境局
                """.getBytes(StandardCharsets.UTF_8)));
        see("/rectification/intakes", "inspect", "/rectification/intakes");
        see("/rectification/intakes/{id}", "inspect", inspect.path());
        see("/rectification/rounds", "inspect", "/rectification/rounds");
        see("/rectification/rounds", "eco.handle", "/rectification/rounds");
        see("/rectification/rounds/{id}", "inspect", "/rectification/rounds/" + round.head().id());
        inspect.open("/rectification/intakes");
        read(inspect.page, new FilePayload("要点.txt", "text/plain", plan()));
        inspect.page.locator("button[value=adopt]").click();
        inspect.page.waitForURL(Pattern.compile(".*/rectification/rounds/.*"));
        see("/rectification/rounds/{id}", "inspect", inspect.path());
        see("/matters/{id}", "inspect", "/matters/" + inspect.path().replaceFirst(".*/", ""));
        see("/rectification/rounds/{id}/plan", "inspect", "/rectification/rounds/" + round.head().id() + "/plan");
    }

    private static byte[] plan() {
        try (var plan = Examples.class.getResourceAsStream("/bulletins/business-plan.txt")) {
            return Objects.requireNonNull(plan).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(Page page, FilePayload file) {
        page.locator("input[name=file]").setInputFiles(file);
        page.locator("form[enctype] button.btn-primary").first().click();
        page.waitForURL(Pattern.compile(".*/[0-9a-f-]{30,}.*"));
    }

    private void sheets() {
        var inspect = visitors.as("inspect");
        inspect.open("/sheets");
        see("/sheets", "inspect", "/sheets");
        read(inspect.page, new FilePayload("台账.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", UglyLedger.workbook()));
        var sheet = inspect.path();
        see("/sheets/{id}/type", "inspect", sheet + "/type");
        see("/sheets/{id}", "inspect", sheet + "?step=mapping");
        inspect.page.locator("button", new Page.LocatorOptions().setHasText("检查全部行")).click();
        assertThat(inspect.page.locator(".tallies")).containsText("有问题");
        see("/sheets/{id}", "inspect", sheet);
        see("/sheets/{id}/progress", "inspect", sheet + "/progress");
    }

    private void bulletins() {
        var first = visitors.as("inspect1");
        see("/bulletins/issuer", "inspect", "/bulletins/issuer");
        first.open("/bulletins/issuer");
        first.page.locator("[name=contact]").fill("监督电话：0990-6620。");
        first.page.locator("form[action$='/issuer'] button.btn-primary").click();
        see("/bulletins/new", "inspect1", "/bulletins/new");
        see("/bulletins/periods/new", "inspect1", "/bulletins/periods/new");
        see("/bulletins/schedules", "inspect1", "/bulletins/schedules");
        template(first);
        var published = drafted(first);
        first.page.locator("input[name=vouched]").check();
        first.page.locator("form[action$='/review'] button.btn-primary").click();
        var inspect = visitors.as("inspect");
        inspect.open(published);
        inspect.page.locator("form[action$='/approval'] button.btn-primary").click();
        inspect.page.locator("details.confirm", new Page.LocatorOptions().setHas(inspect.page.locator("form[action$='/publication']"))).locator("summary").click();
        inspect.page.locator("form[action$='/publication'] button").last().click();
        inspect.page.waitForLoadState();
        var draft = drafted(first);
        see("/bulletins", "inspect1", "/bulletins");
        see("/bulletins/{id}", "inspect1", draft);
        see("/bulletins/{id}/figures/{name}", "inspect1", first.address("a.bound"));
        see("/bulletins/{id}", "inspect", published);
        see("/public/bulletins", "", "/public/bulletins");
        inspect.open("/public/bulletins");
        var slug = inspect.address("main a[href^='/public/bulletins/']");
        see("/public/bulletins/{slug}", "", slug);
        see("/public/bulletins/{slug}", "", "/public/bulletins/nothing", 404);
        see("/public/bulletins/{slug}/verification", "", slug + "/verification");
    }

    /** One with a fault first, as it is told in its line; then saved. */
    private void template(Visitor first) {
        first.open("/bulletins/templates/new");
        first.page.locator("[name=name]").fill("整改周通报");
        first.page.locator("[name=text]").fill("【标题】{台账}{通报}\n# 总体情况\n本期办结{办解}项。\n【各单位表】在办、办结、办结率\n");
        first.page.locator("button[name=keep]").click();
        assertThat(first.page.locator(".fault-list")).containsText("第3行");
        first.page.locator("[name=text]").fill("【标题】{台账}{通报}\n# 总体情况\n本期办结{本期办结}项。\n【各单位表】在办、办结、办结率\n{监督联系方式}\n");
        first.page.locator("button[name=keep]").click();
        first.page.waitForURL(Pattern.compile(".*/bulletins/templates/\\d+"));
        see("/bulletins/templates/{no}", "inspect1", first.path());
        see("/bulletins/templates/new", "inspect1", "/bulletins/templates/new");
        see("/bulletins/templates", "inspect1", "/bulletins/templates");
    }

    private static String drafted(Visitor visitor) {
        visitor.open("/bulletins/new");
        visitor.page.locator("input[name=root]").first().check();
        visitor.page.locator("form[action='/bulletins'] button.btn-primary").click();
        visitor.page.waitForURL(Pattern.compile(".*/bulletins/[0-9a-f-]{20,}.*"));
        return visitor.path();
    }

    private void types() {
        var admin = visitors.as("admin");
        copied(admin);
        see("/types/new", "admin", "/types/new");
        var yaml = admin.page.locator("#yaml").inputValue();
        keep(admin, yaml.replace("while: submitted, budget: 5wd", "while: submitted, budget: 3wd"));
        assertThat(admin.page.locator("#said")).containsText("没有问题");
        admin.open(TYPE + "/draft/publication");
        admin.page.locator("textarea[name=reason]").fill("核查要快");
        admin.page.locator("form[action$='/publication'] button.btn-primary").click();
        admin.page.waitForURL(Pattern.compile(".*" + TYPE + "$"));
        admin.open(TYPE + "/shipped-1/move");
        admin.page.locator("button[name=dry]").click();
        see("/types/" + NAME + "/" + VERSION + "/move", "admin", admin.page.url().replaceFirst("^https?://[^/]+", ""));
        admin.page.locator("textarea[name=reason]").fill("统一用新版本");
        admin.page.locator("#dry-run button.btn-primary").click();
        assertThat(admin.page.locator("#moving")).containsText("转换完成");
        see("/types/" + NAME + "/moves/{no:\\d{1,18}}", "admin", admin.path());
        see("/types/" + NAME + "/" + VERSION + "/move", "admin", TYPE + "/1/move");
        copied(admin);
        keep(admin, yaml.replace("to: working", "to: nowhere"));
        assertThat(admin.page.locator(".fault-list")).containsText("nowhere");
        see("/types", "admin", "/types");
        see("/types", "eco.handle", "/types");
        see("/types/" + NAME, "admin", TYPE);
        see("/types/" + NAME + "/" + VERSION, "inspect", TYPE + "/shipped-1");
        see("/types/" + NAME + "/" + VERSION + "/difference", "inspect", TYPE + "/1/difference");
        see("/types/" + NAME + "/draft", "admin", TYPE + "/draft");
        see("/types/" + NAME + "/draft/publication", "admin", TYPE + "/draft/publication");
        see("/types/" + NAME + "/" + VERSION + "/rehearsal", "inspect", TYPE + "/1/rehearsal");
    }

    private static void keep(Visitor admin, String yaml) {
        admin.page.locator("#yaml").fill(yaml);
        admin.page.locator("button", new Page.LocatorOptions().setHasText("保存并检查")).click();
        admin.page.waitForLoadState();
        assertThat(admin.page.locator("#yaml")).hasValue(yaml);
    }

    private static void copied(Visitor admin) {
        admin.open(TYPE);
        admin.page.locator("form[action$='/copy'] button").first().click();
        admin.page.waitForURL(Pattern.compile(".*/draft$"));
    }

    private void messages() {
        var admin = visitors.as("admin");
        admin.open("/notices/gateways/new?kind=SMS");
        admin.page.locator("input[name=name]").fill("短信平台");
        admin.page.locator("input[name=url]").fill("http://127.0.0.1:9/sms");
        admin.page.locator("input[name=secret]").fill("between us");
        admin.page.locator("main form button.btn-primary").click();
        admin.page.waitForURL(Pattern.compile(".*/notices/gateways/\\d+$"));
        see("/notices/gateways/{gateway}", "admin", admin.path());
        see("/notices/gateways", "admin", "/notices/gateways");
        for (var kind : List.of("MAIL", "WECOM", "DINGTALK", "SMS")) see("/notices/gateways/new", "admin", "/notices/gateways/new?kind=" + kind);
        see("/notices/deliveries", "admin", "/notices/deliveries");
        see("/notices/choices", "inspect", "/notices/choices");
        see("/notices", "eco.registry", "/notices");
        see("/notices", "admin", "/notices");
        var registry = visitors.as("eco.registry");
        registry.open("/notices");
        see("/notices/{id}", "eco.registry", registry.address(".notice-title a"));
    }

    private void supervision() {
        see("/supervision", "inspect1", "/supervision");
        see("/supervision", "vice1", "/supervision");
        for (var type : List.of("instruction", "meeting", "project", "media-exposure", "outer-lead", "deputies-issue", "enterprise-problem", "field-study")) see("/supervision/new/{source}", "inspect1", "/supervision/new/" + type);
        see("/supervision/new/{source}", "eco.handle", "/supervision/new/instruction", 403);
        var inspect = visitors.as("inspect1");
        inspect.open("/matters?type=meeting");
        var meeting = inspect.address("table a[href^='/matters/']");
        see("/supervision/below/{id}", "inspect1", "/supervision/below/" + meeting.replaceFirst(".*/", ""));
        see("/supervision/new/{source}", "inspect1", "/supervision/new/agenda-item?parent=" + meeting.replaceFirst(".*/", ""));
        inspect.open("/matters?type=instruction");
        see("/matters/{id}", "inspect", inspect.address("table a[href^='/matters/']"));
        see("/supervision/targets", "inspect1", "/supervision/targets");
        see("/supervision/targets", "eco.handle", "/supervision/targets?status=late");
        inspect.open("/supervision/targets");
        see("/supervision/targets/{id}", "inspect1", inspect.address("table a[href^='/supervision/targets/']"));
        see("/supervision/matters/{matter}/targets", "inspect1", "/supervision/matters/" + inspect.address("table a[href^='/matters/']").replaceFirst(".*/", "") + "/targets");
        see("/supervision/dispatches", "eco.handle", "/supervision/dispatches");
        inspect.open("/supervision/dispatches");
        inspect.page.locator("#name").fill("督办事项周调度");
        inspect.page.locator("#what").selectOption("supervision");
        inspect.page.locator("form[action='/supervision/dispatches'] button.btn-primary").click();
        inspect.page.waitForURL(Pattern.compile(".*/dispatches/[0-9a-f-]{36}"));
        see("/supervision/dispatches/{id}", "inspect1", inspect.path());
        see("/supervision/dispatches", "inspect1", "/supervision/dispatches");
    }

    private void escalation() {
        var document = "/escalation/{id:[0-9a-f]{8}-[0-9a-f-]{27}}";
        for (var login : List.of("inspect", "eco.handle", "vice1")) see("/escalation", login, "/escalation");
        see("/escalation", "inspect", "/escalation?kind=interview&overdue=yes");
        var inspect = visitors.as("inspect");
        inspect.open("/escalation?state=ready");
        see(document, "inspect", inspect.address(".due-reports a[href^='/escalation/']"));
        inspect.open("/escalation?kind=chaser&unit=" + town.unit("市生态环境局"));
        var chaser = inspect.address(".due-reports a[href^='/escalation/']");
        see(document, "inspect", chaser);
        see(document, "eco.handle", chaser);
        inspect.open(chaser);
        var line = inspect.address(".timeline a[href^='/matters/']");
        var entry = inspect.page.locator(".timeline a[href^='/matters/']").first().getAttribute("href").replaceFirst(".*#entry-", "");
        see("/matters/{id}", "eco.handle", line);
        see("/escalation/matters/{matter}", "inspect", line.replace("/matters/", "/escalation/matters/"));
        see("/escalation/matters/{matter}/lines/{no}", "inspect", line.replace("/matters/", "/escalation/matters/") + "/lines/" + entry);
        see("/escalation/coming", "inspect", "/escalation/coming?days=60");
        see("/escalation/coming", "finance.registry", "/escalation/coming?days=1");
        see("/escalation/ladders", "inspect", "/escalation/ladders");
        see("/escalation/ladders/{word:\\d{1,6}|shipped-\\d{1,3}}", "eco.handle", "/escalation/ladders/shipped-1");
        see("/escalation/ladders/new", "inspect", "/escalation/ladders/new");
        see("/escalation/ladders/new", "eco.handle", "/escalation/ladders/new", 403);
        see("/escalation/forms", "inspect", "/escalation/forms");
        see("/escalation/forms/{kind:chaser|order|listed|interview|named|conference}", "inspect", "/escalation/forms/order");
        see("/escalation/forms/{kind:chaser|order|listed|interview|named|conference}", "eco.handle", "/escalation/forms/interview");
    }

    private void suggestions() {
        var inspect = visitors.as("inspect");
        see("/proposals", "inspect", "/proposals");
        see("/proposals", "eco.handle", "/proposals");
        see("/proposals/rows", "inspect", "/proposals/rows?of=all");
        see("/proposals/rows", "inspect", "/proposals/rows?of=withdrawn");
        see("/proposals/new", "inspect", "/proposals/new");
        see("/proposals/new", "inspect", "/proposals/new?kind=cppcc-proposal");
        var id = "{id:\\d+-[0-9a-f-]{36}}";
        inspect.open("/proposals/rows?of=talked");
        var underWay = inspect.address("main a[href^='/matters/']").replaceFirst(".*/", "");
        see("/matters/{id}", "inspect", "/matters/" + underWay);
        see("/matters/{id}", "eco", "/matters/" + underWay);
        see("/matters/{id}/actions/{action}", "eco", "/matters/" + underWay + "/actions/reply");
        see("/matters/{id}/assignments/{no}/actions/{action}", "finance.registry", "/matters/" + underWay + "/assignments/3/actions/decline");
        var promised = suggestions.promised("31");
        see("/proposals/" + id, "inspect", "/proposals/" + promised);
        see("/proposals/" + id, "inspect", "/proposals/" + underWay);
        var open = suggestions.open("32");
        see("/public/proposals/" + id, "", "/public/proposals/" + open);
        see("/public/proposals/" + id, "", "/public/proposals/" + underWay, 404);
        see("/public/proposals", "", "/public/proposals");
    }

    private void lists() {
        see("/figures", "inspect", "/figures");
        see("/figures", "eco.handle", "/figures");
        see("/figures/wall", "inspect", "/figures/wall");
        var inspect = visitors.as("inspect");
        inspect.open("/figures");
        see("/figures/rows", "inspect", inspect.address("a.figure-tile"));
        see("/preferences", "", "/preferences?back=/access/sign-in");
    }

    private void inspections() {
        var id = "{id:[0-9a-f]{8}-[0-9a-f-]{27}}";
        var inspect = visitors.as("inspect");
        inspect.open("/inspections?from=" + town.today());
        see("/inspections", "inspect", "/inspections");
        see("/inspections", "eco.handle", "/inspections");
        var one = inspect.address("main a:has-text('四不两直')");
        var second = inspect.address("main a:has-text('窗口单位作风')");
        see("/inspections/" + id, "inspect", one);
        see("/inspections/" + id, "inspect", second);
        inspect.open(one);
        visits.add(new Visit("/inspections/matters/{id}", "inspect", inspect.address(".page-head a[href^='/matters/']").replace("/matters/", "/inspections/matters/"), 200, true));
        see("/inspections/new", "inspect1", "/inspections/new");
        see("/inspections/calendar", "inspect", "/inspections/calendar");
        see("/inspections/calendar", "inspect", "/inspections/calendar?year=" + town.today().getYear() + "&month=" + town.today().getMonthValue());
        see("/inspections/quotas", "inspect", "/inspections/quotas");
        see("/inspections/" + id + "/draws/new", "inspect", one + "/draws/new");
        inspect.open(one);
        var draw = inspect.address("main a[href^='/inspections/draws/']");
        see("/inspections/draws/" + id, "inspect", draw);
        see("/inspections/draws/how", "inspect", "/inspections/draws/how");
        see("/inspections/experts", "inspect", "/inspections/experts");
        var visit = inspect.address("main a[href^='/inspections/visits/'].due-title");
        see("/inspections/visits", "inspect", "/inspections/visits");
        see("/inspections/visits/new", "inspect1", "/inspections/visits/new");
        see("/inspections/visits/new", "eco.handle", "/inspections/visits/new");
        see("/inspections/visits/" + id, "inspect", visit);
        var finding = inspect.address("main a[href^='/matters/'].due-title");
        see("/matters/{id}", "inspect", finding);
        see("/inspections/findings/{id}", "inspect", finding.replace("/matters/", "/inspections/findings/"));
        reports(one, id);
        contacts(id);
    }

    private void reports(String inspection, String id) {
        var first = visitors.as("inspect1");
        see("/inspections/reports/new", "inspect1", "/inspections/reports/new?inspection=" + inspection.replaceFirst(".*/", ""));
        first.open("/inspections/reports/new?inspection=" + inspection.replaceFirst(".*/", ""));
        first.page.locator("#title").fill("关于窗口服务督查情况的报告");
        first.page.locator("#addressee").fill("市政府");
        first.page.locator("main form button.btn-primary").click();
        first.page.waitForURL(Pattern.compile(".*/inspections/reports/[0-9a-f-]{36}"));
        var report = first.path();
        first.page.locator("#text").fill("到现场{现场次数}次，开放窗口{窗口数}，排队19人。");
        first.page.locator("main form[action='" + report + "'] button").click();
        assertThat(first.page.locator(".alert-success")).containsText("已保存");
        first.page.locator("#name").fill("窗口数");
        first.page.locator("#value").fill("4个");
        first.page.locator("#unit").selectOption("" + town.unit("市生态环境局"));
        first.page.locator("#source").fill("大厅月报");
        first.page.locator("form[action$='/figures'] button").click();
        assertThat(first.page.locator(".alert-success")).containsText("已列入");
        see("/inspections/reports", "inspect1", "/inspections/reports");
        see("/inspections/reports/" + id, "inspect1", report);
        see("/inspections/figures", "eco.handle", "/inspections/figures");
    }

    private void contacts(String id) {
        var inspect = visitors.as("inspect");
        see("/inspections/contacts", "inspect", "/inspections/contacts");
        inspect.open("/inspections/contacts");
        inspect.page.locator("#name").fill("云栖精密机械厂");
        inspect.page.locator("main form button.btn-primary").click();
        inspect.page.waitForURL(Pattern.compile(".*/inspections/contacts/[0-9a-f-]{36}"));
        var contact = inspect.path();
        inspect.page.locator("#text").fill("惠企资金申报材料反复提交");
        inspect.page.locator("form[action$='/leads'] button").click();
        assertThat(inspect.page.locator(".alert-success")).containsText("已登记");
        see("/inspections/contacts/" + id, "inspect", contact);
    }

    private void appraisals() {
        var inspect = visitors.as("inspect");
        inspect.open("/performance");
        var shown = inspect.address("main a[href^='/performance/rounds/']");
        var eco = town.unit("市生态环境局");
        see("/performance", "inspect", "/performance");
        see("/performance", "eco.handle", "/performance");
        see("/performance/rounds/{id}", "inspect", shown);
        see("/performance/rounds/{id}", "eco.handle", shown);
        see("/performance/rounds/{id}/sheet", "inspect1", shown + "/sheet");
        see("/performance/rounds/{id}/units/{unit}", "secretary", shown + "/units/" + eco);
        see("/performance/rounds/{id}/units/{unit}", "eco", shown + "/units/" + eco);
        see("/performance/deductions", "eco", "/performance/deductions?unit=" + eco + "&since=2026-01-01&on=2026-12-31");
        see("/performance/units/{unit}", "eco", "/performance/units/" + eco);
        see("/performance/schemes", "inspect1", "/performance/schemes");
        inspect.open("/performance/schemes");
        see("/performance/schemes/{id}", "inspect1", inspect.address("main .due-reports a[href^='/performance/schemes/']:not([href*='new'])"));
        for (var from : List.of("supervision", "health-index", "nothing")) see("/performance/schemes/new", "inspect1", "/performance/schemes/new?from=" + from);
        see("/progress/unreported", "inspect", "/progress/unreported?unit=" + eco + "&since=2026-01-01&on=2026-03-31");
    }

    private void hotline() {
        var id = "{id:\\d+-[0-9a-f-]{36}}";
        see("/hotline", "hotline.registry", "/hotline");
        see("/hotline", "eco.handle", "/hotline", 403);
        see("/hotline/calls/{id:[0-9a-f]{8}-[0-9a-f-]{27}}", "hotline.registry", "/hotline/calls/" + UUID.randomUUID());
        see("/hotline/callbacks", "hotline.handle", "/hotline/callbacks");
        see("/hotline/catalogue", "hotline.registry", "/hotline/catalogue");
        see("/hotline/settings", "admin", "/hotline/settings");
        for (var channel : List.of("open311", "mailbox", "hooks", "outgoing")) see("/hotline/settings/" + channel, "admin", "/hotline/settings/" + channel);
        for (var list : List.of("held", "ringing")) see("/hotline/" + list, "hotline.registry", "/hotline/" + list);
        see("/hotline/held/one", "hotline.registry", held);
        var desk = visitors.as("hotline.registry");
        desk.open("/hotline");
        platforms(desk);
        desk.open("/hotline");
        for (var wait : List.of("received", "disputed")) {
            desk.open("/hotline");
            see("/hotline/tickets/" + id, "hotline.registry", desk.address("section[aria-labelledby=wait-" + wait + "] a.due-title"));
        }
        desk.open("/hotline/callbacks");
        var replied = desk.address("a.due-title");
        see("/hotline/tickets/" + id, "hotline.handle", replied);
        see("/hotline/tickets/" + id + "/contact", "hotline.handle", replied + "/contact");
        see("/hotline/tickets/" + id + "/same", "hotline.handle", replied + "/same");
        see("/hotline/tickets/" + id + "/reply-check", "hotline.handle", replied + "/reply-check");
        see("/hotline/tickets/" + id + "/for-joined", "hotline.handle", replied + "/for-joined");
        see("/hotline/suggestions", "hotline.registry", "/hotline/suggestions");
        see("/hotline/clusters", "hotline.registry", "/hotline/clusters");
        see("/hotline/clusters/tickets", "hotline.registry", "/hotline/clusters/tickets?category=%E5%B8%82%E6%94%BF%E8%AE%BE%E6%96%BD&area=&from=2026-01-01&until=2026-12-31");
        see("/matters/{id}", "transport", replied.replace("/hotline/tickets/", "/matters/"));
        desk.open(replied);
        desk.page.locator("form[action$='/rating-code'] button").click();
        var link = desk.page.locator(".secret").first().textContent();
        see("/public/hotline/ratings/{token:[\\w-]{40,80}}", "", link);
        see("/public/hotline", "", "/public/hotline");
        see("/public/hotline/report", "", "/public/hotline/report?line=" + town.city.tenant());
        see("/public/hotline/report", "", "/public/hotline/report");
        see("/public/hotline/follow", "", "/public/hotline/follow");
        desk.page.locator("form[action$='/code'] button").click();
        var number = desk.page.locator(".codes .secret").first().textContent();
        var code = desk.page.locator(".codes .secret").last().textContent();
        var citizen = visitors.as("");
        citizen.open("/public/hotline/follow");
        if (citizen.page.locator("#line").count() > 0) citizen.page.locator("#line").selectOption("" + town.city.tenant());
        citizen.page.locator("#who").fill(number);
        citizen.page.locator("#code").fill(code);
        citizen.page.locator("main form button.btn-primary").click();
        assertThat(citizen.page.locator("h1")).containsText(number);
        see("/public/hotline/ticket", "", "/public/hotline/ticket");
    }

    /** A platform above hands one order down as a sheet, and gets the answer back as one. */
    private void platforms(Visitor desk) {
        see("/hotline/platforms", "hotline.registry", "/hotline/platforms");
        var admin = visitors.as("admin");
        admin.open("/hotline/settings/hooks");
        admin.page.locator("#kind").selectOption("platform");
        admin.page.locator("#name").fill("省平台");
        admin.page.locator("form[action$='/hooks'] button.btn-primary").click();
        assertThat(admin.page.locator(".secret")).isVisible();
        desk.open("/hotline/platforms");
        desk.page.locator("input[name=file]").setInputFiles(new FilePayload("交办.csv", "text/csv", "工单编号,来电人,电话,诉求内容,办理时限\nP-9,钱一诺,13711112222,石桥街路灯不亮要人来修,2030-01-01\n".getBytes(StandardCharsets.UTF_8)));
        desk.page.locator("form[action='/sheets'] button.btn-primary").click();
        desk.page.locator("button[name=then][value=check]").click();
        desk.page.locator("form[action$='/run'] button").click();
        assertThat(desk.page.locator(".alert-success")).containsText("导入完成");
        desk.page.locator(".tallies a[href$='show=new']").click();
        desk.open(desk.address("table.outcome a") + "/actions/decline-to-take");
        desk.page.locator("[name=note]").fill("不属于本级职责，请向供电公司反映。");
        desk.page.locator(".act-form button.btn-primary").click();
        desk.page.waitForURL(Pattern.compile(".*/matters/[^/]+$"));
        desk.open("/hotline/platforms");
        see("/hotline/platforms/{no:\\d{1,9}}", "hotline.registry", desk.path());
        desk.page.locator("form[action$='/hand-backs'] button").click();
        assertThat(desk.page.locator(".alert-success")).containsText("已记录");
        see("/hotline/platforms/{no:\\d{1,9}}/hand-backs/{id:[0-9a-f-]{36}}", "hotline.registry", desk.path());
    }
}
