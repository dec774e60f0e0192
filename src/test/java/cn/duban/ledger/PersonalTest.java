package cn.duban.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.DubanTest;
import cn.duban.demo.City;
import cn.duban.evidence.EvidenceFiles;
import cn.duban.ledger.Personal.Kind;
import cn.duban.units.Directories;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is known of a citizen is sealed, found by telephone, and gone when it is forgotten. */
@DubanTest
class PersonalTest {

    @Autowired Personal personal;
    @Autowired PlatformTransactionManager transactions;
    @Autowired DSLContext sql;
    @Autowired City cities;
    @Autowired Directories directories;
    @Autowired Ledger ledger;
    @Autowired EvidenceFiles files;

    private Town town;

    @BeforeEach
    void aCityOfItsOwn() {
        town = new Town(cities, directories, ledger, files);
    }

    private void keep(MatterId matter, Map<Kind, String> texts) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> personal.keep(matter, texts));
    }

    @Test
    void sealsEachTextAndFindsTheTelephoneHoweverItIsTyped() {
        var first = town.aDraftedMeasure();
        var second = town.aDraftedMeasure();
        keep(first, Map.of(Kind.NAME, "乔木", Kind.PHONE, "138 1234 5678", Kind.ADDRESS, ""));
        keep(second, Map.of(Kind.PHONE, "+86 13812345678"));
        assertThat(personal.of(first)).isEqualTo(Map.of(Kind.NAME, "乔木", Kind.PHONE, "138 1234 5678"));
        assertThat(personal.found(town.city.tenant(), Kind.PHONE, "１３８-1234-5678", 5)).containsExactly(second.id(), first.id());
        assertThat(personal.found(town.city.tenant(), Kind.PHONE, "13812345679", 5)).isEmpty();
        assertThat(personal.found(town.another().city.tenant(), Kind.PHONE, "13812345678", 5)).as("another government").isEmpty();
        var stored = sql.fetch("select encode(sealed, 'escape') || coalesce(encode(found_by, 'escape'), '') from ledger.personal where tenant = ?", town.city.tenant());
        assertThat(stored.toString()).doesNotContain("1234", "乔木");
    }

    @Test
    void takesTheLatestOfAKindAndForgetsForGood() {
        var matter = town.aDraftedMeasure();
        keep(matter, Map.of(Kind.PHONE, "13812345678"));
        keep(matter, Map.of(Kind.PHONE, "13912345678"));
        assertThat(personal.of(matter)).isEqualTo(Map.of(Kind.PHONE, "13912345678"));
        assertThat(personal.found(town.city.tenant(), Kind.PHONE, "13812345678", 5)).isEmpty();
        new TransactionTemplate(transactions).executeWithoutResult(status -> personal.forget(matter, List.of(Kind.PHONE)));
        assertThat(personal.of(matter)).isEmpty();
        assertThat(sql.fetchSingle("select count(*) from ledger.personal where tenant = ? and (length(sealed) > 0 or found_by is not null)", town.city.tenant()).get(0, Integer.class)).isZero();
    }
}
