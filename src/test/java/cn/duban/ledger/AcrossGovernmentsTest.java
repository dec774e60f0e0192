package cn.duban.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import cn.duban.DubanTest;
import cn.duban.demo.City;
import cn.duban.evidence.EvidenceFiles;
import cn.duban.evidence.FileId;
import cn.duban.ledger.type.Phase;
import cn.duban.units.Author;
import cn.duban.units.Directories;
import cn.duban.units.Units;
import cn.duban.units.Outside;
import cn.duban.web.Viewer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The city's inspection office gives the bureau of a district something: a matter that both governments work on, and nothing else of either. */
@DubanTest
class AcrossGovernmentsTest {

    @Autowired Ledger ledger;
    @Autowired Matters matters;
    @Autowired Dossiers dossiers;
    @Autowired Proof proof;
    @Autowired City cities;
    @Autowired Directories directories;
    @Autowired EvidenceFiles files;
    @Autowired District districts;
    @Autowired DSLContext sql;
    @Autowired Units units;

    private Town town;
    private District.Founded district;

    @BeforeEach
    void twoGovernments() {
        town = new Town(cities, directories, ledger, files);
        district = districts.found();
    }

    private MatterId given() {
        var id = town.aDraftedMeasure();
        ledger.act(id, Act.of("assign").role("leader", town.post("vice1")).role("lead", district.outside("水务局")).role("assist", town.unit("市住建局")).due(town.today().plusDays(60)), town.as("inspect"));
        return id;
    }

    private static String rule(org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        return catchThrowableOfType(Refusal.Refused.class, act).refusal().rule();
    }

    private List<MatterId> listed(Viewer viewer) {
        return matters.list(MatterQuery.all(), viewer).rows().stream().map(MatterRow::id).toList();
    }

    private List<String> owed(Viewer viewer) {
        return matters.owed(viewer).rows().stream().map(row -> row.matter().id() + " " + row.action()).toList();
    }

    @Test
    void goesFromTheCityToTheDistrictAndBackToWhoeverVerifies() {
        var id = given();
        var registry = district.as("水务收发");
        var handler = district.as("水务承办");
        assertThat(owed(registry)).containsExactly(id + " receive");
        assertThat(matters.owing(registry)).isEqualTo(1);
        assertThat(matters.owed(registry).rows().getFirst().matter().host()).isEqualTo("明川市人民政府");
        ledger.act(id, Act.of("receive"), registry);
        assertThat(owed(handler)).containsExactly(id + " submit");
        ledger.act(id, Act.of("report").saying("note", "已进场清淤"), handler);
        var file = town.aFile(handler);
        ledger.act(id, Act.of("submit").saying("note", "清淤完成").with(file), handler);
        assertThat(owed(handler)).isEmpty();

        var page = matters.page(id, town.as("inspect1")).orElseThrow();
        assertThat(page.parties()).filteredOn(party -> party.role().equals("lead")).singleElement()
                .satisfies(lead -> assertThat(lead.name()).isEqualTo("临溪区水务局")).satisfies(lead -> assertThat(lead.share().received()).endsWith("白露"));
        assertThat(page.timeline()).extracting(TimelineLine::no).hasSize(5);
        var stored = new FileId(id.tenant(), file.hash());
        assertThat(Stream.of(town.as("inspect1"), town.as("housing"), handler, district.as("水务局长"), district.as("区长"))).allMatch(viewer -> files.mayRead(viewer, stored));
        assertThat(Stream.of(town.as("finance"), district.as("财政承办"), district.as("区督查"))).noneMatch(viewer -> files.mayRead(viewer, stored));

        assertThat(rule(() -> ledger.act(id, Act.of("close").saying("verdict", "到位"), handler))).isEqualTo("role");
        assertThat(rule(() -> ledger.act(id, Act.of("close").saying("verdict", "到位"), district.as("水务局长")))).isEqualTo("role");
        ledger.act(id, Act.of("return").saying("reason", "下游还有淤积").due(town.today().plusDays(70)), town.as("inspect1"));
        assertThat(matters.owed(handler).rows()).singleElement().matches(OwedRow::returned);
        ledger.act(id, Act.of("submit").saying("note", "下游也清了").with(file), handler);
        ledger.act(id, Act.of("close").saying("verdict", "到位"), town.as("inspect1"));
        assertThat(dossiers.of(id).orElseThrow().matter().phase()).isEqualTo(Phase.ENDED);
        assertThat(matters.page(id, handler).orElseThrow().row().phase()).as("on record for those who did it").isEqualTo(Phase.ENDED);
        assertThat(proof.prove(id.tenant()).breaks()).isEmpty();
        assertThat(proof.prove(district.tenant()).breaks()).isEmpty();
    }

