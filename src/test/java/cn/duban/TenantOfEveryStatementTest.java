package cn.duban;

import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.RealStatements.Sent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Every statement that reads a table which grows names the tenant for it, so that the same SQL can be distributed by the tenant.
 * PostgreSQL itself says so: in its plan of each statement, views laid open and joins followed, every scan of such a table
 * holds {@code tenant = …}. Runs last, over the statements that all tests before it made the product send, in whichever JVM; alone it sees few.
 */
@DubanTest
@Order(Integer.MAX_VALUE)
class TenantOfEveryStatementTest {

    /** Who asks over all governments, and why. */
    private static final Map<String, String> OVER_ALL = Map.of(
            "ledger.StoredRows.tenants", "verify looks for rows of governments that the register does not know of",
            "ledger.Outbox.waiting", "whose acts wait, in a table that is empty most of the time",
            "sheets.SheetIntakes.atWork", "whose sheets wait for the worker, in an index that holds only those that do",
            "ledger.TypeMoves.waiting", "whose moves of matters to another version are not done, a handful at most",
            "publication.Published.list", "the public reads the bulletins of all governments in one list, by the hour they appeared");

    /** Tables as small as the number of governments, copied to every machine where the rest is distributed. */
    private static final Map<String, String> SMALL = Map.of(
            "units.tenant", "the register of governments");

    /** What forces PostgreSQL to reach each table by an index, as it would once the table is large. */
    private static final List<String> AS_IF_LARGE = List.of("enable_seqscan", "enable_hashjoin", "enable_mergejoin", "enable_material", "jit");

