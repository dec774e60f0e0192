package cn.duban.hotline.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.hotline.suggest.Reason.Alike;
import cn.duban.hotline.suggest.Reason.Competent;
import cn.duban.hotline.suggest.Reason.HandledBy;
import cn.duban.hotline.suggest.Reason.Worded;
import cn.duban.web.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;

/** What is suggested and why, over meanings of four figures that the tests make up. */
class SuggesterTest {

    private static final LocalDate DAY = LocalDate.parse("2026-01-15");
    private static final byte[] LIGHTS = {100, 10, 0, 5};
    private static final byte[] WATER = {10, 100, 5, 0};
    private static final byte[] NOTHING_KNOWN = {0, 0, 0, 100};

    private final List<Described> categories = List.of(
            new Described("路灯", List.of("路灯", "不亮", "照明"), List.of(LIGHTS)),
            new Described("供水", List.of("停水", "自来水", "水压"), List.of(WATER)));
    private final Competences catalogue = (category, area, day) -> Optional.of(category.equals("路灯") ? day.isBefore(LocalDate.parse("2025-07-01")) ? "市政所" : "路灯管理所" : "水务公司");

    @BeforeEach
    void speakChinese() {
        LocaleContextHolder.setLocale(Words.CHINESE);
    }

    @AfterEach
    void speakAsBefore() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void suggestsByTheCatalogueAloneAndSaysWhy() {
        var told = suggester(List.of()).suggest(new Asked("我们这条街的路灯一排不亮，自己装了个手电", LIGHTS, "云栖街道", DAY));
        var first = told.answer().orElseThrow();
        assertThat(first.category()).isEqualTo("路灯");
        assertThat(first.unit()).contains("路灯管理所");
        assertThat(first.reasons()).containsExactly(new Worded(List.of("路灯", "不亮")));
        assertThat(first.units().getFirst().reason()).isEqualTo(new Competent("路灯", "云栖街道", "路灯管理所"));
        assertThat(first.reasons().getFirst().say()).isEqualTo("提到“路灯”、“不亮”");
        assertThat(first.units().getFirst().reason().say()).isEqualTo("责任目录：云栖街道的路灯由路灯管理所负责");
        assertThat(first.sure()).matches("(很可能|可能)（\\d+%）");
    }

    @Test
    void asksTheCatalogueOfTheDay() {
        assertThat(suggester(List.of()).suggest(new Asked("路灯不亮好久了", LIGHTS, "", LocalDate.parse("2025-06-30"))).answer().flatMap(Suggestion::unit)).contains("市政所");
    }

    @Test
    void namesClosedTicketsThatAreAlike() {
        var told = suggester(List.of(closed("2025-1", LIGHTS, "路灯", "路灯管理所", "石桥街道", DAY, "更换了控制箱"))).suggest(new Asked("晚上这一段黑咕隆咚的", LIGHTS, "云栖街道", DAY));
        assertThat(told.ranked().getFirst().reasons()).containsExactly(new Alike("2025-1", "路灯管理所", "更换了控制箱"));
        assertThat(told.ranked().getFirst().reasons().getFirst().say()).isEqualTo("与已办结的 2025-1 相近，当时由路灯管理所办理：更换了控制箱");
    }

    @Test
    void putsFirstWhoReallyHandledThemAroundThere() {
        var here = IntStream.range(0, 4).mapToObj(i -> closed("2025-" + i, LIGHTS, "路灯", i == 0 ? "路灯管理所" : "云栖街道办事处", "云栖街道", DAY, "")).toList();
        var units = suggester(here).suggest(new Asked("路灯不亮好久了", LIGHTS, "云栖街道", DAY)).ranked().getFirst().units();
        assertThat(units).extracting(Suggestion.Handler::unit).containsExactly("云栖街道办事处", "路灯管理所");
        assertThat(units.getFirst().reason()).isEqualTo(new HandledBy("云栖街道办事处", 3, 4));
        assertThat(suggester(here).suggest(new Asked("路灯不亮好久了", LIGHTS, "石桥街道", DAY)).ranked().getFirst().unit()).contains("路灯管理所");
    }

    @Test
    void doesNotCountWhatWasHandledUnderAnotherCatalogue() {
        var before = IntStream.range(0, 4).mapToObj(i -> closed("2025-" + i, LIGHTS, "路灯", "市政所", "云栖街道", LocalDate.parse("2025-03-01"), "")).toList();
        assertThat(suggester(before).suggest(new Asked("路灯不亮好久了", LIGHTS, "云栖街道", DAY)).ranked().getFirst().units()).extracting(Suggestion.Handler::unit).containsExactly("路灯管理所");
    }

    @Test
    void goesByWordsWhereTheMachineComputesNoMeaning() {
        var bare = categories.stream().map(category -> new Described(category.category(), category.words(), List.of())).toList();
        var told = Suggester.of(bare, List.of(), catalogue).suggest(new Asked("从早上就停水，自来水一滴没有", null, "", DAY));
        assertThat(told.answer()).map(Suggestion::category).contains("供水");
        assertThat(Suggester.of(bare, List.of(), catalogue).suggest(new Asked("你们管不管这个事情啊", null, "", DAY)).abstains()).isTrue();
    }

    @Test
    void abstainsFromWhatItKnowsNothingOf() {
        var suggester = suggester(List.of());
        assertThat(suggester.suggest(new Asked("喂，喂", LIGHTS, "", DAY)).abstains()).isTrue();
        assertThat(suggester.suggest(new Asked("昨晚天上有个亮光飞过去", NOTHING_KNOWN, "", DAY)).abstains()).isTrue();
    }

    /** A profile that has learned that street lights are called something else here, from enough tickets of its own. */
    @Test
    void learnsFromClosedTicketsAndWeighsThemItself() {
        var closed = new ArrayList<Closed>();
        for (int i = 0; i < Weights.ENOUGH; i++) {
            closed.add(closed("A" + i, new byte[] {(byte) (i % 7), 5, 100, (byte) (i % 5)}, "路灯", "路灯管理所", "云栖街道", DAY, ""));
            closed.add(closed("B" + i, new byte[] {(byte) (i % 7), 100, 5, (byte) (i % 5)}, "供水", "水务公司", "云栖街道", DAY, ""));
        }
        var told = suggester(closed).suggest(new Asked("黑咕隆咚的看不见", new byte[] {3, 5, 100, 2}, "云栖街道", DAY));
        assertThat(told.answer()).hasValueSatisfying(first -> {
            assertThat(first.category()).isEqualTo("路灯");
            assertThat(first.certainty()).isEqualTo(Certainty.VERY_LIKELY);
        });
    }

    @Test
    void forgetsCategoriesThatTheCatalogueNoLongerHas() {
        var old = List.of(closed("2024-1", LIGHTS, "亮化", "市政所", "云栖街道", DAY, ""));
        assertThat(suggester(old).suggest(new Asked("路灯不亮好久了", LIGHTS, "云栖街道", DAY)).ranked()).extracting(Suggestion::category).doesNotContain("亮化");
        assertThat(Suggester.of(List.of(), old, catalogue).suggest(new Asked("路灯不亮好久了", LIGHTS, "云栖街道", DAY)).ranked()).isEmpty();
    }

    private Suggester suggester(List<Closed> closed) {
        return Suggester.of(categories, closed, catalogue);
    }

    private static Closed closed(String number, byte[] meaning, String category, String unit, String area, LocalDate day, String handled) {
        return new Closed(number, "旧工单" + number, meaning, category, unit, area, day, handled);
    }
}
