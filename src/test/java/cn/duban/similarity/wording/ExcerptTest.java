package cn.duban.similarity.wording;

import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.similarity.wording.Excerpt.Piece;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ExcerptTest {

    @Test
    void marksEveryWordAsItWasWritten() {
        assertThat(Excerpt.around("清運ABC垃圾", "清运abc垃圾", List.of("运a", "垃圾")).pieces())
                .containsExactly(new Piece("清", false), new Piece("運A", true), new Piece("BC", false), new Piece("垃圾", true));
        assertThat(Excerpt.around("哈哈哈", "哈哈哈", List.of("哈哈")).pieces()).containsExactly(new Piece("哈哈哈", true));
    }

    @Test
    void showsAStretchAroundTheFirstWord() {
        var text = "前".repeat(300) + "噪声" + "后".repeat(300);
        var excerpt = Excerpt.around(text, text, List.of("噪声"));
        assertThat(read(excerpt)).hasSizeBetween(90, 100).contains("前噪声后");
        assertThat(excerpt.cutBefore()).isTrue();
        assertThat(excerpt.cutAfter()).isTrue();
        var end = "前".repeat(300) + "噪声";
        assertThat(read(Excerpt.around(end, end, List.of("噪声")))).endsWith("前噪声");
        assertThat(Excerpt.around(end, end, List.of("噪声")).cutAfter()).isFalse();
    }

    @Test
    void cutsNoCharacterInHalf() {
        var text = "\uD83D\uDE00".repeat(200) + "噪声" + "\uD83D\uDE00".repeat(200);
        var shown = read(Excerpt.around("一" + text, "一" + text, List.of("噪声")));
        assertThat(shown.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF)).isTrue();
    }

    private static String read(Excerpt excerpt) {
        return excerpt.pieces().stream().map(Piece::text).collect(Collectors.joining());
    }
}