    @Test
    void answersItsOwnShareOfWhatAUnitOfTheCityLeads() {
        var id = town.aDraftedMeasure();
        ledger.act(id, town.assign().role("assist", town.unit("市住建局"), district.outside("河道科")), town.as("inspect"));
        ledger.act(id, Act.of("receive"), town.as("eco.registry"));
        var share = dossiers.of(id).orElseThrow().assignments().stream().filter(a -> a.unit() == district.outside("河道科")).findFirst().orElseThrow().no();
        var chief = district.as("河道科长");
        assertThat(owed(chief)).containsExactly(id + " receive");
        assertThat(rule(() -> ledger.act(id, Act.of("receive").on(share), district.as("水务收发")))).as("a section of their bureau, and not they").isEqualTo("role");
        ledger.act(id, Act.of("receive").on(share), chief);
        ledger.act(id, Act.of("answer").on(share).saying("note", "河道图已附"), chief);
        assertThat(rule(() -> ledger.act(id, Act.of("accept").on(share), chief))).isEqualTo("own-work");
        assertThat(owed(town.as("eco.handle"))).contains(id + " accept");
        ledger.act(id, Act.of("accept").on(share), town.as("eco.handle"));
        assertThat(proof.prove(id.tenant()).breaks()).isEmpty();
    }

    @Test
    void opensThisMatterAndNothingElse() {
        var id = given();
        var other = town.anAssignedMeasure();
        var child = ledger.open(new Opening(Ledger.newId(), "rectification", "rectification-measure", "另一件", "", Map.of("mode", "dated"), Map.of(), null, null, null, 0, Secrecy.INTERNAL, false, null, null), town.as("inspect"), null).id();
        var insiders = Stream.of("水务局长", "水务收发", "水务承办", "河道科长", "区长").map(district::as).toList();
        var outsiders = Stream.of("财政承办", "区督查").map(district::as).toList();
        for (var viewer : insiders) {
            assertThat(listed(viewer)).as(viewer.postName()).containsExactly(id);
            assertThat(matters.page(id, viewer)).isPresent();
        }
        for (var viewer : outsiders) {
            assertThat(listed(viewer)).as(viewer.postName()).isEmpty();
            assertThat(matters.page(id, viewer)).isEmpty();
            assertThat(matters.owing(viewer)).isZero();
            assertThat(rule(() -> ledger.act(id, Act.of("comment").saying("note", "看看"), viewer))).isEqualTo("not-found");
        }
        for (var viewer : Stream.concat(insiders.stream(), outsiders.stream()).toList())
            for (var closed : List.of(other, child, new MatterId(9_999_999, id.id()), new MatterId(district.tenant(), id.id()))) {
                assertThat(matters.page(closed, viewer)).isEmpty();
                assertThat(rule(() -> ledger.act(closed, Act.of("comment").saying("note", "看看"), viewer))).isEqualTo("not-found");
            }
        assertThat(listed(town.as("finance.handle"))).doesNotContain(id);
    }

    /** A bureau of the city whose number is that of the district's bureau bears nothing by that. */
    @Test
    void leavesNoFileWithAGovernmentWhoseMatterTheyMayNotSee() {
        given();
        var handler = district.as("水务承办");
        var file = town.aFile(handler);
        var other = town.aMeasureAtWork();
        assertThat(rule(() -> ledger.act(other, Act.of("comment").saying("note", "附材料").with(file), handler))).isEqualTo("not-found");
        assertThat(sql.fetchCount(table(name("evidence", "file")), field(name("tenant"), Integer.class).eq(town.city.tenant()), field(name("hash"), byte[].class).eq(java.util.HexFormat.of().parseHex(file.hash())))).isZero();
    }

