package cn.duban.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.DubanTest;
import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Town;
import cn.duban.similarity.Compared.Verdict;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A report is compared with the earlier ones of its matter and of its unit, as far as the reader may see them. */
@DubanTest
class ProgressTest {

    private static final String SAID = "已约谈沿线企业负责人，逐户下达整改通知，整改方案正在报送审查。";

    @Autowired Progress progress;
    @Autowired Ledger ledger;
    @Autowired Town town;

    @Test
    void comparesWithThePreviousReportOfTheMatter() {
        var id = town.aMeasureAtWork();
        var first = report(id, SAID);
        var second = report(id, "本期新增监测点位三处，水样已经送检。");
        var third = report(id, SAID);
        assertThat(compared(id, second).verdict()).isEqualTo(Verdict.NEW);
        assertThat(compared(id, third)).satisfies(judged -> {
            assertThat(judged.verdict()).isEqualTo(Verdict.COPIED);
            assertThat(judged.percent()).isEqualTo(100);
            assertThat(judged.earlier().entry()).isEqualTo(first);
            assertThat(judged.earlier().own()).isTrue();
            assertThat(judged.earlier().last()).isFalse();
        });
    }

    @Test
    void findsWhatTheUnitWroteOnAnotherMatter() {
        var said = "组织专家对望月湖尾水提标工程进行现场踏勘，形成咨询意见并交由设计单位修改完善。";
        var one = town.aMeasureAtWork();
        var other = town.aMeasureAtWork();
        var before = report(one, said);
        var copied = report(other, said.replace("修改完善", "进一步修改"));
        var judged = compared(other, copied);
        assertThat(judged.verdict()).isIn(Verdict.EDITED, Verdict.COPIED);
        assertThat(judged.earlier().matter()).isEqualTo(one);
        assertThat(judged.earlier().entry()).isEqualTo(before);
        assertThat(judged.phrases()).isNotEmpty();
        assertThat(compared(one, before).earlier() == null || !compared(one, before).earlier().matter().equals(other)).isTrue();
    }

    @Test
    void answersNothingForWhatIsNoReportOrNotSeen() {
        var id = town.aMeasureAtWork();
        var entry = report(id, SAID);
        assertThat(progress.of(id, 1, town.as("inspect"))).isEmpty();
        assertThat(progress.of(id, entry, town.as("permit.handle1"))).isEmpty();
        assertThat(progress.of(new MatterId(id.tenant() + 1, id.id()), entry, town.as("inspect"))).isEmpty();
    }

    private int report(MatterId id, String note) {
        return ledger.act(id, Act.of("report").saying("note", note), town.as("eco.handle")).entry();
    }

    private Compared compared(MatterId id, int entry) {
        return progress.of(id, entry, town.as("inspect")).orElseThrow();
    }
}
