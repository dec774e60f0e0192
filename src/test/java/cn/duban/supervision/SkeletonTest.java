package cn.duban.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.ledger.type.Fault;
import cn.duban.ledger.type.MatterType;
import cn.duban.ledger.type.ShippedTypes;
import cn.duban.ledger.type.TypeLinter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is handed out to be done goes the same way whatever source it came from: the types differ in their words and fields, and in how long some steps may take. */
class SkeletonTest {

    private static final List<String> HANDED_OUT = List.of("instruction", "decision", "project", "field-study", "media-exposure", "outer-lead", "deputies-issue", "enterprise-problem");
    private static final List<String> GATHERING = List.of("meeting", "agenda-item", "pledge");

    private static final Map<String, MatterType> TYPES = ShippedTypes.load();

    @Test
    void everySourceIsProposedApprovedHandedOutVerifiedAndLookedBackOn() {
        var first = TYPES.get(HANDED_OUT.getFirst());
        assertThat(HANDED_OUT).allSatisfy(name -> {
            assertThat(TYPES.get(name).states()).as(name).isEqualTo(first.states());
            assertThat(TYPES.get(name).actions()).as(name).isEqualTo(first.actions());
            assertThat(clocks(TYPES.get(name))).as(name).isEqualTo(clocks(first));
            assertThat(TYPES.get(name).roles().keySet()).as(name).isEqualTo(first.roles().keySet());
        });
    }

    /** Approving is no work; but whoever approves and then owes a later step as well is barred from closing, and the linter says so. */
    @Test
    void whoOnlyApprovesMayVerifyAndWhoWorksMayNot() {
        var text = ShippedTypes.texts().get("instruction");
        assertThat(TypeLinter.check(text, "instruction", ShippedTypes.names()).faults()).isEmpty();
        var works = text.replaceAll("(paused: .*owes: )supervisor", "$1approver").replaceAll("(resume: .*by: )supervisor, except: \\[lead, assist]", "$1approver");
        assertThat(TypeLinter.check(works, "instruction", ShippedTypes.names()).faults()).extracting(Fault::code).contains("closing-without-except");
    }

    @Test
    void whatGathersDiffersInItsFirstStepAlone() {
        var first = TYPES.get(GATHERING.getFirst());
        assertThat(GATHERING).allSatisfy(name -> assertThat(TYPES.get(name).actions().entrySet().stream().skip(1).toList()).as(name).isEqualTo(first.actions().entrySet().stream().skip(1).toList()));
    }

    @Test
    void everyTypeOfTheLedgerHasASource() {
        var sources = new Sources(null).all().stream().map(Source::type).toList();
        assertThat(sources).containsAll(TYPES.keySet().stream().filter(name -> ShippedTypes.ledgerOf(name).equals("supervision")).toList());
        assertThat(new Sources(null).all()).allSatisfy(source -> {
            var fields = TYPES.get(source.type()).fields();
            assertThat(fields.keySet()).containsAll(source.once());
            if (source.leaders() != null) assertThat(fields).containsKey(source.leaders());
            if (source.urgency() != null) assertThat(new Sources(null).periods().rows()).isNotEmpty().allSatisfy(row -> assertThat(row.by().keySet()).isEqualTo(fields.get(source.urgency()).choices().keySet()));
        });
    }

    private static Map<String, List<Object>> clocks(MatterType type) {
        return type.clocks().values().stream().collect(Collectors.toMap(MatterType.ClockRule::name, clock -> List.of(clock.label(), clock.during(), clock.onAssignment(), clock.breach(), String.valueOf(clock.opens()))));
    }
}
