package cn.duban.similarity.search;

import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.DubanTest;
import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.MatterQuery;
import cn.duban.ledger.Matters;
import cn.duban.ledger.Opening;
import cn.duban.ledger.Secrecy;
import cn.duban.ledger.Sight;
import cn.duban.ledger.Town;
import cn.duban.ledger.type.Phase;
import cn.duban.similarity.wording.Excerpt;
import cn.duban.web.Viewer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a search finds is what reading every text would find, for every viewer; no more, no less, each once, at once. */
@DubanTest
class SearchTest {

    private static final List<String> VIEWERS = List.of("inspect", "patrol", "eco.handle", "eco", "housing.registry", "mayor", "permit.handle1", "admin");
    private static final String LETTERS = "河道垃圾清运噪声扰民整改落实井盖";

    @Autowired Search search;
    @Autowired UnsortedPairs pairs;
    @Autowired Sight sight;
    @Autowired Matters matters;
    @Autowired Ledger ledger;
    @Autowired Town town;
    @Autowired DSLContext sql;
    @Autowired PlatformTransactionManager transactions;

    private final RandomGenerator random = RandomGenerator.of("L64X128MixRandom");

    /** What an act left at the end of the index is read there, and once it is sorted in at its place. */
    @Test
    void findsBeforeAndAfterPairsAreSortedIn() {
        var mark = mark();
        var texts = new HashMap<UUID, List<String>>();
        aMatter(mark, 1, texts);
        var viewer = town.as("inspect");
        var before = walk(mark, Order.NEWEST, viewer, 5);
        pairs.sort();
        assertThat(pairs.sort()).isZero();
        assertThat(walk(mark, Order.NEWEST, viewer, 5)).isEqualTo(before).containsExactlyElementsOf(texts.keySet());
    }

    @Test
    void findsWhatReadingEveryTextWouldFindForEveryViewer() {
        var mark = mark();
        var texts = new HashMap<UUID, List<String>>();
        for (int i = 0; i < 40; i++) aMatter(mark, i, texts);
        for (var login : VIEWERS) {
            var viewer = town.as(login);
            var visible = matters.rows(texts.keySet(), viewer);
            for (int i = 0; i < 12; i++) {
                var words = IntStream.range(0, 1 + random.nextInt(2)).mapToObj(w -> random(2 + random.nextInt(2))).toList();
                var expected = visible.keySet().stream().filter(id -> words.stream().allMatch(word -> Stream.concat(Stream.of(visible.get(id).number()), texts.get(id).stream()).anyMatch(text -> text.contains(word))))
                        .collect(Collectors.toCollection(TreeSet::new));
                var asked = mark + " " + String.join("　", words);
                for (var order : Order.values()) assertThat(walk(asked, order, viewer, 1 + random.nextInt(6))).as("%s %s %s", login, asked, order)
                        .doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(expected);
                assertThat(listed(asked, viewer)).as("%s lists %s", login, asked).containsExactlyInAnyOrderElementsOf(expected);
            }
        }
    }

    /** Title, body, a note, a file name, and whoever may see it, all at random. */
    private void aMatter(String mark, int i, Map<UUID, List<String>> texts) {
        var title = mark + random(6);
        var body = random.nextInt(4) == 0 ? "" : random(20);
        var fresh = town.measure(title);
        var opening = new Opening(fresh.id(), fresh.ledger(), fresh.type(), title, body, fresh.fields(), fresh.roles(), null, null, null, 0, Secrecy.values()[i % 4], false, null, null);
        var id = ledger.open(opening, town.as(i % 5 == 0 ? "patrol" : "inspect"), null).id();
        texts.put(id.id(), new ArrayList<>(List.of(title, body)));
        if (i % 5 == 0 || i % 3 == 0) return;
        ledger.act(id, town.assign(), town.as("inspect"));
        var note = random(12);
        ledger.act(id, Act.of("comment").saying("note", note), town.as("inspect"));
        texts.get(id.id()).add(note);
        if (i % 7 == 0) ledger.act(id, Act.of("void").saying("reason", "误录"), town.as("inspect"));
    }

