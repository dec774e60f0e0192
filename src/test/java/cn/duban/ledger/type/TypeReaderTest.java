package cn.duban.ledger.type;

import static cn.duban.ledger.type.TypesFixture.aPromise;
import static cn.duban.ledger.type.TypesFixture.promise;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.duban.ledger.type.MatterType.Breach;
import cn.duban.ledger.type.MatterType.Kind;
import cn.duban.ledger.type.MatterType.Lapse;
import java.util.Locale;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypeReaderTest {

    @Test
    void readsEveryPartInTheOrderOfTheFile() {
        var type = promise();

        assertThat(type.name()).isEqualTo("promise");
        assertThat(type.version()).isEqualTo(1);
        assertThat(type.label().in(Locale.CHINA)).isEqualTo("承诺");
        assertThat(type.label().in(Locale.UK)).isEqualTo("Promise");
        assertThat(type.states().keySet()).containsExactly("working", "submitted", "closed");
        assertThat(type.initial().owes()).isEqualTo("lead");
        assertThat(type.state("closed").ended()).isTrue();
        assertThat(type.supervisor().orElseThrow().name()).isEqualTo("supervisor");
        assertThat(type.fields().get("mode").kind()).isEqualTo(Kind.CHOICE);
        assertThat(type.fields().get("mode").choices().keySet()).containsExactly("now", "dated");
        assertThat(type.shown()).containsExactly("number", "title", "state");
    }

    @Test
    void takesOneWordOrAList() {
        var type = promise();

        assertThat(type.actions().get("close").except()).containsExactly("lead");
        assertThat(type.actions().get("submit").needs()).containsExactly("note", "evidence");
        assertThat(type.clocks().get("work").breach()).containsExactly(Breach.REMIND, Breach.YELLOW, Breach.RED);
    }

    @Test
    void readsOnAsAWordAlthoughYamlWouldSayTrue() {
        var type = TypesFixture.type(aPromise().replace("actions:\n", "actions:\n  answer: { zh: 答复, en: Answer, on: assignment, by: lead, needs: note }\n"));
        var answer = type.action("answer").orElseThrow();

        assertThat(answer.onAssignment()).isTrue();
        assertThat(type.assignmentActionsIn("working")).containsExactly(answer);
        assertThat(type.assignmentActionsIn("closed")).isEmpty();
        assertThat(type.actionsFrom("working")).extracting("name").containsExactly("report", "submit");
    }

    @Test
    void keepsTheLawThatGivesSilenceAMeaning() {
        var type = TypesFixture.type(aPromise().replace("budget: 5wd, breach: remind }",
                "budget: 5wd, then: closed, law: { act: 行政许可法, article: 第三十二条第一款第四项, text: 逾期不告知的，自收到申请材料之日起即为受理 } }"));

        assertThat(type.clocks().get("verify").lapse())
                .isEqualTo(new Lapse("closed", "行政许可法", "第三十二条第一款第四项", "逾期不告知的，自收到申请材料之日起即为受理"));
    }

    @Test
    void answersUnknownNamesByKind() {
        assertThat(promise().action("vanish")).isEmpty();
        assertThatThrownBy(() -> promise().state("nowhere")).isInstanceOf(NoSuchElementException.class).hasMessageContaining("nowhere");
    }

    @Test
    void namesTheLineOfEveryFault() {
        var reading = TypeReader.read("type: note\nlabel: { zh: 札记, en: Note }\ncolour: red\nstates:\n  open: { zh: 办理中, en: Open, owes: [a] }\n", "note.yaml");

        assertThat(reading.faults()).extracting(Fault::toString).anySatisfy(line -> assertThat(line).startsWith("note.yaml:3: unknown-key: "))
                .anySatisfy(line -> assertThat(line).startsWith("note.yaml:5: kind: "));
        assertThat(reading.faults()).filteredOn(fault -> fault.code().equals("missing")).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "- a\n- b", "just words", "type: [x]", "states: {a: &x [*x]}", "a: b: c", "type: t\nstates: 7", "\t", "? [a]\n: b", "type: t\n---\ntype: u", "\u0007"})
    void survivesWhateverIsTypedIn(String text) {
        var reading = TypeLinter.check(text, "any.yaml", null);

        assertThat(reading.clean()).isFalse();
        assertThat(reading.faults()).isNotEmpty().allSatisfy(fault -> assertThat(fault.toString()).doesNotContain("\n"));
    }
}
