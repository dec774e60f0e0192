package cn.duban;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The tenant leads every key, so that tables can be distributed by it; read from PostgreSQL's own catalogue. */
@DubanTest
class TenantOfEveryKeyTest {

    /** Tables that belong to no government, and why. */
    private static final Map<String, String> NOBODYS = Map.of(
            "units.region", "divisions of the country, a table of reference",
            "timers.timer", "db-scheduler's own: a row for each timer",
            "access.session", "Spring Session's own: looked up by the random id in a cookie, before it is known whose it is",
            "access.session_attributes", "rows of a session");

    /** Indexes that serve a question over all governments, and which. */
    private static final Map<String, String> OVER_ALL = Map.of(
            "ledger.relation_other", "what points to a matter here may stand with another government",
            "publication.frozen_list", "the public's one list of bulletins",
            "similarity.passage_pairs", "the tenant stands in the upper bits of every key");

    private static final String ROOMS = " n.nspname not in ('pg_catalog', 'information_schema', 'public') and n.nspname not like 'pg\\_%' ";

    private static final String TENANT = "select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant' and a.attnotnull and not a.attisdropped";
    private static final String KEY = "select 1 from pg_index i where i.indrelid = c.oid and i.indisprimary";

    @Autowired DSLContext sql;
    @Autowired PlatformTransactionManager transactions;

    @Test
    void belongsToAGovernmentInEveryTable() {
        assertThat(tablesWithout(TENANT))
                .containsExactlyInAnyOrderElementsOf(NOBODYS.keySet());
    }

    @Test
    void hasAKeyInEveryTable() {
        assertThat(tablesWithout(KEY)).isEmpty();
    }

    private List<String> tablesWithout(String something) {
        return names("select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p') and" + ROOMS + "and not exists (" + something + ")");
    }

    /** Exclusion constraints count as unique indexes; an index on {@code int4range(tenant, tenant, '[]')} is led by it. */
    @Test
    void leadsEveryIndexWithTheTenant() {
        assertThat(unled()).containsExactlyInAnyOrderElementsOf(OVER_ALL.keySet());
        assertThat(indexes("i.indisunique or i.indisexclusion").map(Index::name)).doesNotContainAnyElementsOf(OVER_ALL.keySet());
    }

    private List<String> unled() {
        return indexes("true").filter(index -> !NOBODYS.containsKey(index.table())).filter(index -> !led(index)).map(Index::name).toList();
    }

    private record Index(String name, String table, String first) {}

    private Stream<Index> indexes(String which) {
        return sql.fetch("select n.nspname || '.' || x.relname, n.nspname || '.' || c.relname, pg_get_indexdef(i.indexrelid, 1, false) from pg_index i join pg_class x on x.oid = i.indexrelid"
                        + " join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p') and" + ROOMS + "and (" + which + ")")
                .stream().map(r -> new Index(r.get(0, String.class), r.get(1, String.class), r.get(2, String.class)));
    }

    private static boolean led(Index index) {
        return Set.of("tenant", "int4range(tenant, tenant, '[]'::text)").contains(index.first());
    }

    /** Both sides of a reference stand with the same government; types that ship with the product are copied everywhere. */
    @Test
    void refersWithinTheGovernment() {
        assertThat(outward())
                .containsExactlyInAnyOrder("access.session_attributes session_attributes_session_primary_id_fkey", "ledger.matter matter_type_tenant_type_type_version_fkey");
    }

    private List<String> outward() {
        return names("select k.conrelid::regclass || ' ' || k.conname from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace"
                + " where k.contype = 'f' and" + ROOMS + "and not (pg_get_constraintdef(k.oid) ~ '^FOREIGN KEY \\(tenant[,)].* REFERENCES [^ (]+\\(tenant[,)]')");
    }

    @Test
    void wouldFindATableThatIsNot() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            status.setRollbackOnly();
            sql.execute("create table ledger.stray (id uuid)");
            sql.execute("create table ledger.planted (id uuid primary key, tenant integer not null, type_tenant integer not null, matter uuid not null, during daterange,"
                    + " unique (matter, tenant), exclude using gist (during with &&), foreign key (type_tenant, matter) references ledger.matter (tenant, id))");
            assertThat(tablesWithout(TENANT)).contains("ledger.stray");
            assertThat(tablesWithout(KEY)).contains("ledger.stray");
            assertThat(unled()).contains("ledger.planted_pkey", "ledger.planted_matter_tenant_key", "ledger.planted_during_excl");
            assertThat(outward()).contains("ledger.planted planted_type_tenant_matter_fkey");
        });
    }

    /** What triggers and functions do themselves is sent by nobody: their text is read instead. */
    @Test
    void namesTheTenantInsideTriggersAndFunctions() {
        var bodies = sql.fetch("select n.nspname || '.' || p.proname, coalesce(pg_get_function_sqlbody(p.oid), p.prosrc) from pg_proc p join pg_namespace n on n.oid = p.pronamespace join pg_language l on l.oid = p.prolang where l.lanname in ('sql', 'plpgsql') and" + ROOMS);
        assertThat(bodies).isNotEmpty();
        assertThat(bodies.stream().flatMap(body -> nameless(body.get(0, String.class), body.get(1, String.class)))).isEmpty();
        assertThat(nameless("planted", "begin delete from ledger.entry e where e.matter = old.id; end")).hasSize(1);
        assertThat(nameless("planted", "begin update ledger.matter set title = '' where tenant = new.tenant; end")).as("a table without a name of its own").hasSize(1);
        assertThat(nameless("planted", "begin perform 1 from ledger.entry e join ledger.matter m on m.tenant = e.tenant where e.tenant = new.tenant; end")).isEmpty();
        assertThat(nameless("planted", "begin perform 1 from ledger.entry e join ledger.matter m on m.id = e.matter where e.tenant = new.tenant; end")).hasSize(1);
    }

    private static final Pattern READ = Pattern.compile("\\b(?:from|join|update|using)\\s+((?:[a-z_]+)\\.(?:[a-z_]+))(?!\\s*\\()\\b(?:\\s+(?:as\\s+)?(?!(?:on|where|set|join|left|using)\\b)([a-z_]+))?", Pattern.CASE_INSENSITIVE);

    /** A table that a body reads goes by a name there, and that name's tenant is held equal to something. */
    private static Stream<String> nameless(String function, String body) {
        return Stream.of(body.split(";")).flatMap(statement -> READ.matcher(statement).results()
                .filter(read -> read.group(2) == null || !Pattern.compile("\\b" + read.group(2) + "\\.tenant\\s*=|=\\s*" + read.group(2) + "\\.tenant\\b").matcher(statement).find())
                .map(read -> function + " reads " + read.group(1) + " in: " + statement.strip()));
    }

    private List<String> names(String query) {
        return sql.fetch(query).map(r -> r.get(0, String.class));
    }
}