    private static final Pattern EXPLAINED = Pattern.compile("\\s*(select|insert|update|delete|with|values|merge|\\()\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    @Autowired DSLContext sql;
    @Autowired PlatformTransactionManager transactions;
    @Autowired ObjectMapper json;

    private Set<String> growing;

    @BeforeEach
    void tables() {
        growing = Set.copyOf(sql.fetch("select c.table_schema || '.' || c.table_name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)"
                + " where c.column_name = 'tenant' and t.table_type = 'BASE TABLE'").map(r -> r.get(0, String.class)).stream().filter(table -> !SMALL.containsKey(table)).toList());
    }

    @Test
    void namesTheTenantOfEveryTableThatGrows() {
        assertThat(RealStatements.all().parallelStream().filter(sent -> !OVER_ALL.containsKey(sent.sender())).flatMap(sent -> nameless(sent).stream()).sorted().toList()).isEmpty();
    }

    /** In a whole run it comes after JVMs that sent all that the product can send. */
    @Test
    @EnabledIfSystemProperty(named = "duban.statements.from", matches = ".+")
    void readsWhatTheOtherTestsSent() {
        assertThat(RealStatements.files()).as("files of statements of this run in " + System.getProperty("duban.statements.from")).isNotEmpty();
        assertThat(RealStatements.all()).hasSizeGreaterThan(1_000);
    }

    /** The guard hears what jOOQ sends, as it does whatever {@code ledger.Wordings} sends the first time; what Spring Session and db-scheduler send concerns tables of their own. */
    @Test
    void hearsEverythingThatTheProductSends() throws IOException {
        assertThat(RealStatements.all()).extracting(Sent::sender).as("sent when the application starts").contains("ledger.MatterTypes.ship");
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            assertThat(sources.filter(file -> file.toString().endsWith(".java") && !file.endsWith("ledger/Wordings.java")).filter(file -> Pattern.compile("JdbcTemplate|JdbcClient|JdbcOperations|prepareStatement|prepareCall|createStatement").matcher(text(file)).find())).isEmpty();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> nameless(Sent sent) {
        if (!EXPLAINED.matcher(sent.text()).matches()) return List.of();
        var found = new ArrayList<String>();
        try {
            scans(plan(sent.text()), Set.of(), found);
        } catch (DataAccessException e) {
            found.add("no plan: " + e.getCause());
        }
        return found.stream().map(fault -> sent.sender() + " " + fault + " in: " + sent.text().substring(0, Math.min(700, sent.text().length()))).toList();
    }

    private JsonNode plan(String statement) {
        return new TransactionTemplate(transactions).execute(status -> {
            AS_IF_LARGE.forEach(setting -> sql.execute("set local " + setting + " = off"));
            return json.readTree(sql.fetchOne("explain (format json, verbose, costs off) " + statement.replace("?", "??")).get(0, String.class)).get(0).get("Plan");
        });
    }

    private void scans(JsonNode node, Set<String> compared, List<String> nameless) {
        var table = node.path("Schema").asString("") + "." + node.path("Relation Name").asString("");
        var alias = node.path("Alias").asString("");
        if (node.path("Node Type").asString("").endsWith("Scan") && growing.contains(table) && !compared.contains(alias + ".tenant")
                && List.of("Index Cond", "Recheck Cond", "Filter").stream().noneMatch(cond -> Binding.binds(node.path(cond).asString(""), alias)))
            nameless.add("reads " + table);
        node.path("Plans").forEach(below -> scans(below, hashed(node, below) ? texts(below.path("Output")) : compared, nameless));
    }

    /** A subquery that PostgreSQL may read once and hash, instead of asking it for every row: what it is compared by, the tenant among it, is its output. */
    private static boolean hashed(JsonNode node, JsonNode below) {
        var name = below.path("Subplan Name").asString("");
        return !name.isEmpty() && Pattern.compile("hashed " + Pattern.quote(name) + "\\b").matcher(node.toString()).find();
    }

    private static Set<String> texts(JsonNode outputs) {
        return outputs.valueStream().map(output -> output.asString("")).collect(Collectors.toSet());
    }

    /** Each kind of statement that would go past the guard if it only looked for the word. */
    @Test
    void wouldFindStatementsThatDoNot() {
        for (var planted : List.of(
                "select id from ledger.matter where id = '00000000-0000-0000-0000-000000000001'",
                "select tenant from ledger.matter where title = 'tenant = 1'",
                "select m.id from ledger.matter m join ledger.clock c on c.tenant = m.tenant and c.matter = m.id where c.state = 'running'",
                "select m.id from ledger.matter m where exists (select from ledger.entry e where e.tenant = 1 and e.matter = m.id)",
                "select m.id from ledger.matter m join ledger.entry e on e.matter = m.id where m.tenant = 1",
                "select id from ledger.matter where tenant = 1 or title = '甲'",
                "select id from ledger.matter where tenant > 1",
                "select m.id from ledger.matter m where m.tenant = 1 and (m.title = '甲' or exists (select from ledger.responsibility r where r.matter = m.id and r.role = 'lead'))",
                "select number from ledger.matter_row where id = '00000000-0000-0000-0000-000000000001'",
                "with old as (delete from ledger.outbox where at < now() returning tenant, matter) select * from old",
                "insert into ledger.outbox select tenant, matter, no, at from ledger.entry where at > now()",
                "update ledger.matter set title = '' where id = '00000000-0000-0000-0000-000000000001'",
                "update ledger.clock c set state = 'paused' from ledger.matter m where m.tenant = c.tenant and m.id = c.matter and m.tenant = any (select tenant from units.tenant)"))
            assertThat(nameless(new Sent("planted", planted))).as(planted).isNotEmpty();
        for (var fine : List.of(
                "select id from ledger.matter where tenant = 1",
                "select id from ledger.matter where (tenant, id) in ((1, '00000000-0000-0000-0000-000000000001'), (1, '00000000-0000-0000-0000-000000000002'))",
                "select m.id from ledger.matter m join ledger.clock c on c.tenant = m.tenant and c.matter = m.id where c.tenant = 1",
                "select m.id from ledger.matter m where m.tenant = 1 and (m.title = '甲' or exists (select from ledger.responsibility r where r.tenant = m.tenant and r.matter = m.id and r.role = 'lead'))",
                "select number from ledger.matter_row where tenant = 1",
                "update ledger.matter set title = '' where tenant = 1 and title = 'a ( or b'"))
            assertThat(nameless(new Sent("planted", fine))).as(fine).isEmpty();
    }
}