    @Test
    void takesNoUnitForTheOneOfTheSameNumberElsewhere() {
        var id = town.aDraftedMeasure();
        ledger.act(id, Act.of("assign").role("leader", town.post("vice1")).role("lead", district.outside("河道科")).due(town.today().plusDays(60)), town.as("inspect"));
        var directory = town.directory();
        var same = directory.unit(district.bureaus().get("河道科")).orElseThrow();
        assertThat(directory.within(town.as("inspect").unit(), same.id())).as(same.name() + " stands above the inspection office").isFalse();
        var namesakes = directory.posts(same.id()).stream().flatMap(post -> directory.holders(post.id()).stream().map(person -> directory.viewer(person, post))).toList();
        assertThat(namesakes).isNotEmpty().allSatisfy(viewer -> assertThat(matters.page(id, viewer)).as(viewer.toString()).isEmpty()).allSatisfy(viewer -> assertThat(listed(viewer)).isEmpty());
    }

    @Test
    void standsInOneListWithTheDistrictsOwn() {
        var own = district.as("区督查");
        var first = ledger.open(ownMeasure("本区的一件"), own, null).id();
        ledger.act(first, Act.of("assign").role("leader", district.as("区长").post()).role("lead", district.bureaus().get("水务局")).due(town.today().plusDays(30)), own);
        var second = given();
        var third = ledger.open(ownMeasure("本区的又一件"), own, null).id();
        ledger.act(third, Act.of("assign").role("leader", district.as("区长").post()).role("lead", district.bureaus().get("水务局")).due(town.today().plusDays(90)), own);
        var all = List.of(first, second, third);
        for (var head : List.of("区长", "水务局长", "水务承办")) {
            var viewer = district.as(head);
            for (var sort : List.of(MatterQuery.Sort.OPENED, MatterQuery.Sort.DUE, MatterQuery.Sort.NUMBER, MatterQuery.Sort.TITLE, MatterQuery.Sort.STATE, MatterQuery.Sort.UNIT))
                for (var descending : List.of(false, true)) assertThat(paged(MatterQuery.all().by(sort, descending).pages(1), viewer)).as(head + " by " + sort).containsExactlyInAnyOrderElementsOf(all);
            assertThat(paged(MatterQuery.all().by(MatterQuery.Sort.OPENED, false).pages(1), viewer)).containsExactlyElementsOf(all);
            assertThat(matters.list(MatterQuery.all(), viewer).count()).isEqualTo(3);
            assertThat(matters.owing(viewer)).isEqualTo(matters.owed(viewer).rows().size());
            assertThat(matters.lanes(Map.of("open", MatterQuery.all().in(Phase.OPEN)), viewer).get("open").rows()).hasSize(3);
            var due = matters.dueDays(MatterQuery.all(), town.today(), town.today().plusDays(20), viewer).stream().collect(Collectors.summingInt(DueDay::all));
            assertThat(due).isEqualTo(3);
        }
        var byUnit = new MatterQuery(null, null, null, null, null, district.bureaus().get("水务局"), null, null, null, null, null, null, null, MatterQuery.Sort.DUE, false, null, 10);
        assertThat(paged(byUnit, district.as("区长"))).containsExactlyInAnyOrderElementsOf(all);
        assertThat(listed(town.as("inspect"))).containsExactly(second);
    }

    private Opening ownMeasure(String title) {
        return town.measure(title);
    }

    private List<MatterId> paged(MatterQuery query, Viewer viewer) {
        var ids = new java.util.ArrayList<MatterId>();
        for (var page = matters.list(query, viewer); ; page = matters.list(query.after(page.next()), viewer)) {
            page.rows().forEach(row -> ids.add(row.id()));
            if (page.next() == null) return ids;
        }
    }

    @Test
    void letsNobodyOutsideTheRegionBearAnything() {
        var far = districts.found("远山县", "990299");
        var id = town.aDraftedMeasure();
        var beside = new Town(cities, directories, ledger, files);
        for (var unit : List.of(far.outside("水务局"), Outside.number(beside.city.tenant(), beside.unit("市住建局")), Outside.number(4_000, 3), Outside.number(district.tenant(), 9_999)))
            assertThat(rule(() -> ledger.act(id, town.assign().role("lead", unit), town.as("inspect")))).isEqualTo("input");
    }

