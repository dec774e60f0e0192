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
        assertThat(changes("budget: 5wd", "budget: 10wd")).containsExactly("“核查时限”由5个工作日延长为10个工作日。");
        assertThat(changes("zh: 待核查", "zh: 待验收")).containsExactly("状态“待核查”的名称由“待核查”改为“待验收”。");
        assertThat(changes("by: lead, needs: note", "by: [lead, supervisor], needs: note")).containsExactly("今后“督查室”也可以办“反馈进展”。");
        assertThat(changes("from: working,   to: submitted", "from: [working, closed], to: submitted")).containsExactly("今后在“已办结”时也可以办“申请办结”。");
        assertThat(changes("[remind, yellow, red]", "remind")).containsExactly("“办理时限”超期后不再有“黄牌”。", "“办理时限”超期后不再有“红牌”。");
        assertThat(changes("number, title, state", "number, state")).containsExactly("“标题”今后不再公开。");
        assertThat(changes("needs: verdict, gate: children-settled", "gate: children-settled")).containsExactly("办“办结”今后不再须提供“核查结论”。");
    }

    @Test
    void saysItInEnglishToo() {
        var next = type(aPromise().replace("budget: 5wd", "budget: 10wd"));

        assertThat(TypeDifference.between(promise(), next).changes()).extracting(change -> change.text().en())
                .containsExactly("“Time to verify” is extended from 5 working days to 10 working days.");
    }

    @Test
    void marksWhatTakesASafeguardAway() {
        assertThat(looser("budget: 5wd", "budget: 10wd")).isTrue();
        assertThat(looser("budget: 5wd", "budget: 3wd")).isFalse();
        assertThat(looser("except: lead, needs: verdict", "needs: verdict")).isTrue();
        assertThat(looser("gate: children-settled", "most: 1")).isTrue();
        assertThat(looser("by: lead, needs: note", "by: [lead, supervisor], needs: note")).isFalse();
    }

    private static boolean looser(String was, String is) {
        assertThat(aPromise()).contains(was);
        return TypeDifference.between(promise(), type(aPromise().replace(was, is))).changes().stream().anyMatch(TypeDifference.Change::looser);
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
