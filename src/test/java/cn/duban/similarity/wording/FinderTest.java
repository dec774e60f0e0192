package cn.duban.similarity.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Looking only where a match can begin finds what looking everywhere finds. */
class FinderTest {

    private static final String PATTERN = "(?<!第)([0-9]+|[一二三十]{1,3})(号楼|号(?!文)|路)|幸福路?(?=小|口|$)";
    private static final String FIRST = "0123456789一二三十幸";
    private static final String LETTERS = "第号楼文路口小0129一二三十幸福，在";

    private final Random random = new Random(11);

    @Test
    void findsOneAfterTheOtherAsAMatcherDoes() {
        var everywhere = Pattern.compile(PATTERN);
        var finder = Finder.of(PATTERN, FIRST);
        var seen = 0;
        for (int i = 0; i < 20_000; i++) {
            var text = text();
            var found = new ArrayList<String>();
            finder.each(text, match -> found.add(match.start() + match.group()));
            assertThat(found).as(text).isEqualTo(everywhere.matcher(text).results().map(match -> match.start() + match.group()).toList());
            seen += found.size();
        }
        assertThat(seen).as("matches in all").isGreaterThan(5_000);
    }

    @Test
    void findsAtEveryPlaceWhatBeginsWithinAnother() {
        var found = new ArrayList<String>();
        Finder.of("一二?三?", "一").every("一二三一", match -> found.add(match.group()));
        Finder.of("[一二]{2}", "一二").every("一二一", match -> found.add(match.group()));
        assertThat(found).isEqualTo(List.of("一二三", "一", "一二", "二一"));
    }

    @Test
    void aNameWithARareCharacterIsAName() {
        // 𬒗 lies outside the first plane of Unicode
        assertThat(PlaceNames.in("家住东𬒗路").elsewhere(PlaceNames.in("家住文昌路"))).isEqualTo(PlaceNames.Elsewhere.SURELY);
        assertThat(PlaceNames.in("路").elsewhere(PlaceNames.in("家住文昌路"))).isEqualTo(PlaceNames.Elsewhere.UNKNOWN);
    }

    private String text() {
        return IntStream.range(0, random.nextInt(1, 20)).mapToObj(i -> LETTERS.substring(i = random.nextInt(LETTERS.length()), i + 1)).collect(Collectors.joining());
    }
}
