package cn.duban.rectification.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.api.Test;

class MeasuresTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "一是甲。二是乙。三是丙。|3", "一是甲,二是乙。|2", "建立制度。|0", "一是甲。一是子,二是丑。二是乙。|2",
        "(1)甲;(2)乙;(3)丙|3", "①甲②乙|2", "1.甲。2.乙。|2", "1.甲。2.2026年12月25日前乙。3.丙。|3", "1.增长1.5倍。2.5个百分点。|0", "第一,甲。第二,乙。|2", "做到一是一、二是二。|0", "一是甲。二季度检查两次。|1"})
    void countsTheOuterList(String answer, int count) {
        assertThat(Measures.of(StatusWordsTest.passage(answer), "第1项", new ArrayList<>())).hasSize(count);
    }

    @Test
    void acceptsAnEnumeratorThatLostItsSecondCharacterAndSaysSo() {
        List<Remark> remarks = new ArrayList<>();

        assertThat(Measures.of(StatusWordsTest.passage("一是整合接口。二严格执行方案。三是通报。"), "第7项", remarks)).hasSize(3);
        assertThat(remarks).extracting(Remark::code).containsExactly("ENUMERATOR_DAMAGED");
    }
}
