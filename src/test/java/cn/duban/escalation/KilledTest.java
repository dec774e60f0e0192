package cn.duban.escalation;

import static cn.duban_db.escalation.Tables.DOCUMENT;
import static cn.duban_db.ledger.Tables.ESCALATION_ROW;
import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.DubanTest;
import cn.duban.TestDatabase;
import cn.duban.demo.City;
import cn.duban.escalation.Ladder.Scope;
import cn.duban.evidence.EvidenceFiles;
import cn.duban.ledger.AYear;
import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.Town;
import cn.duban.units.Directories;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** Two nodes climb the same ladder, and one of them is killed in the middle: nothing comes twice, nothing is lost, and no number is missing. */
@DubanTest
class KilledTest {

    private static final int MATTERS = 30;
    private static final int DAYS = 96;

    @Autowired City cities;
    @Autowired Directories directories;
    @Autowired Ledger ledger;
    @Autowired EvidenceFiles files;
    @Autowired Ladders ladders;
    @Autowired Firing firing;
    @Autowired AYear year;
    @Autowired DSLContext sql;

    @Test
    void goesOnWithWhatAKilledNodeLeft(@TempDir Path folder) throws Exception {
        var town = new Town(cities, directories, ledger, files);
        int tenant = town.city.tenant();
        ladders.publish(new Ladder(0, "测试阶梯", Scope.ALL, town.today(), false, "30d", "30d", LateYearTest.steps(), "测试", ""), town.as("inspect"), Instant.now());
        var opened = ledger.openAll(IntStream.range(0, MATTERS).mapToObj(i -> town.measure("第" + i + "件")).toList(), town.as("inspect"), null);
        for (int i = 0; i < MATTERS; i++) {
            ledger.act(opened.get(i).id(), Act.of("assign").role("leader", town.post("vice1")).role("lead", town.unit("市生态环境局")).due(town.today().plusDays(10 + i % 20)), town.as("inspect"));
            ledger.act(opened.get(i).id(), Act.of("receive"), town.as("eco.registry"));
        }
        var java = ProcessHandle.current().info().command().orElse("java");
        var program = new ProcessBuilder(java, "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-Xmx400m", "-cp", System.getProperty("java.class.path"), Stepper.class.getName(), TestDatabase.url(), folder.toString(), "" + tenant, town.today().toString(), "" + DAYS)
                .redirectErrorStream(true).start();
        var said = new ArrayList<String>();
        CompletableFuture<Void> beside;
        try (BufferedReader out = program.inputReader()) {
            // this node climbs the same days beside it; the other is killed while it is at a later one
            for (String line; (line = out.readLine()) != null && !line.equals("ready"); ) said.add(line);
            beside = CompletableFuture.runAsync(() -> climb(tenant, town.today(), 40));
            for (String line; (line = out.readLine()) != null && said.stream().filter(one -> one.startsWith("made ")).count() < 7; ) said.add(line);
            assertThat(program.isAlive()).as(() -> String.join("\n", said)).isTrue();
        } finally {
            program.destroyForcibly().waitFor();
        }
        beside.join();
        climb(tenant, town.today(), DAYS);

        var lines = sql.select(ESCALATION_ROW.DOCUMENT).from(ESCALATION_ROW).where(ESCALATION_ROW.TENANT.eq(tenant)).fetch(ESCALATION_ROW.DOCUMENT);
        var rows = sql.selectFrom(DOCUMENT).where(DOCUMENT.TENANT.eq(tenant)).fetch(Documents::read);
        assertThat(lines).doesNotHaveDuplicates().hasSize(rows.size());
        for (var done : opened) assertThat(rows.stream().filter(d -> d.matter().equals(done.id()) && d.clock().zh().equals("整改时限")).map(Document::step).sorted().toList()).as("%s", done).isEqualTo(List.of(1, 2, 3, 4, 5, 6));
        for (var kind : Kind.values()) {
            var given = rows.stream().filter(d -> d.kind() == kind).map(d -> d.issued().year() + " " + d.issued().no()).toList();
            assertThat(given).doesNotHaveDuplicates();
            rows.stream().filter(d -> d.kind() == kind).collect(Collectors.groupingBy(d -> d.issued().year(), Collectors.summarizingInt(d -> d.issued().no()))).forEach((of, numbers) -> assertThat(numbers.getMax()).as(kind + " of " + of).isEqualTo((int) numbers.getCount()));
        }
        assertThat(year.breaks(tenant)).isEmpty();
    }

    private void climb(int tenant, LocalDate first, int days) {
        for (int day = 0; day < days; day += 4) firing.fire(tenant, first.plusDays(day).atStartOfDay(java.time.ZoneId.of("Asia/Shanghai")).toInstant());
    }
}
