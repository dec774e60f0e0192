package cn.duban.similarity.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The model itself: what is meant in other words is near, what is not is far, and numbers of people never reach it. */
class MeaningTest {

    private final Meaning meaning = new Meaning(Path.of(System.getProperty("java.io.tmpdir"), "duban-model-test"));

    @Test
    void tellsTheSameInOtherWordsFromSomethingElse() {
        var same = List.of(
                List.of("幸福路小学门口流动摊贩占道经营", "学校门前小贩占路摆摊没人管"),
                List.of("城西河道垃圾长期无人清理", "河边堆满生活垃圾一直没有清运"),
                List.of("小区供暖温度不达标", "家里暖气不热，室温只有十五度"));
        for (var pair : same) assertThat(cosine(pair.get(0), pair.get(1))).as(pair.toString()).isGreaterThan(0.67);
        for (var one : same) for (var other : same) if (one != other) assertThat(cosine(one.get(0), other.get(1))).as(one.get(0) + " / " + other.get(1)).isLessThan(0.56);
    }

    @Test
    void readsNoNumberOfAPerson() {
        assertThat(new Subject("张某反映电话13800138000", "证件11010119900307771X，车牌不动").read()).isEqualTo("张某反映电话\n证件，车牌不动");
        assertThat(new Subject("13800138000", "").read()).isEqualTo("无");
    }

    @Test
    void readsTheBeginningOfALongText() {
        var read = new Subject("名称", "整改".repeat(400)).read();
        assertThat(read).startsWith("名称\n整改").hasSize(Subject.READ);
        assertThat(meaning.of(new Subject("名称", "整改".repeat(400))).orElseThrow()).hasSize(Vector.FIGURES);
    }

    @Test
    void readsATitleThatIsTheBeginningOnce() {
        assertThat(new Subject("路灯不亮一个月了", "路灯不亮一个月了，晚上走路要打手电。").read()).isEqualTo("路灯不亮一个月了，晚上走路要打手电。");
        assertThat(new Subject("路灯不亮一…", "路灯不亮一个月了。").read()).isEqualTo("路灯不亮一个月了。");
        assertThat(new Subject("石桥街", "路灯不亮一个月了。").read()).isEqualTo("石桥街\n路灯不亮一个月了。");
    }

    private double cosine(String one, String other) {
        return Vector.cosine(meaning.of(new Subject(one, "")).orElseThrow(), meaning.of(new Subject(other, "")).orElseThrow());
    }

    @Test
    void asksTheModelOnceForOneText() {
        var typed = meaning.of(new Subject("", "云栖路十二号门前污水井堵了三天，污水流到路上。")).orElseThrow();
        assertThat(meaning.compute(new Subject("云栖路十二号门前污水井堵了…", "云栖路十二号门前污水井堵了三天，污水流到路上。")).orElseThrow()).as("a title that the body begins with says nothing more").isSameAs(typed);
        assertThat(meaning.of(new Subject("", "路灯不亮。")).orElseThrow()).isNotEqualTo(typed);
    }
}