    @Test
    void findsEveryKindOfTextAndSaysWhere() {
        var mark = mark();
        var id = ledger.open(measure("整治" + mark, "正文里的" + mark + "二"), town.as("inspect"), null).id();
        ledger.act(id, town.assign(), town.as("inspect"));
        ledger.act(id, Act.of("receive"), town.as("eco.registry"));
        ledger.act(id, Act.of("submit").saying("note", "已办" + mark).with(town.aFile("eco.handle")), town.as("eco.handle"));
        var hit = only(mark, "inspect");
        assertThat(hit.title().pieces()).containsExactly(new Excerpt.Piece("整治", false), new Excerpt.Piece(mark, true));
        assertThat(hit.places()).extracting(Place::kind).containsExactly(Place.Kind.BODY, Place.Kind.NOTE);
        assertThat(hit.places().getLast().who()).contains(town.as("eco.handle").personName(), town.as("eco.handle").unitName());
        assertThat(only(mark + " 核查记录.txt", "eco.handle").places()).extracting(Place::kind).contains(Place.Kind.FILE);
        assertThat(only(hit.row().number(), "inspect").number().pieces()).containsExactly(new Excerpt.Piece(hit.row().number(), true));
    }

    @Test
    void readsOneSpellingWhateverWasTyped() {
        var mark = mark();
        open("ＡＢＣ-１２３" + mark, "落實責任，清運垃圾（Img_01.JPG）");
        for (var asked : List.of("abc-123", "ＡｂＣ", "c-1", "落实责任", "落實责任", "(img_01.jpg)", "G_0", "責任,清運"))
            assertThat(walk(mark + " " + asked, Order.NEWEST, town.as("inspect"), 20)).as(asked).hasSize(1);
        assertThat(walk(mark + " 落实任", Order.NEWEST, town.as("inspect"), 20)).isEmpty();
    }

    @Test
    void putsTitlesFirstWhereAsked() {
        var mark = mark();
        var inTitle = open("整治" + mark, "");
        var inBody = open("另一件", mark);
        assertThat(walk(mark, Order.NEWEST, town.as("inspect"), 1)).containsExactly(inBody.id(), inTitle.id());
        assertThat(walk(mark, Order.TITLE, town.as("inspect"), 1)).containsExactly(inTitle.id(), inBody.id());
    }

    @Test
    void keepsTheFiltersOfAList() {
        var mark = mark();
        var draft = open(mark, "");
        var assigned = open(mark, "");
        ledger.act(assigned, town.assign(), town.as("inspect"));
        var query = MatterQuery.all().holding(mark);
        assertThat(ids(search.find(query.in(Phase.DRAFT), Order.NEWEST, town.as("inspect")))).containsExactly(draft.id());
        assertThat(ids(search.find(query.in(Phase.OPEN), Order.TITLE, town.as("inspect")))).containsExactly(assigned.id());
    }

