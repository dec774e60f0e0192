package cn.duban.hotline.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.web.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;

/** What brings two tickets together, and what keeps them apart. */
class SameTroubleTest {

    private static final byte[] PIT = {100, 20, 0, 0};
    private static final byte[] LIKE_A_PIT = {90, 50, 20, 0};
    private static final byte[] LIKE_NOTHING = {0, 0, 30, 100};
    private static final Map<String, Double> ROAD = Map.of("道路", 0.9, "供水", 0.1);

    @BeforeEach
    void speakChinese() {
        LocaleContextHolder.setLocale(Words.CHINESE);
    }

    @AfterEach
    void speakAsBefore() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void readsOnePlaceHoweverItIsWritten() {
        assertThat(Place.of("文昌街").within(Place.of("文昌街与玉泉巷路口"))).isEqualTo(1);
        assertThat(Place.of("机械厂家属院7号楼").contradicts(Place.of("机械厂家属院8栋"))).isTrue();
        assertThat(Place.of("机械厂家属院7号楼").contradicts(Place.of("机械厂家属院七幢"))).isFalse();
        assertThat(Place.of("石桥街九号院").contradicts(Place.of("纺织路二十号院"))).isTrue();
        assertThat(Place.of("二十三号楼").numbers()).containsEntry("号楼", Set.of(23));
        assertThat(Place.of("21路公交").contradicts(Place.of("文昌街"))).isFalse();
        assertThat(Place.of("").within(Place.of("文昌街"))).isZero();
    }

    @Test
    void weighsPlaceTimeAndWhatItIsAbout() {
        var one = told("1", "文昌街玉泉巷口", "云栖街道", 1, PIT);
        var same = SameTrouble.of(one, told("2", "文昌街", "云栖街道", 3, LIKE_A_PIT));
        assertThat(same.certainty()).contains(Certainty.VERY_LIKELY);
        assertThat(same.reasons()).containsExactly("说的是一回事（相近度 0.93）", "同一地点", "相隔 2 天");
        assertThat(SameTrouble.of(one, told("3", "学府街口", "石桥街道", 3, LIKE_A_PIT)).certainty()).isEmpty();
        assertThat(SameTrouble.of(one, told("4", "文昌街", "云栖街道", 200, LIKE_A_PIT)).certainty()).isEmpty();
        assertThat(SameTrouble.of(one, told("5", "文昌街", "云栖街道", 3, LIKE_NOTHING)).certainty()).isEmpty();
        assertThat(SameTrouble.of(one, new Told("6", "别的", "文昌街", "云栖街道", one.day(), LIKE_A_PIT, Map.of("噪声", 1.0))).score()).isLessThan(same.score());
    }

    @Test
    void comparesCharactersWhereThereIsNoMeaning() {
        var one = new Told("1", "文昌街路口有个大坑", "文昌街", "云栖街道", LocalDate.parse("2026-01-01"), null, Map.of());
        var again = new Told("2", "文昌街路口有个大坑，摔了人", "文昌街", "云栖街道", LocalDate.parse("2026-01-02"), null, Map.of());
        var other = new Told("3", "楼上漏水没人管", "文昌街", "云栖街道", LocalDate.parse("2026-01-02"), null, Map.of());
        assertThat(SameTrouble.of(one, again).certainty()).isPresent();
        assertThat(SameTrouble.of(one, other).certainty()).isEmpty();
    }

    @Test
    void putsTogetherWhatIsOneTroubleAndMakesNoChain() {
        var pits = List.of(told("1", "文昌街", "云栖街道", 1, PIT), told("2", "文昌街", "云栖街道", 2, PIT), told("3", "文昌街", "云栖街道", 4, LIKE_A_PIT));
        var others = List.of(told("4", "文昌街", "云栖街道", 180, PIT), told("5", "学府街", "石桥街道", 2, LIKE_A_PIT), told("6", "文昌街", "云栖街道", 2, LIKE_NOTHING));
        var all = Stream.concat(others.stream(), pits.stream()).toList();
        assertThat(Clusters.of(all).stream().map(group -> group.stream().map(Told::id).collect(Collectors.toSet()))).containsExactly(Set.of("1", "2", "3"));
        assertThat(Clusters.of(List.of())).isEmpty();
    }

    private static Told told(String id, String place, String area, int day, byte[] meaning) {
        return new Told(id, "有个坑", place, area, LocalDate.parse("2025-06-01").plusDays(day), meaning, ROAD);
    }
}
