package cn.duban.publication;

import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.ledger.MatterId;
import cn.duban.publication.Composition.Figure;
import cn.duban.publication.Composition.Kind;
import cn.duban.publication.Content.Passage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BlackoutTest {

    private static final UUID MATTER = new UUID(1, 2);
    private static final Map<String, Figure> FIGURES = Map.of("标题", Figure.fact("标题", "某村支书侵占补助款", MATTER), "总数", Figure.count("总数", Composition.Unit.FINDING, java.util.Set.of(MATTER)));

    private static Content content(String... texts) {
        var passages = new ArrayList<Passage>();
        for (var text : texts) passages.add(new Passage("p" + passages.size(), Kind.PARAGRAPH, Wording.fill(text, FIGURES)));
        return new Content(Content.FORM, "", "某府", LocalDate.of(2026, 5, 1), Instant.EPOCH, new MatterId(1, MATTER), "rectification-round", Wording.fill("关于{标题}的通报", FIGURES), passages, List.of());
    }

    private static Redaction of(@Nullable String part, @Nullable String words) {
        return new Redaction(1, part, words, "理由", "某人", Instant.EPOCH);
    }

    private static String open(Content content, Redaction... redactions) {
        return String.join("\n", Blackout.over(content, List.of(redactions), FIGURES).open().lines().toList());
    }

    @Test
    void coversWordsWhereverTheyStandAlsoInsideAndAcrossFigures() {
        assertThat(open(content("共{总数}个问题，{标题}。"), of(null, "支书"))).doesNotContain("支书").contains("关于某村▇▇〔略〕侵占补助款的通报", "共1个问题，某村▇▇〔略〕侵占补助款。");
        assertThat(open(content("共{总数}个问题"), of(null, "共1个"))).doesNotContain("1").contains("▇▇〔略〕问题");
    }

    @Test
    void coversAPartWithItsFactsEverywhereButNotItsCounts() {
        assertThat(open(content("{标题}，{总数}个", "另见{标题}；共{总数}个"), of("p0", null))).isEqualTo("关于▇▇〔略〕的通报\n▇▇〔略〕\n另见▇▇〔略〕；共1个");
    }

    @Test
    void neverLeavesAWordThatWasCovered() {
        var random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            var text = new StringBuilder();
            for (int n = random.nextInt(12); n >= 0; n--) text.append(switch (random.nextInt(6)) {
                case 0 -> "{标题}";
                case 1 -> "{总数}";
                default -> Character.toString("某村支书甲乙".charAt(random.nextInt(6)));
            });
            var all = content(text.toString());
            var plain = all.passages().getFirst().plain();
            var from = random.nextInt(Math.max(1, plain.length() - 1));
            var phrase = plain.substring(from, Math.min(plain.length(), from + 2 + random.nextInt(4)));
            if (phrase.length() < 2) continue;
            assertThat(open(all, of(null, phrase))).as(plain + " without " + phrase).doesNotContain(phrase);
        }
    }

    @Test
    void readsBackWhatItWrote() {
        var content = Blackout.over(content("共{总数}个问题，{标题}。"), List.of(of(null, "支书")), FIGURES);
        for (var one : List.of(content, content.open())) assertThat(Content.read(new String(one.canonical(), java.nio.charset.StandardCharsets.UTF_8))).isEqualTo(one);
    }
}
