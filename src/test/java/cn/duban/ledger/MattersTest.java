package cn.duban.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.duban.DubanTest;
import cn.duban.demo.City;
import cn.duban.evidence.EvidenceFiles;
import cn.duban.ledger.MatterQuery.Sort;
import cn.duban.ledger.type.Phase;
import cn.duban.units.Directories;
import cn.duban.web.Viewer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DubanTest
class MattersTest {

    @Autowired Matters matters;
    @Autowired Ledger ledger;
    @Autowired City cities;
    @Autowired Directories directories;
    @Autowired EvidenceFiles files;

    private Town town;

    @BeforeEach
    void aCityOfItsOwn() {
        town = new Town(cities, directories, ledger, files);
    }

    @Test
    void losesAndRepeatsNoRowWhateverTheOrderAndThePage() {
        var titles = List.of("清运垃圾", "清运垃圾", "补种树木", "修复河岸", "整治工地", "Ａ区排水", "二");
        var ids = new ArrayList<UUID>();
        var mark = "翻页" + UUID.randomUUID();
        for (int i = 0; i < 23; i++) {
            var id = ledger.open(town.measure(titles.get(i % titles.size()) + mark), town.as("inspect"), null).id();
            if (i % 3 == 0) ledger.act(id, town.assign().due(town.today().plusDays(10 + i % 5)), town.as("inspect"));
            if (i % 9 == 0) ledger.act(id, Act.of("void").saying("reason", "重复录入"), town.as("inspect"));
            ids.add(id.id());
        }
        var random = RandomGenerator.of("L64X128MixRandom");
        for (var sort : Sort.values())
            for (var down : List.of(true, false)) {
                var size = random.nextInt(1, 9);
                var read = walk(MatterQuery.all().holding(mark).by(sort, down).pages(size));
                assertThat(read).as("%s %s %s", sort, down, size).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(ids);
                assertThat(read).isEqualTo(walk(MatterQuery.all().holding(mark).by(sort, down).pages(200)));
            }
    }

    private List<UUID> walk(MatterQuery query) {
        var read = new ArrayList<UUID>();
        var page = matters.list(query, town.as("inspect"));
        for (read.addAll(ids(page)); page.next() != null; read.addAll(ids(page))) {
            assertThat(page.rows()).hasSize(query.size());
            page = matters.list(query.after(page.next()), town.as("inspect"));
            assertThat(page.count()).isEqualTo(23);
        }
        return read;
    }

    private static List<UUID> ids(Listing page) {
        return page.rows().stream().map(row -> row.id().id()).toList();
    }

    @Test
    void refusesAPlaceThatNoPageNamed() {
        assertThatThrownBy(() -> matters.list(MatterQuery.all().after("nonsense"), town.as("inspect"))).isInstanceOf(Refusal.Refused.class);
    }

    @Test
    void showsADraftToItsSupervisorOnlyAndAMatterToThoseConcerned() {
        var draft = town.aDraftedMeasure();
        var working = town.aMeasureAtWork();
        assertThat(sees("inspect", draft)).isTrue();
        for (var login : List.of("eco.handle", "eco", "housing.registry", "mayor")) assertThat(sees(login, draft)).as(login).isFalse();
        for (var login : List.of("inspect", "eco.handle", "eco", "housing.registry", "mayor", "vice1")) assertThat(sees(login, working)).as(login).isTrue();
        for (var login : List.of("permit.handle1", "admin")) assertThat(sees(login, working)).as(login).isFalse();
    }

    private boolean sees(String login, MatterId id) {
        return walk(town.as(login)).contains(id.id());
    }

    private List<UUID> walk(Viewer viewer) {
        var read = new ArrayList<UUID>();
        var page = matters.list(MatterQuery.all().by(Sort.OPENED, true).pages(200), viewer);
        for (read.addAll(ids(page)); page.next() != null; read.addAll(ids(page))) page = matters.list(MatterQuery.all().by(Sort.OPENED, true).pages(200).after(page.next()), viewer);
        return read;
    }

    @Test
    void asksOneStatementForAPageOfAList() throws Exception {
        town.aMeasureToVerify();
        var inspector = town.as("inspect");
        matters.list(MatterQuery.all(), inspector);
        matters.owed(inspector);
        assertThat(Statements.during(() -> matters.list(MatterQuery.all().shining(Lamp.BLUE).by(Sort.UNIT, false), inspector)).reads()).hasSize(1);
        assertThat(Statements.during(() -> matters.owed(inspector)).reads()).hasSize(1);
        assertThat(Statements.during(() -> matters.owing(inspector)).reads()).hasSize(1);
    }

