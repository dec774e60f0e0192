package cn.duban.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoorTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "来电人13812345678反映", "电话138-1234-5678", "电话138 1234 5678", "联系１３８１２３４５６７８",
        "身份证11010519491231002X", "身份证11010519491231002x", "证号440524188001010014。",
        "机密★10年", "绝密 ★", "秘密☆启用前",
        "退格\u0008字符", "空\u0000字符", "删除\u007f", "反写\u202e字", "半个字\ud83d"})
    void refusesWhatMayNotComeIn(String text) {
        assertThatThrownBy(() -> Door.check(text)).isInstanceOfSatisfying(Refusal.Refused.class, r -> {
            assertThat(r.refusal().rule()).isEqualTo("input");
            assertThat(r.refusal().zh()).endsWith("。").doesNotContain("138", "1101");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "第一行\r\n\t第二行", "投资138123456789元", "统一社会信用代码91370200MA3C0K1X2B", "文号20261123000000123X", "热线0990-66001234", "商业秘密保护", "工作秘密", "生僻字𠮷"})
    void letsThroughWhatOfficesWrite(String text) {
        assertThatCode(() -> Door.check(text)).doesNotThrowAnyException();
    }

    @Test
    void masksNumbersOfPeopleInWhatMachinesRead() {
        assertThat(Door.masked("联系人13812345678，身份证11010519491231002X，投资138123456789元")).isEqualTo("联系人138********，身份证110105************，投资138123456789元");
        assertThat(Door.masked("电话１３８１２３４５６７８，或者139-1234-5678。")).as("full-width, and the rest as it was").isEqualTo("电话138********，或者139********。");
    }

    @Test
    void changesWhoMayKnowByTheSupervisorWithAReasonOnTheRecord() {
        var paper = Paper.atWork(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 4, 30));
        var sight = new Sight();
        assertThat(sight.sees(paper.dossier, paper.viewer(8), paper.directory)).isTrue();
        var classify = Act.of("classify").saying("secrecy", "named_persons").saying("reason", "涉及举报人");
        refuses("role", paper, classify, 8);
        refuses("missing", paper, Act.of("classify").saying("secrecy", "named_persons"), 4);
        refuses("missing", paper, classify.saying("secrecy", "机密"), 4);
        refuses("input", paper, classify.saying("secrecy", "internal"), 4);
        paper.act(classify, 4);
        assertThat(paper.dossier.matter().secrecy()).isEqualTo(Secrecy.NAMED_PERSONS);
        assertThat(sight.sees(paper.dossier, paper.viewer(8), paper.directory)).as("the bureau's registry").isFalse();
        assertThat(sight.sees(paper.dossier, paper.viewer(2), paper.directory)).as("the leader named by post").isTrue();
        assertThat(sight.sees(paper.dossier, paper.viewer(4), paper.directory)).isTrue();
        assertThat(paper.entries.getLast().payload()).containsEntry("reason", "涉及举报人");
        assertThat(paper.breaks()).isEmpty();
    }

    private static void refuses(String rule, Paper paper, Act act, int person) {
        assertThatThrownBy(() -> paper.act(act, person)).isInstanceOfSatisfying(Refusal.Refused.class, r -> assertThat(r.refusal().rule()).isEqualTo(rule));
    }
}