    @Test
    void findsWithinTheWritingTransactionAndForOthersFromItsCommitOn() {
        var mark = mark();
        var id = open("整治", "");
        var comment = Act.of("comment").saying("note", mark);
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            ledger.act(id, comment, town.as("inspect"));
            assertThat(walk(mark, Order.NEWEST, town.as("inspect"), 20)).containsExactly(id.id());
            status.setRollbackOnly();
        });
        assertThat(walk(mark, Order.NEWEST, town.as("inspect"), 20)).isEmpty();
        ledger.act(id, comment, town.as("inspect"));
        assertThat(walk(mark, Order.NEWEST, town.as("inspect"), 20)).containsExactly(id.id());
    }

    /** The viewer's matters are asked for within those that they touch: a set that must never be smaller than their sight. */
    @Test
    void touchesEveryMatterThatIsSeen() {
        town.aMeasureAtWork();
        var draft = town.aDraftedMeasure();
        for (var login : VIEWERS) {
            var viewer = town.as(login);
            var touched = new HashSet<>(sql.fetchValues(sight.touched(viewer, town.directory())));
            assertThat(touched).as(login).containsAll(matters.list(MatterQuery.all().pages(200), viewer).rows().stream().map(row -> row.id().id()).toList());
        }
        assertThat(sql.fetchValues(sight.touched(town.as("permit.handle1"), town.directory()))).doesNotContain(draft.id());
    }

    @Test
    void findsNoLongerWhatWasErasedOrReworded() {
        var mark = mark();
        var id = open("改前" + mark, "");
        ledger.act(id, Act.of("comment").saying("note", "备注" + mark), town.as("inspect"));
        sql.update(DSL.table("ledger.entry")).set(DSL.field("payload"), (Object) null).set(DSL.field("salt"), (Object) null).where("tenant = ? and matter = ? and no = 2", id.tenant(), id.id()).execute();
        assertThat(only(mark, "inspect").places()).isEmpty();
        sql.update(DSL.table("ledger.matter")).set(DSL.field("title"), "改后").where("tenant = ? and id = ?", id.tenant(), id.id()).execute();
        assertThat(walk(mark, Order.NEWEST, town.as("inspect"), 20)).isEmpty();
        assertThat(listed(mark, town.as("inspect"))).isEmpty();
    }

    @Test
    void looksForNothingWithoutAWordOfTwoCharacters() {
        for (var asked : List.of("", "　", "改", "a 改", "%", "\\"))
            assertThat(search.find(MatterQuery.all().holding(asked), Order.NEWEST, town.as("inspect"))).as(asked).isEqualTo(Found.NOTHING);
        for (var odd : List.of("%%", "__", "\\\\", "' or", "[a-z", "\uD83D\uDE00\uD83D\uDE00", "改".repeat(500)))
            assertThat(search.find(MatterQuery.all().holding(odd + UUID.randomUUID()), Order.NEWEST, town.as("inspect")).hits()).as(odd).isEmpty();
        assertThat(search.find(MatterQuery.all().holding("整治").after("nonsense"), Order.NEWEST, town.as("inspect")).count()).isNotNegative();
    }

    private static String mark() {
        return UUID.randomUUID().toString().substring(0, 13);
    }

    private String random(int length) {
        return random.ints(length, 0, LETTERS.length()).mapToObj(i -> LETTERS.substring(i, i + 1)).collect(Collectors.joining());
    }

    private MatterId open(String title, String body) {
        return ledger.open(measure(title, body), town.as("inspect"), null).id();
    }

    private Opening measure(String title, String body) {
        var fresh = town.measure(title);
        return new Opening(fresh.id(), fresh.ledger(), fresh.type(), title, body, fresh.fields(), fresh.roles(), null, null, null, 0, fresh.secrecy(), false, null, null);
    }

    private Hit only(String asked, String login) {
        var found = search.find(MatterQuery.all().holding(asked), Order.NEWEST, town.as(login));
        assertThat(found.hits()).as(asked).hasSize(1);
        return found.hits().getFirst();
    }

    /** All pages; the count stays, and every page but the last is full. */
    private List<UUID> walk(String asked, Order order, Viewer viewer, int size) {
        var query = MatterQuery.all().holding(asked).pages(size);
        var page = search.find(query, order, viewer);
        var count = page.count();
        var read = new ArrayList<>(ids(page));
        while (page.next() != null) {
            assertThat(page.hits()).hasSize(size);
            page = search.find(query.after(Objects.requireNonNull(page.next())), order, viewer);
            assertThat(page.count()).isEqualTo(count);
            read.addAll(ids(page));
        }
        assertThat(read).hasSize(count);
        return read;
    }

    private List<UUID> listed(String asked, Viewer viewer) {
        return matters.list(MatterQuery.all().holding(asked).pages(200), viewer).rows().stream().map(row -> row.id().id()).toList();
    }

    private static List<UUID> ids(Found found) {
        return found.hits().stream().map(hit -> hit.row().id().id()).toList();
    }
}
