package cn.duban.ledger.type;

import static cn.duban.ledger.type.TypesFixture.aPromise;
import static cn.duban.ledger.type.TypesFixture.promise;
import static cn.duban.ledger.type.TypesFixture.type;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TypeDifferenceTest {

    @Test
    void seesNoDifferenceInTheSameType() {
        assertThat(TypeDifference.between(promise(), promise()).changes()).isEmpty();
    }

    @Test
    void saysWhatChangesInPlainWords() {
        assertThat(changes("budget: 5wd", "budget: 10wd")).containsExactly("时限“核查时限”的时限由“5wd”改为“10wd”。");
        assertThat(changes("zh: 待核查", "zh: 待验收")).contains("状态“待核查”的名称由“待核查”改为“待验收”。");
        assertThat(changes("by: lead, needs: note", "by: [lead, supervisor], needs: note")).containsExactly("动作“反馈进展”的办理角色由“责任单位”改为“责任单位、督查室”。");
        assertThat(changes("from: working,   to: submitted", "from: [working, closed], to: submitted")).containsExactly("动作“申请办结”的起始状态由“办理中”改为“办理中、已办结”。");
        assertThat(changes("[remind, yellow, red]", "remind")).containsExactly("时限“办理时限”的超期措施由“提醒、黄牌、红牌”改为“提醒”。");
        assertThat(changes("number, title, state", "number, state")).containsExactly("事项类型“承诺”的公开内容由“编号、标题、状态”改为“编号、状态”。");
        assertThat(changes("needs: verdict, gate: children-settled", "gate: children-settled")).containsExactly("动作“办结”的所需内容由“核查结论”改为“无”。");
    }

    @Test
    void saysItInEnglishToo() {
        var next = type(aPromise().replace("budget: 5wd", "budget: 10wd"));

        assertThat(TypeDifference.between(promise(), next).changes()).extracting(change -> change.text().en())
                .containsExactly("Clock “Time to verify”: budget changes from “5wd” to “10wd”.");
    }

    @Test
    void namesWhatComesAndGoes() {
        assertThat(changes("  report: { zh: 反馈进展, en: Report,        from: working,   by: lead, needs: note }\n", "")).containsExactly("删去动作“反馈进展”。");
        assertThat(changes("actions:\n", "actions:\n  direct: { zh: 批示, en: Direct, from: working, by: supervisor }\n")).containsExactly("新增动作“批示”。");
    }

    @Test
    void asksForANewStateWhereOneIsRemoved() {
        var next = type(aPromise().replace("submitted", "verifying"));
        var difference = TypeDifference.between(promise(), next);

        assertThat(difference.needsMapping()).isTrue();
        assertThat(difference.removedStates()).containsExactly("submitted");
        assertThat(difference.changes()).filteredOn(TypeDifference.Change::needsMapping).singleElement()
                .satisfies(change -> assertThat(change.path()).isEqualTo("states.submitted"))
                .satisfies(change -> assertThat(change.text().zh()).contains("“待核查”").contains("须指定"));
    }

    @Test
    void needsNoMappingWhereStatesStay() {
        assertThat(TypeDifference.between(promise(), type(aPromise().replace("budget: 5wd", "budget: 3wd"))).needsMapping()).isFalse();
    }

    private static List<String> changes(String was, String is) {
        assertThat(aPromise()).contains(was);
        return TypeDifference.between(promise(), type(aPromise().replace(was, is))).changes().stream().map(change -> change.text().zh()).toList();
    }
}