    @Test
    void saysWhoOwesTheNextStep() {
        var id = town.anAssignedMeasure();
        assertThat(owed("eco.registry", id)).extracting(OwedRow::kind, OwedRow::action).containsExactly(org.assertj.core.groups.Tuple.tuple(OwedRow.Kind.MATTER, "receive"));
        assertThat(owed("housing.registry", id)).extracting(OwedRow::kind, OwedRow::action).containsExactly(org.assertj.core.groups.Tuple.tuple(OwedRow.Kind.ASSIGNMENT, "receive"));
        assertThat(owed("inspect", id)).isEmpty();
        assertThat(owed("vice1", id)).isEmpty();

        ledger.act(id, Act.of("receive"), town.as("eco.registry"));
        assertThat(owed("eco.handle", id)).extracting(OwedRow::action).containsExactly("submit");
        var share = 2;
        ledger.act(id, Act.of("receive").on(share), town.as("housing.registry"));
        assertThat(owed("housing.handle1", id)).extracting(OwedRow::action).containsExactly("answer");
        ledger.act(id, Act.of("answer").on(share).saying("note", "工地渣土已查处"), town.as("housing.handle1"));
        assertThat(owed("housing.handle1", id)).isEmpty();
        assertThat(owed("eco.review", id)).extracting(OwedRow::kind).containsExactlyInAnyOrder(OwedRow.Kind.MATTER, OwedRow.Kind.JUDGEMENT);
        assertThat(owed("inspect", id)).extracting(OwedRow::kind).containsExactly(OwedRow.Kind.JUDGEMENT);
    }

    @Test
    void neverSendsSomebodyToAnActThatOpenChildrenBar() {
        var finding = ledger.open(new Opening(Ledger.newId(), "rectification", "rectification-finding", "河道脏乱", "正文", Map.of(), Map.of(), null, null, null, 0,
                Secrecy.INTERNAL, false, null, null), town.as("inspect"), null).id();
        ledger.act(finding, Act.of("docket"), town.as("inspect"));
        assertThat(owed("inspect", finding)).extracting(OwedRow::action).containsExactly("close");
        var measure = new Opening(Ledger.newId(), "rectification", "rectification-measure", "清理河道", "正文", Map.of("mode", "dated"), Map.of(), null, null, finding.id(), 0,
                Secrecy.INTERNAL, false, null, null);
        ledger.open(measure, town.as("inspect"), null);
        assertThat(owed("inspect", finding)).extracting(OwedRow::action).containsExactly("review");
        assertThat(matters.page(finding, town.as("inspect")).orElseThrow().children()).extracting(row -> row.id().id()).containsExactly(measure.id());
    }

    @Test
    void holdsThoseThatEndFirstWhereSomebodyOwesMuchAndSaysThatThereIsMore() {
        var drafts = IntStream.range(0, Owed.MOST - 1).mapToObj(i -> town.measure("要研判的第" + i + "件")).toList();
        var all = ledger.openAll(drafts, town.as("inspect"), null).stream().map(Ledger.Done::id).collect(Collectors.toCollection(HashSet::new));
        all.add(town.aMeasureToVerify());
        assertThat(matters.owed(town.as("inspect"))).matches(owed -> owed.rows().size() == Owed.MOST && !owed.more());
        all.add(ledger.open(town.measure("再多一件"), town.as("inspect"), null).id());
        var owed = matters.owed(town.as("inspect"));
        assertThat(owed.more()).isTrue();
        assertThat(owed.rows()).hasSize(Owed.MOST).isSortedAccordingTo(Owed.OWN_FIRST);
        owed.rows().forEach(row -> assertThat(all.remove(row.matter().id())).isTrue());
        var left = matters.page(all.iterator().next(), town.as("inspect")).orElseThrow().row();
        assertThat(owed.rows()).allMatch(row -> left.dueAt() == null || row.dueAt() != null && !row.dueAt().isAfter(left.dueAt()));
        assertThat(matters.owing(town.as("inspect"))).isEqualTo(Owed.MOST + 1);
    }

    private List<OwedRow> owed(String login, MatterId id) {
        return matters.owed(town.as(login)).rows().stream().filter(row -> row.matter().id().equals(id)).toList();
    }

    @Test
    void filtersByUnitLampStateAndDay() {
        var id = town.aMeasureAtWork();
        var inspector = town.as("inspect");
        var parted = MatterQuery.all().by(Sort.OPENED, true).pages(200);
        var eco = town.unit("市生态环境局");
        assertThat(ids(matters.list(new MatterQuery("rectification", "rectification-measure", null, "working", Phase.OPEN, eco, town.unit("市住建局"), null,
                town.today(), town.today().plusDays(90), null, "lead", null, Sort.OPENED, true, null, 200), inspector))).contains(id.id());
        assertThat(ids(matters.list(new MatterQuery(null, null, null, null, null, town.unit("市住建局"), null, null, null, null, null, null, null, Sort.OPENED, true, null, 200), inspector))).doesNotContain(id.id());
        var row = matters.list(parted, inspector).rows().stream().filter(r -> r.id().equals(id)).findFirst().orElseThrow();
        assertThat(row.leads()).containsExactly(town.directory().unitName(eco));
        assertThat(ids(matters.list(parted.shining(row.lamp()), inspector))).contains(id.id());
        assertThat(ids(matters.list(parted.shining(Lamp.RED), inspector))).doesNotContain(id.id());
    }
}
