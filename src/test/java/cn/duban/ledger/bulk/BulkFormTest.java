package cn.duban.ledger.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.ledger.type.ShippedTypes;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;

/** What many matters are told at once, and what each type calls it. */
class BulkFormTest {

    @Test
    void knowsWhatEachTypeCallsIt() {
        var types = ShippedTypes.load();
        assertThat(BulkAct.ASSIGN.of(types.get("rectification-measure"))).contains("assign");
        assertThat(BulkAct.EXTEND.of(types.get("rectification-measure"))).contains("extend");
        assertThat(BulkAct.EXTEND.of(types.get("rectification-round"))).contains("extend");
        assertThat(BulkAct.ASSIGN.of(types.get("rectification-finding"))).as("a finding is docketed, not handed out").isEmpty();
        assertThat(BulkAct.EXTEND.of(types.get("rectification-finding"))).isEmpty();
        assertThat(types.values()).allSatisfy(type -> assertThat(BulkAct.REMIND.of(type)).contains("remind"));
    }

    @Test
    void saysWhichDayCannotBeRead() {
        assertThat(form(BulkAct.EXTEND, Map.of("give.due", "明天")).complaints().of("give.due")).contains("2026-03-13");
        assertThat(form(BulkAct.EXTEND, Map.of("give.due", "2026-13-01")).complaints().of("give.due")).isNotNull();
        assertThat(form(BulkAct.EXTEND, Map.of("give.due", "2026-12-31")).complaints().isEmpty()).isTrue();
        assertThat(form(BulkAct.ASSIGN, Map.of()).complaints().isEmpty()).isTrue();
    }

    @Test
    void tellsWhetherItWasChanged() {
        var looked = form(BulkAct.EXTEND, Map.of("give.due", "2026-12-31", "give.reason", "汛期施工"));
        assertThat(looked.said()).isEqualTo(form(BulkAct.EXTEND, Map.of("give.due", " 2026-12-31 ", "give.reason", "汛期施工", "give.lead", "9")).said());
        assertThat(form(BulkAct.REMIND, Map.of("give.note", "一\r\n二")).said()).isEqualTo(form(BulkAct.REMIND, Map.of("give.note", "一\n二")).said());
        assertThat(looked.said()).isNotEqualTo(form(BulkAct.EXTEND, Map.of("give.due", "2027-01-31", "give.reason", "汛期施工")).said());
    }

    private static BulkForm form(BulkAct act, Map<String, String> sent) {
        var typed = new LinkedMultiValueMap<String, String>();
        sent.forEach(typed::add);
        return BulkForm.of(act, typed);
    }
}
