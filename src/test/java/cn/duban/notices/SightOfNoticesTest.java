package cn.duban.notices;

import static cn.duban_db.notices.Tables.NOTICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.noCondition;

import cn.duban.DubanTest;
import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Postman;
import cn.duban.ledger.Refusal;
import cn.duban.ledger.Town;
import cn.duban.web.Viewer;
import cn.duban_db.notices.tables.records.NoticeRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever people do, in whatever order: nobody is told of what they may not see, did themselves, or were told of before. */
@DubanTest
class SightOfNoticesTest {

    private static final List<String> PEOPLE = List.of("inspect", "inspect1", "inspect2", "eco", "eco.registry", "eco.handle", "eco.handle2", "eco.review", "housing.registry", "vice1", "finance.handle");

    @Autowired DSLContext sql;
    @Autowired Town towns;
    @Autowired Ledger ledger;
    @Autowired Postman postman;
    @Autowired MatterSubjects matters;
    @Autowired Inbox inbox;

    @Test
    void tellsOnlyThoseWhoMaySeeIt() {
        var town = towns.another();
        var random = new Random(8);
        var measures = List.of(town.aDraftedMeasure(), town.anAssignedMeasure(), town.aMeasureAtWork(), town.aMeasureToVerify());
        postman.deliver(town.city.tenant());
        var done = 0;
        UUID last = null;
        for (int i = 0; i < 700; i++) {
            var id = measures.get(random.nextInt(measures.size()));
            var actor = town.as(PEOPLE.get(random.nextInt(PEOPLE.size())));
            if (!did(id, act(random, town, actor), actor)) continue;
            done++;
            postman.deliver(id.tenant());
            for (var notice : since(id.tenant(), last)) {
                last = notice.getId();
                var reader = reader(town, notice);
                assertThat(notice.getPerson()).as("%s is told of their own %s", reader, notice.getWhatZh()).isNotEqualTo(actor.person());
                assertThat(matters.of(Set.of(notice.getKey()), reader)).as("%s is told of %s", reader, notice.getWhatZh()).isNotEmpty();
                assertThat(inbox.find(notice.getId(), reader)).isPresent();
            }
        }
        assertThat(done).as("acts that were allowed").isGreaterThan(40);
        assertThat(since(town.city.tenant(), null)).hasSizeGreaterThan(60);
    }

    private boolean did(MatterId id, Act act, Viewer actor) {
        try {
            ledger.act(id, act, actor);
            return true;
        } catch (Refusal.Refused no) {
            return false;
        }
    }

    private static Act act(Random random, Town town, Viewer actor) {
        var day = town.today().plusDays(20 + random.nextInt(100));
        if (random.nextInt(8) == 0) return Act.of("submit").saying("note", "完成").with(town.aFile(actor));
        var share = 1 + random.nextInt(2);
        var acts = new ArrayList<Act>(List.of(town.assign(), Act.of("receive"), Act.of("object").saying("reason", "不归我局"), Act.of("report").saying("note", "进展"),
                Act.of("direct").saying("note", "抓紧"), Act.of("extend").saying("reason", "汛期").due(day), Act.of("pause").saying("reason", "冬歇"), Act.of("resume"),
                Act.of("return").saying("reason", "不够").due(day), Act.of("close").saying("verdict", "到位"),
                Act.of("redo").saying("reason", "反弹").due(day), Act.of("comment").saying("note", "看法"), Act.of("receive").on(share), Act.of("answer").on(share).saying("note", "配合"),
                Act.of("accept").on(share).saying("verdict", "可以"), Act.of("return").on(share).saying("reason", "再写"), Act.of("hand-on").on(share).to(town.post("eco.handle2")),
                Act.of("reassign").saying("reason", "分工调整").role("lead", town.unit(random.nextBoolean() ? "市财政局" : "市生态环境局")),
                Act.of("classify").saying("reason", "定级").saying("secrecy", List.of("public", "internal", "work_secret", "named_persons").get(random.nextInt(4)))));
        return acts.get(random.nextInt(acts.size()));
    }

    private List<NoticeRecord> since(int tenant, @Nullable UUID last) {
        return sql.selectFrom(NOTICE).where(NOTICE.TENANT.eq(tenant)).and(last == null ? noCondition() : NOTICE.ID.gt(last)).orderBy(NOTICE.ID).fetch();
    }

    private static Viewer reader(Town town, NoticeRecord notice) {
        var directory = town.directory();
        return directory.viewer(directory.person(notice.getPerson()).orElseThrow(), directory.post(notice.getPost()).orElseThrow());
    }
}
