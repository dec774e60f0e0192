package cn.duban.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.duban.DubanTest;
import cn.duban.demo.City;
import cn.duban.evidence.EvidenceFiles;
import cn.duban.ledger.MatterTypes.Version;
import cn.duban.ledger.type.Fault;
import cn.duban.ledger.type.ShippedTypes;
import cn.duban.units.Directories;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A government changes the shipped measure to its own, publishes it, and moves what runs. */
@DubanTest
class TypeDeskTest {

    @Autowired Ledger ledger;
    @Autowired Dossiers dossiers;
    @Autowired Proof proof;
    @Autowired MatterTypes types;
    @Autowired TypeDesk desk;
    @Autowired Migration migration;
    @Autowired City cities;
    @Autowired Directories directories;
    @Autowired EvidenceFiles files;

    private static final String MEASURE = "rectification-measure";

    private Town town;

    @BeforeEach
    void aCityOfItsOwn() {
        town = new Town(cities, directories, ledger, files);
    }

    /** The working state is called otherwise, verification takes ten days. */
    private static String own() {
        return ShippedTypes.texts().get(MEASURE).replaceAll("\\bworking\\b", "mending").replace("while: submitted, budget: 5wd", "while: submitted, budget: 10wd");
    }

    private Version published() {
        var draft = desk.draft(town.as("inspect"), "rectification", own());
        desk.publish(town.as("inspect"), draft.name(), draft.version(), town.today(), null);
        return new Version(town.city.tenant(), draft.name(), draft.version());
    }

    @Test
    void publishesAnOwnVersionFromADayOnAndPinsNewMattersToIt() {
        var before = town.aMeasureAtWork();
        var shipped = types.current(town.city.tenant(), MEASURE).version();
        assertThat(shipped.tenant()).isEqualTo(MatterTypes.SHIPPED);
        var draft = desk.draft(town.as("admin"), "rectification", own());
        assertThat(desk.compare(town.as("inspect"), MEASURE, draft.version()).orElseThrow().removedStates()).containsExactly("working");
        assertThat(types.current(town.city.tenant(), MEASURE).version()).as("a draft is nothing yet").isEqualTo(shipped);
        desk.publish(town.as("inspect"), MEASURE, draft.version(), town.today(), null);

        var after = town.anAssignedMeasure();
        ledger.act(after, Act.of("receive"), town.as("eco.registry"));
        assertThat(dossiers.of(after).orElseThrow().matter().state()).isEqualTo("mending");
        assertThat(dossiers.of(before).orElseThrow().matter().state()).isEqualTo("working");
        refuses("state", () -> desk.publish(town.as("inspect"), MEASURE, draft.version(), town.today(), null));

        var next = desk.draft(town.as("inspect"), "rectification", own().replace("10wd", "15wd"));
        assertThat(next.version()).isEqualTo(2);
        desk.publish(town.as("inspect"), MEASURE, 2, town.today().plusDays(10), null);
        assertThat(types.current(town.city.tenant(), MEASURE).version().version()).as("the second holds only later").isEqualTo(1);
        desk.withdraw(town.as("inspect"), MEASURE, 1);
        assertThat(types.current(town.city.tenant(), MEASURE).version()).isEqualTo(shipped);
        assertThat(desk.lines(town.as("inspect"))).extracting(TypeDesk.Line::status).containsExactly("withdrawn", "published");
    }

    @Test
    void refusesWhoeverMayNotAndWhatTheLinterFaults() {
        for (var login : java.util.List.of("inspect1", "eco", "vice1", "mayor"))
            refuses("role", () -> desk.draft(town.as(login), "rectification", own()));
        var open = own().replace("by: supervisor, except: [lead, assist], needs: verdict, gate: children-settled }\n  redo", "by: lead, needs: verdict, gate: children-settled }\n  redo");
        assertThat(open).isNotEqualTo(own());
        var draft = desk.draft(town.as("inspect"), "rectification", open);
        assertThat(desk.lint(town.as("inspect"), open).faults()).extracting(Fault::code).contains("closing-by-worker");
        refuses("lint", () -> desk.publish(town.as("inspect"), MEASURE, draft.version(), town.today(), null));
        var fine = desk.draft(town.as("inspect"), "rectification", own());
        assertThat(fine.version()).as("the draft was replaced").isEqualTo(draft.version());
        refuses("input", () -> desk.publish(town.as("inspect"), MEASURE, fine.version(), town.today().minusDays(1), null));
        refuses("input", () -> desk.draft(town.as("inspect"), "rectification", ": nothing"));
    }

    @Test
    void movesRunningMattersByARecordedActAfterADryRun() {
        var working = town.aMeasureAtWork();
        var submitted = town.aMeasureToVerify();
        var closed = town.aMeasureToVerify();
        ledger.act(closed, Act.of("close").saying("verdict", "到位"), town.as("inspect1"));
        var shipped = types.current(town.city.tenant(), MEASURE).version();
        var to = published();

        var blind = migration.dryRun(town.as("inspect"), new Migration.Plan(shipped, to, Map.of()));
        assertThat(blind).hasSize(2);
        assertThat(blind).filteredOn(f -> f.id().equals(working)).singleElement().satisfies(f -> assertThat(f.refusal().zh()).contains("整改中"));
        assertThat(blind).filteredOn(f -> f.id().equals(submitted)).singleElement().satisfies(f -> assertThat(f.becomes()).isEqualTo("submitted"));
        assertThat(migration.dryRun(town.as("inspect"), new Migration.Plan(shipped, to, Map.of("working", "closed"))))
                .filteredOn(f -> f.id().equals(working)).singleElement().satisfies(f -> assertThat(f.refusal().rule()).isEqualTo("gate"));
        assertThat(dossiers.of(working).orElseThrow().matter().typeVersion()).as("on paper only").isEqualTo(shipped.version());

        var due = clock(working, "rectify").dueAt();
        var plan = new Migration.Plan(shipped, to, Map.of("working", "mending"));
        refuses("role", () -> migration.run(town.as("inspect1"), plan, "换版"));
        assertThat(migration.run(town.as("inspect"), plan, "启用本市的类型")).allMatch(f -> f.becomes() != null).hasSize(2);
        var moved = dossiers.of(working).orElseThrow();
        assertThat(moved.matter().state()).isEqualTo("mending");
        assertThat(moved.matter().typeTenant()).isEqualTo(town.city.tenant());
        assertThat(clock(working, "rectify")).satisfies(c -> {
            assertThat(c.running()).isTrue();
            assertThat(c.dueAt()).isEqualTo(due);
        });
        assertThat(clock(submitted, "verify").budget()).isEqualTo("10wd");
        assertThat(dossiers.of(closed).orElseThrow().matter().typeTenant()).as("what is ended stays").isEqualTo(MatterTypes.SHIPPED);
        ledger.act(working, Act.of("report").saying("note", "照常"), town.as("eco.handle"));
        assertThat(migration.run(town.as("inspect"), plan, "再来一次")).isEmpty();
        assertThat(proof.prove(town.city.tenant()).breaks()).isEmpty();
    }

    private Clock clock(MatterId id, String name) {
        return dossiers.of(id).orElseThrow().clocks().stream().filter(c -> c.name().equals(name)).reduce((a, b) -> b).orElseThrow();
    }

    private static void refuses(String rule, org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Refusal.Refused.class, r -> assertThat(r.refusal().rule()).isEqualTo(rule));
    }
}
