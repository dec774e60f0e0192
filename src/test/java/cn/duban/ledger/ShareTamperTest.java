package cn.duban.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.DubanTest;
import cn.duban.demo.City;
import cn.duban.evidence.EvidenceFiles;
import cn.duban.units.Directories;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is changed behind the application's back on either side of a matter that two governments work on is found. */
@DubanTest
class ShareTamperTest {

    @Autowired Ledger ledger;
    @Autowired Proof proof;
    @Autowired DSLContext sql;
    @Autowired City cities;
    @Autowired Directories directories;
    @Autowired EvidenceFiles files;
    @Autowired District districts;
    @Autowired PlatformTransactionManager transactions;

    private Town town;
    private District.Founded district;
    private District.Founded another;
    private MatterId id;

    @BeforeEach
    void aMatterOfTwoGovernments() {
        town = new Town(cities, directories, ledger, files);
        district = districts.found();
        another = districts.found();
        id = town.aDraftedMeasure();
        ledger.act(id, town.assign().role("lead", district.outside("水务局")).role("assist", another.outside("财政局"), town.unit("市住建局")), town.as("inspect"));
        ledger.act(id, Act.of("receive"), district.as("水务收发"));
        assertThat(broken()).isEmpty();
    }

    private List<Proof.Break> broken() {
        var breaks = new ArrayList<Proof.Break>();
        for (var tenant : List.of(id.tenant(), district.tenant(), another.tenant())) breaks.addAll(proof.prove(tenant).breaks());
        return breaks;
    }

    private List<Proof.Break> after(String statement, Object... values) {
        return new TransactionTemplate(transactions).execute(status -> {
            sql.execute("set local session_replication_role = replica");
            sql.fetch("select conname from pg_constraint where conrelid = 'ledger.share'::regclass and contype = 'c'").forEach(r -> sql.execute("alter table ledger.share drop constraint " + r.get(0)));
            assertThat(sql.execute(statement, values)).as(statement).isPositive();
            var breaks = broken();
            status.setRollbackOnly();
            return breaks;
        });
    }

    @Test
    void findsEveryColumnOfAShareThatWasChanged() {
        for (var change : List.of("tenant = " + another.tenant(), "matter_tenant = " + another.tenant(), "matter = gen_random_uuid()", "unit = unit + 1", "roles = '{assist}'", "roles = '{}'",
                "since = since + interval '1 microsecond'", "until = now()"))
            assertThat(after("update ledger.share set " + change + " where tenant = ?", district.tenant())).as(change).isNotEmpty()
                    .allMatch(b -> b.where().contains(" share "));
    }

    @Test
    void findsAShareThatWasTakenAwayOrInvented() {
        assertThat(after("delete from ledger.share where tenant = ?", district.tenant())).singleElement()
                .satisfies(b -> assertThat(b.where()).isEqualTo("matter " + id + " share " + district.tenant() + "-" + district.bureaus().get("水务局")))
                .satisfies(b -> assertThat(b.said(false)).startsWith("事项 " + id + " 对方登记 "));
        assertThat(after("insert into ledger.share select tenant, matter_tenant, matter, unit + 1, roles, since, until from ledger.share where tenant = ?", district.tenant())).singleElement();
    }

    /** The government stands in the number of the unit, which the entries say and the chain covers. */
    @Test
    void findsAnotherGovernmentOnTheSideOfTheMatter() {
        for (var table : List.of("responsibility", "assignment"))
            assertThat(after("update ledger." + table + " set unit = ? where tenant = ? and unit = ?", another.outside("水务局"), id.tenant(), district.outside("水务局"))).as(table)
                    .anyMatch(b -> b.where().contains(table));
        assertThat(after("update ledger.entry set payload = replace(payload::text, ?, ?)::jsonb where tenant = ? and payload::text like '%' || ? || '%'", "" + district.outside("水务局"), "" + another.outside("水务局"), id.tenant(), "" + district.outside("水务局")))
                .anyMatch(b -> b.what().contains("content"));
    }
}
