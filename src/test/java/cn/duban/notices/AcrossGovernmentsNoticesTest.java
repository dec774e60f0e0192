package cn.duban.notices;

import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.DubanTest;
import cn.duban.ledger.Act;
import cn.duban.ledger.District;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Postman;
import cn.duban.ledger.Town;
import cn.duban.web.Viewer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whom another government's acts concern is told at home, and reads it only as long as they see the matter. */
@DubanTest
class AcrossGovernmentsNoticesTest {

    @Autowired Town towns;
    @Autowired District districts;
    @Autowired Ledger ledger;
    @Autowired Postman postman;
    @Autowired Inbox inbox;

    private Town town;
    private District.Founded district;
    private MatterId id;

    @BeforeEach
    void aMatterOfTwoGovernments() {
        town = towns.another();
        district = districts.found();
        id = town.aDraftedMeasure();
        ledger.act(id, town.assign().role("lead", district.outside("水务局")).role("assist", List.of()), town.as("inspect"));
        postman.deliver(id.tenant());
    }

    private List<NoticeRow> rows(Viewer viewer) {
        return inbox.page(viewer, true, null, null, 9).rows();
    }

    @Test
    void tellsTheRegistryOfTheOtherGovernment() {
        assertThat(rows(district.as("水务收发"))).singleElement().satisfies(row -> {
            assertThat(row.kind()).isEqualTo(Kind.OWED);
            assertThat(row.about().title()).isEqualTo("整治河道乱倒垃圾");
            assertThat(row.about().href()).isEqualTo("/matters/" + id);
        });
        assertThat(inbox.unread(district.as("水务收发"))).isEqualTo(1);
        for (var name : List.of("财政承办", "区督查", "水务承办")) assertThat(rows(district.as(name))).as(name).isEmpty();
        ledger.act(id, Act.of("receive"), district.as("水务收发"));
        ledger.act(id, Act.of("submit").saying("note", "清淤完成").with(town.aFile(district.as("水务承办"))), district.as("水务承办"));
        postman.deliver(id.tenant());
        assertThat(rows(town.as("inspect1"))).anySatisfy(row -> {
            assertThat(row.kind()).isEqualTo(Kind.OWED);
            assertThat(row.actor()).isEqualTo("临溪区水务局 江行舟");
        });
    }

    @Test
    void hidesWhatIsNoLongerTheirs() {
        ledger.act(id, Act.of("classify").saying("secrecy", "named_persons").saying("reason", "只限具名人员"), town.as("inspect"));
        assertThat(rows(district.as("水务收发"))).isEmpty();
        assertThat(inbox.unread(district.as("水务收发"))).isZero();
    }
}
