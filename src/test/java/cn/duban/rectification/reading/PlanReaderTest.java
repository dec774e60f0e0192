package cn.duban.rectification.reading;

import static cn.duban.rectification.reading.Bulletins.invented;
import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.rectification.reading.Reading.Kind;
import cn.duban.rectification.reading.Reading.Task;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanReaderTest {
    @Test
    void tellsLeadFromAssistingUnitsInEveryForm() {
        var tasks = invented("business-plan.txt").tasks();

        assertThat(tasks).extracting(Task::lead).containsExactly(List.of("市政务局"), List.of("市发改委", "市自然资源局"), List.of("市政务局"),
                List.of("市市场监管局"), List.of("市金融办", "人民银行宁泽支行"), List.of("市人社局"));
        assertThat(tasks.get(0).assist()).containsExactly("各县\uFF08区\uFF09政府", "市直有关部门");
        assertThat(tasks.get(1).assist()).containsExactly("市住建局", "市水务局");
        assertThat(tasks.get(3).assist()).containsExactly("各行业主管部门");
        assertThat(tasks.get(4).assist()).containsExactly("市财政局");
        assertThat(tasks.get(5).assist()).containsExactly("市总工会", "团市委");
        assertThat(tasks.get(0).due()).isEqualTo(LocalDate.of(2022, 11, 30));
    }

    @Test
    void leavesTheFrameOfThePlanOutOfItsTasks() {
        var plan = invented("business-plan.txt");

        assertThat(plan.kind()).isEqualTo(Kind.WORK_PLAN);
        assertThat(plan.year()).isEqualTo(2022);
        assertThat(plan.sections()).hasSize(3);
        assertThat(plan.tasks()).allMatch(task -> "二".equals(task.section()));
    }

    @Test
    void readsTheNumbersPromised() {
        assertThat(invented("business-plan.txt").targets()).extracting(target -> target.op() + target.value() + target.unit())
                .containsExactly(">=95%", ">=120项", "<=40个工作日", ">=4次", "=8亿元", ">=3000户");
    }

    @Test
    void readsATaskTableRowByRow() {
        var plan = invented("task-table.html");

        assertThat(plan.tasks()).extracting(Task::no).containsExactly(1, 2, 3);
        assertThat(plan.tasks()).extracting(Task::section).containsExactly("一", "一", "二");
        assertThat(plan.tasks()).extracting(Task::due)
                .containsExactly(LocalDate.of(2023, 6, 30), LocalDate.of(2023, 12, 31), LocalDate.of(2023, 9, 30));
        assertThat(plan.tasks().get(0).assist()).containsExactly("区发改局", "城东街道");
        assertThat(plan.targets()).extracting(Reading.Target::value).contains(new BigDecimal("12"), new BigDecimal("900"));
    }
}
