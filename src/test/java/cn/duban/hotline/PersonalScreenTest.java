package cn.duban.hotline;

import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.hotline.PersonalScreen.Found;
import cn.duban.hotline.PersonalScreen.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing of a person goes out in a text, however it is typed; and a text that has nothing of anybody stays as it is. */
class PersonalScreenTest {

    private static final PersonalScreen OWN = new PersonalScreen(List.of("路小满", "137 8765 4321", "石桥路九号二单元", "You.Lu@citizens.example", "王"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "已电话告知路小满。|已电话告知〔已隐去〕。", "已告知路 小 满本人|已告知〔已隐去〕本人", "回电１３７８７６５４３２１告知|回电〔已隐去〕告知", "住石桥路九号 二单元的住户|住〔已隐去〕的住户", "邮件发往YOU.LU@citizens.example|邮件发往〔已隐去〕",
        "另一位 139-1234-5678 也反映|另一位 〔已隐去〕 也反映", "证件11010519491231002X已核对|证件〔已隐去〕已核对", "车牌苏A·12B45的货车|车牌〔已隐去〕的货车", "粤AD12345占道|〔已隐去〕占道", "退到卡6222 0212 3456 7890 128|退到卡〔已隐去〕", "路小满路小满|〔已隐去〕〔已隐去〕"})
    void hidesWhateverIsAPersons(String text, String redacted) {
        assertThat(OWN.redacted(text)).isEqualTo(redacted);
        assertThat(OWN.clean(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"污水井已经疏通，井盖已更换。", "咨询电话0990-66001234，热线12345", "统一社会信用代码91370200MA3C0K1X2B", "工单202611-000123已办结", "投资138123456789元", "王家村已通水", "路小 学门口", "文号20261123000000123X", "订单4000000000000001"})
    void leavesTheRestAlone(String text) {
        assertThat(OWN.in(text)).isEmpty();
        assertThat(OWN.redacted(text)).isEqualTo(text);
        assertThat(OWN.told(text, Locale.SIMPLIFIED_CHINESE)).isEmpty();
    }

    @Test
    void saysWhereEachStandsAndTellsOneThingOnce() {
        var screen = new PersonalScreen(List.of("13912345678"));
        assertThat(screen.in("请打13912345678")).as("own and a telephone at once").hasSize(1).first().extracting(Found::from, Found::until).containsExactly(2, 13);
        assertThat(new PersonalScreen(List.of("张三丰", "三丰路1号")).in("张三丰路1号")).as("one begins in the other").hasSize(2);
        assertThat(new PersonalScreen(List.of("张三丰", "三丰路1号")).redacted("在张三丰路1号旁")).isEqualTo("在〔已隐去〕旁");
        assertThat(screen.in("苏A12345")).extracting(Found::kind).containsExactly(Kind.PLATE);
    }

    @Test
    void findsNothingInWhatItHasRedacted() {
        var random = new Random(7);
        var pieces = List.of("路小满", "路 小 满", "13787654321", "13912345678", "苏A12345", "11010519491231002X", "，", "已", "石桥路九号二单元", " ", "-", "修好");
        for (int round = 0; round < 2_000; round++) {
            var text = new StringBuilder();
            for (int i = 0; i < 6; i++) text.append(pieces.get(random.nextInt(pieces.size())));
            var redacted = OWN.redacted(text.toString());
            assertThat(OWN.in(redacted)).as(text + " → " + redacted).isEmpty();
        }
    }
}
