package cn.duban.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.ledger.type.MatterType.Kind;
import cn.duban.ledger.type.TypeLinter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TypeDraftTest {

    @Test
    void draftsATypeThatTheLinterPasses() {
        var names = List.of("序号", "隐患内容", "隐患等级", "发现日期", "预计投入（万元）", "挂牌领导", "责任单位", "整改时限", "整改\"情况\"", "现场\\描述");
        var columns = new ArrayList<Mapping.Column>();
        for (int i = 0; i < names.size(); i++) columns.add(new Mapping.Column(i, names.get(i), Target.BODY));
        var samples = new ArrayList<Line>();
        for (int i = 0; i < 30; i++) samples.add(new Line(i, List.of("" + i, "边坡排水沟堵塞第" + i + "处", i % 3 == 0 ? "重大" : "一般", "2026-03-" + (10 + i % 9), "" + (i + 0.5), "蔺青松", "市应急局", "6月底前", "正在整改", "x".repeat(i * 4)), null, null, List.of(), null, false));

        var yaml = TypeDraft.of("2026年重大\"隐患\"台账", columns, samples);
        var reading = TypeLinter.check(yaml, "drafted.yaml", Set.of());
        assertThat(reading.faults()).isEmpty();
        var type = reading.type();
        assertThat(type.name()).matches("sheet-[0-9a-f]{8}");
        assertThat(type.number()).isEqualTo("重大隐患〔{year}〕{seq}号");
        assertThat(type.roles()).containsOnlyKeys("supervisor", "leader", "lead", "assist");
        assertThat(type.fields().get("column-c").kind()).isEqualTo(Kind.CHOICE);
        assertThat(type.fields().get("column-d").kind()).isEqualTo(Kind.DATE);
        assertThat(type.fields().get("column-e").kind()).isEqualTo(Kind.NUMBER);
        assertThat(type.fields().get("column-j").kind()).isEqualTo(Kind.PARAGRAPH);
        assertThat(type.fields()).containsKey("claim").doesNotContainKeys("column-a", "column-b", "column-g", "column-h");
        assertThat(type.action("assign").orElseThrow().needs()).containsExactly("leader", "lead", "due");
    }

    @Test
    void asksForNoLeaderWhereTheSheetKnowsNone() {
        var yaml = TypeDraft.of("任务", List.of(new Mapping.Column(0, "任务名称", Target.TITLE)), List.of());
        var reading = TypeLinter.check(yaml, "drafted.yaml", Set.of());
        assertThat(reading.faults()).isEmpty();
        assertThat(reading.type().action("assign").orElseThrow().needs()).containsExactly("lead", "due");
        assertThat(reading.type().action("direct")).isEmpty();
    }
}
