package cn.duban.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.sheets.Books.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final List<String> WORK = List.of("清理河道沿线倾倒点", "退还超期保证金", "更新公交候车亭", "公开政务事项目录", "修订公车使用制度", "排查燃气管网隐患", "建立信访件月报", "补种行道树");

    private static Content said(String title, String key) {
        return new Content(title, "", new TreeMap<>(), new TreeMap<>(), null, null, "", key, "");
    }

    private static Row row(int place, String title, String key) {
        return new Row(new UUID(0, place), key.isEmpty() ? null : key, place, said(title, key));
    }

    @Test
    void findsARewordedRowBetweenItsNeighbours() {
        var rows = List.of(row(1, "清理河道沿线倾倒点", ""), row(2, "退还超期保证金", ""), row(3, "更新公交候车亭", ""));
        var found = Comparison.of(Map.of(1, said("清理河道沿线倾倒点", ""), 2, said("按期退还超期保证金并公示", ""), 3, said("更新公交候车亭", "")), rows);
        assertThat(found).containsEntry(2, rows.get(1));
    }

    @Test
    void takesAnotherThingAtTheSamePlaceForANewRow() {
        var rows = List.of(row(1, "清理河道沿线倾倒点", ""), row(2, "退还超期保证金", ""));
        assertThat(Comparison.of(Map.of(1, said("清理河道沿线倾倒点", ""), 2, said("补种行道树", "")), rows)).containsOnlyKeys(1);
    }

    @Test
    void trustsKeysMoreThanWords() {
        var rows = List.of(row(1, "更新公交候车亭", "A-1"), row(2, "补种行道树", "A-2"));
        var found = Comparison.of(Map.of(1, said("补种行道树", "A-1"), 2, said("补种行道树", "A-3")), rows);
        assertThat(found).containsOnly(Map.entry(1, rows.get(0)));
    }

    /** Any issue in which rows were dropped, moved as a block, added and given a few more words is understood without taking one row for another. */
    @Test
    void neverTakesOneRowForAnother() {
        for (int seed = 0; seed < 60; seed++) {
            var random = new Random(seed);
            var rows = new ArrayList<Row>();
            for (int i = 1; i <= 80; i++) rows.add(row(i, WORK.get(random.nextInt(WORK.size())) + "第" + i + "批", ""));
            var lines = new TreeMap<Integer, Content>();
            var truth = new TreeMap<Integer, Row>();
            var no = 1;
            for (var row : rows) {
                var what = random.nextInt(10);
                if (what == 0) continue;
                if (what == 1) lines.put(no++, said("全新事项" + seed + "号之" + no + "：组织培训", ""));
                var title = row.content().title() + (what == 2 ? "，月底报结果" : "");
                truth.put(no, row);
                lines.put(no++, said(title, ""));
            }
            assertThat(Comparison.of(lines, rows)).as("seed " + seed).isEqualTo(truth);
        }
    }

    @Test
    void guessesNothingOfRowsThatCameBackCorrected() {
        var rows = List.of(row(1, "退还超期保证金", ""), row(2, "更新公交候车亭", ""));
        var found = Comparison.exactly(Map.of(7, said("退还超期保证金（二批）", ""), 8, said("更新全部公交候车亭", "")), rows, Map.of(8, rows.get(1)));
        assertThat(found).containsOnly(Map.entry(8, rows.get(1)));
    }
}
