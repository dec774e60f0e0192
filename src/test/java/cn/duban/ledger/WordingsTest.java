package cn.duban.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.duban.DubanTest;
import cn.duban.ledger.MatterLists.Moment;
import cn.duban.web.Viewer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is worded once must say the same of everybody: nothing of the first asker may stand in the words. */
@DubanTest
class WordingsTest {

    @Autowired Wordings wordings;
    @Autowired MatterPages pages;
    @Autowired Town town;

    @Test
    void wordsAPageTheSameForEveryViewerMatterAndHour() {
        for (var kind : TimelineKind.values()) {
            var said = List.of("inspect", "eco.handle", "vice1", "housing.registry").stream()
                    .map(login -> wordings.word(pages.statement(new MatterId(town.as(login).tenant() + login.length(), Ledger.newId()), other(town.as(login), login.length()), town.directory(),
                            new Moment(Instant.now().plusSeconds(login.length()), Instant.now()), kind, login.length())))
                    .map(worded -> worded.text() + worded.names()).distinct().toList();
            assertThat(said).as("%s", kind).hasSize(1);
        }
    }

    private static Viewer other(Viewer viewer, int tenant) {
        return new Viewer(viewer.tenant() + tenant, viewer.person(), viewer.personName(), viewer.post(), viewer.postName(), viewer.unit(), viewer.unitName(), viewer.duties());
    }

    @Test
    void leavesLiteralsAloneAndTakesValuesByName() {
        for (var number : List.of(3, 7)) {
            var found = wordings.fetch("test", () -> DSL.select(DSL.inline("a:b 'c'"), DSL.param("number", number), DSL.param("number", number)), Map.of("number", number));
            assertThat(found.getFirst().intoList()).containsExactly("a:b 'c'", number, number);
        }
        assertThatThrownBy(() -> wordings.fetch("test", () -> DSL.select(DSL.inline(1)), Map.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
