package cn.duban.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.DubanTest;
import cn.duban.demo.City;
import cn.duban.evidence.EvidenceFiles;
import cn.duban.units.Directories;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DeadlockLoserDataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What somebody changes with SQL, behind the application's back and with every constraint out of the way, is found and named. */
@DubanTest
class TamperTest {

    private static final List<String> TABLES = List.of("matter", "responsibility", "assignment", "clock", "clock_entry", "entry", "relation", "evidence");

    @Autowired Ledger ledger;
    @Autowired Proof proof;
    @Autowired Anchors anchors;
    @Autowired DSLContext sql;
    @Autowired City cities;
    @Autowired Directories directories;
    @Autowired EvidenceFiles files;
    @Autowired PlatformTransactionManager transactions;

    private Town town;
    private int tenant;

    @BeforeEach
    void aCityOfItsOwn() {
        town = new Town(cities, directories, ledger, files);
        tenant = town.city.tenant();
        var closed = town.aMeasureToVerify();
        ledger.act(closed, Act.of("close").saying("verdict", "到位"), town.as("inspect1"));
        var master = town.aMeasureAtWork();
        var copy = town.aMeasureAtWork();
        ledger.act(copy, Act.of("merge").other(master.id()).saying("reason", "同一件事"), town.as("inspect"));
        ledger.act(master, Act.of("extend").field("goal", "5").saying("reason", "汛期").due(town.today().plusDays(70)), town.as("inspect"));
        assertThat(proof.prove(tenant).breaks()).isEmpty();
    }

    @Test
    void findsOneChangedValueInAnyColumnOfAnyKernelTable() {
        var missed = new ArrayList<String>();
        for (var table : TABLES)
            for (var column : columns(table).entrySet()) {
                var breaks = after(() -> change(table, column.getKey(), column.getValue()));
                if (breaks.isEmpty()) missed.add(table + "." + column.getKey());
            }
        assertThat(missed).isEmpty();
        assertThat(proof.prove(tenant).breaks()).isEmpty();
    }

    @Test
    void namesTheMatterAndTheEntryOrRow() {
        assertThat(after(() -> sql.execute("update ledger.clock set last_day = last_day + 30 where tenant = ? and no = 2", tenant)))
                .allMatch(b -> b.where().matches("matter 整改〔\\d{4}〕\\d+号 \\(" + tenant + "-[0-9a-f-]{36}\\) clock 2")).hasSize(3);
        assertThat(after(() -> sql.execute("update ledger.entry set person_name = '别人' where tenant = ? and no = 3", tenant)))
                .anyMatch(b -> b.where().endsWith("entry 3") && b.what().contains("header"));
        assertThat(after(() -> sql.execute("update ledger.entry set payload = payload || '{\"note\": \"改过\"}' where tenant = ? and no = 4", tenant)))
                .anyMatch(b -> b.where().endsWith("entry 4") && b.what().contains("content"));
    }

    @Test
    void isNotFooledByAnotherJsonType() {
        assertThat(after(() -> sql.execute("update ledger.matter set fields = jsonb_set(fields, '{goal}', '5') where tenant = ? and fields ->> 'goal' = '5'", tenant))).isNotEmpty();
        assertThat(after(() -> sql.execute("update ledger.entry set payload = jsonb_set(payload, '{delta,clock,1,no}', '1.0') where tenant = ? and payload #> '{delta,clock,1,no}' is not null", tenant))).isNotEmpty();
    }

    @Test
    void findsAnErasureThatNoRuleRecorded() {
        assertThat(after(() -> sql.execute("update ledger.entry set payload = null, salt = null where tenant = ? and no = 3", tenant)))
                .anyMatch(b -> b.where().endsWith("entry 3") && b.what().contains("erased"));
    }

    @Test
    void findsDeletedInsertedAndOrphanedRows() {
        var missed = new ArrayList<String>();
        for (var table : TABLES) {
            if (after(() -> one("delete from ledger." + table + " where ctid = (select ctid from ledger." + table + " where tenant = ? limit 1)")).isEmpty()) missed.add("delete " + table);
            var added = columns(table).keySet().stream().map(c -> switch (c) {
                case "no" -> "no + 1000";
                case "id" -> "gen_random_uuid()";
                case "number" -> "number || '副'";
                default -> '"' + c + '"';
            }).toList();
            if (after(() -> one("insert into ledger." + table + " select " + String.join(", ", added) + " from ledger." + table + " where tenant = ? limit 1")).isEmpty()) missed.add("insert " + table);
            if (table.equals("matter")) continue;
            if (after(() -> one("update ledger." + table + " set matter = gen_random_uuid() where ctid = (select ctid from ledger." + table + " where tenant = ? limit 1)"))
                    .stream().noneMatch(b -> b.what().contains("belongs to is gone"))) missed.add("orphan " + table);
        }
        assertThat(missed).isEmpty();
    }

    @Test
    void findsTwoEntriesSwapped() {
        assertThat(after(() -> {
            for (int[] move : new int[][] {{2, 900}, {3, 2}, {900, 3}})
                sql.execute("update ledger.entry set no = ? where tenant = ? and no = ?", move[1], tenant, move[0]);
        })).anyMatch(b -> b.where().endsWith("entry 2")).anyMatch(b -> b.where().endsWith("entry 3"));
    }