    @Test
    void barsWhoeverActedForTheUnitOutsideFromVerifyingIt() {
        var id = given();
        ledger.act(id, Act.of("receive").onBehalfOf(new Act.Behalf(district.outside("水务局"), "白露")), town.as("inspect"));
        ledger.act(id, Act.of("submit").saying("note", "电话报来").with(town.aFile("inspect")).onBehalfOf(new Act.Behalf(district.outside("水务局"), "江行舟")), town.as("inspect"));
        assertThat(rule(() -> ledger.act(id, Act.of("close").saying("verdict", "到位"), town.as("inspect")))).isEqualTo("own-work");
        ledger.act(id, Act.of("close").saying("verdict", "到位"), town.as("inspect1"));
    }

    @Test
    void sendsNoStatementMoreThanForAUnitOfOnesOwn() {
        town.anAssignedMeasure();
        given();
        var id = town.aDraftedMeasure();
        var act = Act.of("assign").role("leader", town.post("vice1")).role("lead", district.outside("水务局")).due(town.today().plusDays(60));
        var inspect = town.as("inspect");
        var sent = Statements.during(() -> ledger.act(id, act, inspect));
        assertThat(sent.reads()).hasSize(1);
        assertThat(sent.writes()).hasSizeBetween(1, 4);
        var registry = district.as("水务收发");
        matters.owing(registry);
        var received = Statements.during(() -> ledger.act(id, Act.of("receive"), registry));
        assertThat(received.reads()).filteredOn(s -> !s.contains("\"share\"")).hasSize(1);
        assertThat(received.writes()).hasSizeBetween(1, 4);
    }

    /** What a unit bears elsewhere goes with it when its own government closes it. */
    @Test
    void passesToTheSuccessorOfAUnitThatItsOwnGovernmentCloses() {
        var id = given();
        ledger.act(id, Act.of("receive"), district.as("水务收发"));
        var water = district.bureaus().get("水务局");
        var finance = district.bureaus().get("财政局");
        var author = new Author(district.tenant(), district.who().get("区长"));
        assertThat(units.resting(district.tenant(), water)).isEqualTo(1);
        units.close(author, district.bureaus().get("河道科"), town.today(), finance, "机构改革");
        assertThat(units.close(author, water, town.today(), finance, "机构改革")).isEqualTo(1);
        assertThat(dossiers.of(id).orElseThrow().bearing("lead").map(Responsibility::unit)).containsExactly(district.outside("财政局"));
        assertThat(owed(district.as("财政承办"))).containsExactly(id + " submit");
        assertThat(share(id)).containsExactlyInAnyOrder("{} ended", "{lead} borne");
        assertThat(proof.prove(id.tenant()).breaks()).isEmpty();
        assertThat(proof.prove(district.tenant()).breaks()).isEmpty();
    }

    @Test
    void losesTheListEntryWithTheWorkAndKeepsTheRecord() {
        var id = given();
        assertThat(share(id)).containsExactly("{lead} borne");
        ledger.act(id, Act.of("reassign").role("lead", town.unit("市生态环境局")).saying("reason", "改由市局承担"), town.as("inspect"));
        assertThat(share(id)).containsExactly("{} ended");
        assertThat(owed(district.as("水务收发"))).isEmpty();
        ledger.act(id, Act.of("reassign").role("lead", district.outside("水务局")).saying("reason", "还是由区里承担"), town.as("inspect"));
        assertThat(share(id)).containsExactly("{lead} borne");
        assertThat(owed(district.as("水务收发"))).hasSize(1);
        assertThat(proof.prove(id.tenant()).breaks()).isEmpty();
    }

    private List<String> share(MatterId id) {
        return sql.fetch("select roles::text, until from ledger.share where tenant = ? and matter = ?", district.tenant(), id.id()).map(r -> r.get(0, String.class) + (r.get(1) == null ? " borne" : " ended"));
    }

    @Test
    void countsDaysByTheCalendarOfTheGovernmentWhoseMatterItIs() {
        var id = given();
        var page = matters.page(id, district.as("水务收发")).orElseThrow();
        assertThat(page.row().number()).startsWith("整改〔" + LocalDate.now(town.directory().zone()).getYear());
        assertThat(page.clocks()).isEqualTo(matters.page(id, town.as("inspect")).orElseThrow().clocks());
    }
}
