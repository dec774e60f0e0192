package cn.duban.ledger;

import static cn.duban_db.ledger.Tables.ENTRY;
import static cn.duban_db.ledger.Tables.MATTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.duban.DubanTest;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the law wants forgotten is gone from every table, and the record proves the rest. */
@DubanTest
class ErasingTest {

    private static final String TOLD = "住在三号楼的林婆婆反映夜间噪声";

    @Autowired Ledger ledger;
    @Autowired Matters matters;
    @Autowired Proof proof;
    @Autowired Town town;
    @Autowired DSLContext sql;

    private static Act erase(int entry) {
        return Act.of("erase").saying("entry", "" + entry).saying("reason", "当事人撤回同意，依《个人信息保护法》第四十七条删除");
    }

    private List<Proof.Break> breaks(MatterId id) {
        return proof.prove(id.tenant()).breaks().stream().filter(b -> b.where().contains(id.id().toString())).toList();
    }

    private boolean anywhere(MatterId id) {
        var rows = sql.fetchValue("select (select string_agg(t::text, '') from ledger.entry t where matter = {0}) || coalesce((select string_agg(t::text, '') from ledger.assignment t where matter = {0}), '')"
                + " || coalesce((select string_agg(t::text, '') from similarity.passage t where matter = {0}), '') || (select t::text from ledger.matter t where id = {0})", org.jooq.impl.DSL.val(id.id()));
        return rows.toString().contains("林婆婆");
    }

    @Test
    void takesTheWordsFromEveryTableAndLeavesAProvenRecord() {
        var id = town.aMeasureAtWork();
        var told = ledger.act(id, Act.of("report").saying("note", TOLD), town.as("eco.handle")).entry();
        ledger.act(id, Act.of("submit").saying("note", "已处理").with(town.aFile("eco.handle")), town.as("eco.handle"));
        assertThat(anywhere(id)).isTrue();

        var done = ledger.act(id, erase(told), town.as("inspect"));

        assertThat(anywhere(id)).isFalse();
        assertThat(breaks(id)).isEmpty();
        var lines = matters.page(id, town.as("inspect")).orElseThrow().timeline();
        assertThat(lines).filteredOn(line -> line.no() == told).singleElement().satisfies(line -> {
            assertThat(line.said()).isEmpty();
            assertThat(line.who()).isNotBlank();
            assertThat(line.changes()).singleElement().asString().containsAnyOf("清除", "erased");
        });
        assertThat(lines).filteredOn(line -> line.no() == done.entry()).singleElement().satisfies(line -> assertThat(line.changes()).hasSize(1));
        ledger.act(id, Act.of("close").saying("verdict", "到位"), town.as("inspect1"));
        assertThat(breaks(id)).isEmpty();
    }

    @Test
    void forgetsAnAnswerAlsoInTheUnitsShare() {
        var id = town.aMeasureAtWork();
        ledger.act(id, Act.of("receive").on(2), town.as("housing.registry"));
        var told = ledger.act(id, Act.of("answer").on(2).saying("note", TOLD), town.as("housing.handle1")).entry();
        ledger.act(id, erase(told), town.as("inspect"));
        assertThat(anywhere(id)).isFalse();
        assertThat(breaks(id)).isEmpty();
    }

    @Test
    void provesEveryRowEvenWhenTheOpeningWasErased() {
        var id = town.aMeasureAtWork();
        ledger.act(id, erase(1), town.as("inspect"));
        assertThat(breaks(id)).isEmpty();
        sql.update(MATTER).set(MATTER.TITLE, "改过的标题").where(MATTER.ID.eq(id.id())).execute();
        assertThat(breaks(id)).isNotEmpty();
        sql.update(MATTER).set(MATTER.TITLE, "整治河道乱倒垃圾").where(MATTER.ID.eq(id.id())).execute();
    }

    @Test
    void findsContentThatWentWithoutARule() {
        var id = town.aMeasureAtWork();
        ledger.act(id, erase(2), town.as("inspect"));
        sql.update(ENTRY).setNull(ENTRY.PAYLOAD).setNull(ENTRY.SALT).where(ENTRY.MATTER.eq(id.id()), ENTRY.NO.eq(3)).execute();
        assertThat(breaks(id)).anySatisfy(b -> assertThat(b.where()).endsWith("entry 3"));
        // other tests prove the whole tenant: this matter leaves it
        for (var table : List.of("clock_entry", "clock", "assignment", "responsibility", "evidence", "relation", "entry"))
            sql.execute("delete from ledger." + table + " where matter = {0}", org.jooq.impl.DSL.val(id.id()));
        sql.deleteFrom(MATTER).where(MATTER.ID.eq(id.id())).execute();
    }

    @Test
    void isTheSupervisorsAndNamesAnEntryThatHasContent() {
        var id = town.aMeasureAtWork();
        assertThatThrownBy(() -> ledger.act(id, erase(2), town.as("eco"))).isInstanceOf(Refusal.Refused.class);
        for (var wrong : List.of(erase(99), Act.of("erase").saying("entry", "x").saying("reason", "依法"), Act.of("erase").saying("reason", "依法"), Act.of("erase").saying("entry", "2")))
            assertThatThrownBy(() -> ledger.act(id, wrong, town.as("inspect"))).isInstanceOfSatisfying(Refusal.Refused.class, r -> assertThat(r.refusal().rule()).isIn("input", "missing"));
        var erasure = ledger.act(id, erase(2), town.as("inspect")).entry();
        for (var again : List.of(2, erasure))
            assertThatThrownBy(() -> ledger.act(id, erase(again), town.as("inspect"))).isInstanceOfSatisfying(Refusal.Refused.class, r -> assertThat(r.refusal().rule()).isEqualTo("state"));
    }
}
