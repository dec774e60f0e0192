package cn.duban.publication;


import cn.duban.DubanTest;
import cn.duban.demo.City;
import cn.duban.evidence.EvidenceFiles;
import cn.duban.ledger.AYear;
import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Town;
import cn.duban.units.Directories;
import cn.duban.web.Viewer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** A town of its own whose matters of the past weeks are known one by one. */
@DubanTest
abstract class KnownWeeks {

    @Autowired MockMvc http;
    @Autowired City cities;
    @Autowired Directories directories;
    @Autowired Ledger ledger;
    @Autowired EvidenceFiles files;
    @Autowired AYear year;
    @Autowired Drafting drafting;
    @Autowired Publishing publishing;
    @Autowired Bulletins bulletins;
    @Autowired Issuers issuers;
    @Autowired Sheets sheets;
    @Autowired Proving proving;
    @Autowired Published published;
    @Autowired Schedules schedules;
    @Autowired Scheduling scheduling;
    @Autowired DSLContext sql;

    Town town;
    LocalDate from;
    LocalDate to;
    Viewer drafter;
    Viewer head;

    /** The period is that from thirty to twenty days ago. */
    @BeforeEach
    void weeks() {
        town = new Town(cities, directories, ledger, files);
        from = town.today().minusDays(30);
        to = town.today().minusDays(20);
        drafter = town.as("inspect1");
        head = town.as("inspect");
        issuers.set(head.tenant(), head.unit(), new Issuer("明川市人民政府督查室", "明督通", "监督电话：0990-6620。"));
    }

    private Ledger on(LocalDate day) {
        return year.ledgerAt(Clock.fixed(day.atTime(10, 0).toInstant(ZoneOffset.ofHours(8)), ZoneOffset.UTC));
    }

    private MatterId atWork(String title, LocalDate opened, LocalDate due) {
        var id = on(opened).open(town.measure(title), head, null).id();
        on(opened).act(id, town.assign().due(due), head);
        on(opened).act(id, Act.of("receive"), town.as("eco.registry"));
        return id;
    }

    private void submit(MatterId id, LocalDate day) {
        on(day).act(id, Act.of("submit").saying("note", "完成").with(town.aFile("eco.handle")), town.as("eco.handle"));
    }

    void close(MatterId id, LocalDate day) {
        submit(id, day);
        on(day).act(id, Act.of("close").saying("verdict", "属实"), head);
    }

    MatterId late;

    void fourMattersAndTwoThatDoNotCount() {
        late = atWork("上期就逾期的", from.minusDays(6), from.minusDays(2));
        close(atWork("本期来本期办结的", from.plusDays(1), from.plusDays(6)), from.plusDays(4));
        var returned = atWork("退回后逾期的", from.plusDays(1), from.plusDays(5));
        submit(returned, from.plusDays(3));
        on(from.plusDays(4)).act(returned, Act.of("return").saying("reason", "照片不是现场").due(from.plusDays(6)), head);
        atWork("还没到期的", from.plusDays(2), town.today().plusDays(90));
        close(atWork("上期已办结的", from.minusDays(9), from.plusDays(9)), from.minusDays(4));
        atWork("下期才来的", to.plusDays(2), town.today().plusDays(90));
    }

    Scope scope() {
        return new Scope("rectification", "rectification-measure", null, from, to);
    }

    Map<String, String> figures(Bulletin bulletin) {
        return sheets.of(bulletin, bulletins.redactions(bulletin), town.today()).composition().figures().values().stream().collect(Collectors.toMap(Composition.Figure::name, Composition.Figure::text));
    }

    Bulletin again(Bulletin bulletin) {
        return bulletins.find(bulletin.tenant(), bulletin.id()).orElseThrow();
    }

    Frozen published(Bulletin draft) {
        drafting.submit(again(draft), again(draft).version(), true, drafter);
        publishing.approve(again(draft), again(draft).version(), head);
        return publishing.publish(again(draft), head);
    }
}