    @Test
    void findsByTheAnchorALastEntryCutOffWithItsTraces() {
        var id = town.aMeasureAtWork();
        ledger.act(id, Act.of("comment").saying("note", "说过就是说过"), town.as("eco.handle"));
        Runnable cut = () -> {
            sql.execute("delete from ledger.entry where tenant = ? and matter = ? and no = 4", tenant, id.id());
            sql.execute("update ledger.matter set version = 3, head = (select hash from ledger.entry where tenant = ? and matter = ? and no = 3) where tenant = ? and id = ?", tenant, id.id(), tenant, id.id());
        };
        assertThat(after(cut)).as("chain and fold alone cannot see it").isEmpty();
        var now = Instant.now().plusSeconds(60);
        assertThat(after(() -> {
            anchors.cast(tenant, now);
            cut.run();
        })).anyMatch(b -> b.where().equals("anchor 1 of tenant " + tenant));
    }

    @Test
    void findsAnAnchorChangedOrTakenAwayByTheCopyOutside() {
        anchors.cast(tenant, Instant.now().plusSeconds(60));
        anchors.cast(tenant, Instant.now().plusSeconds(120));
        assertThat(proof.prove(tenant).breaks()).isEmpty();
        for (var column : columns("anchor").entrySet())
            assertThat(after(() -> change("anchor", column.getKey(), column.getValue()))).as(column.getKey()).isNotEmpty();
        assertThat(after(() -> sql.execute("delete from ledger.anchor where tenant = ? and no = 2", tenant))).anyMatch(b -> b.where().startsWith("anchor 2"));
    }

    /** Before the first anchor nothing else knows of it. */
    @Test
    void tellsTheNumberOfAMatterDeletedWhole() {
        var id = town.aMeasureAtWork();
        var number = sql.fetchOne("select number from ledger.matter where tenant = ? and id = ?", tenant, id.id()).get(0, String.class);
        town.aMeasureAtWork();
        assertThat(proof.prove(tenant).unused()).noneMatch(unused -> unused.startsWith(number));
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            sql.execute("set local session_replication_role = replica");
            for (var table : TABLES) sql.execute("delete from ledger." + table + " where tenant = ? and " + (table.equals("matter") ? "id" : "matter") + " = ?", tenant, id.id());
            var outcome = proof.prove(tenant);
            status.setRollbackOnly();
            assertThat(outcome.breaks()).isEmpty();
            assertThat(outcome.unused()).contains(number);
        });
    }

    private void one(String statement) {
        assertThat(sql.execute(statement, tenant)).as(statement).isEqualTo(1);
    }

    /** One value of one row, other than it was and of the same type. */
    private void change(String table, String column, String type) {
        var c = '"' + column + '"';
        var other = switch (type) {
            case "integer", "bigint" -> "coalesce(" + c + ", 6) + 50";
            case "text" -> "coalesce(" + c + ", '') || 'x'";
            case "date" -> "coalesce(" + c + ", current_date) + 1";
            case "timestamp with time zone" -> "coalesce(" + c + ", now()) + interval '1 microsecond'";
            case "uuid" -> "gen_random_uuid()";
            case "boolean" -> "not " + c;
            case "bytea" -> "set_byte(" + c + ", 0, (get_byte(" + c + ", 0) + 1) % 256)";
            case "jsonb" -> c + " || '{\"x\": \"y\"}'";
            default -> throw new IllegalArgumentException(type);
        };
        one("update ledger." + table + " set " + c + " = " + other + " where ctid = (select ctid from ledger." + table + " where tenant = ? order by (" + c + " is null) limit 1)");
    }

    /** What is proved after a change; the change and the dropped constraints are then rolled back. */
    private List<Proof.Break> after(Runnable change) {
        for (int left = 5; ; left--) {
            try {
                return changed(change);
            } catch (DeadlockLoserDataAccessException crossed) {
                // every table is locked here, and what works in the background locks some of them in an order of its own
                if (left == 0) throw crossed;
            }
        }
    }

    private List<Proof.Break> changed(Runnable change) {
        return new TransactionTemplate(transactions).execute(status -> {
            // before the dispatcher's other tables, in its order
            sql.execute("lock table ledger.outbox in access exclusive mode");
            sql.execute("set local session_replication_role = replica");
            sql.fetch("select conrelid::regclass::text t, conname c from pg_constraint where connamespace = 'ledger'::regnamespace and contype = 'c' and conrelid::regclass::text = any(?)",
                            (Object) TABLES.stream().map(t -> "ledger." + t).toArray(String[]::new))
                    .forEach(r -> sql.execute("alter table " + r.get("t") + " drop constraint \"" + r.get("c") + "\""));
            change.run();
            var breaks = proof.prove(tenant).breaks();
            status.setRollbackOnly();
            return breaks;
        });
    }

    private Map<String, String> columns(String table) {
        return sql.fetch("select column_name, data_type from information_schema.columns where table_schema = 'ledger' and table_name = ? order by ordinal_position", table)
                .intoMap(r -> r.get(0, String.class), r -> r.get(1, String.class));
    }
}
