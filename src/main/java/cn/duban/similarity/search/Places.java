package cn.duban.similarity.search;

import static cn.duban_db.ledger.Tables.TEXT_ROW;
import static cn.duban_db.similarity.Routines.fold;
import static cn.duban_db.similarity.Tables.PASSAGE;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.position;
import static org.jooq.impl.DSL.val;

import cn.duban.ledger.MatterRow;
import cn.duban.similarity.wording.Excerpt;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** Where the words stand in matters that were found, in the words as they were written; one statement a page. */
@Component
class Places {

    /** More are only counted. */
    private static final int SHOWN = 3;

    private final DSLContext sql;

    Places(DSLContext sql) {
        this.sql = sql;
    }

    /** @param matters those that the viewer may see, and no others */
    InMatters of(int tenant, Collection<UUID> matters, Terms terms) {
        var words = array(terms.words().stream().map(word -> fold(val(word))).toList());
        var found = sql.select(PASSAGE.MATTER, PASSAGE.KIND, PASSAGE.TEXT, TEXT_ROW.TEXT, TEXT_ROW.ENTRY, TEXT_ROW.AT, TEXT_ROW.PERSON_NAME, TEXT_ROW.UNIT_NAME, words.as("words"))
                .from(PASSAGE).join(TEXT_ROW).on(TEXT_ROW.TENANT.eq(PASSAGE.TENANT), TEXT_ROW.MATTER.eq(PASSAGE.MATTER), TEXT_ROW.KIND.eq(PASSAGE.KIND), TEXT_ROW.NO.eq(PASSAGE.NO))
                .where(PASSAGE.TENANT.eq(tenant), PASSAGE.MATTER.in(matters))
                // said of the view too, which is a union: each of its parts is then read by these matters alone
                .and(TEXT_ROW.TENANT.eq(tenant)).and(TEXT_ROW.MATTER.in(matters))
                .and(terms.words().stream().map(word -> position(PASSAGE.TEXT, fold(val(word))).gt(0)).map(Condition.class::cast).reduce(falseCondition(), Condition::or))
                .orderBy(PASSAGE.KIND, PASSAGE.NO.desc())
                .fetch();
        return new InMatters(found.stream().collect(Collectors.groupingBy(r -> r.get(PASSAGE.MATTER))));
    }

    record InMatters(Map<UUID, List<Record>> texts) {

        Hit hit(MatterRow row) {
            var all = texts.getOrDefault(row.id().id(), List.of());
            var front = all.stream().filter(r -> kind(r) == Place.Kind.FRONT).findFirst();
            var places = all.stream().filter(r -> kind(r) != Place.Kind.FRONT).toList();
            return new Hit(row, front.map(r -> line(r, 0)).orElse(Excerpt.plain(row.number())), front.map(r -> line(r, 1)).orElse(Excerpt.plain(row.title())),
                    places.stream().limit(SHOWN).map(InMatters::place).toList(), Math.max(0, places.size() - SHOWN));
        }

        private static Place.Kind kind(Record r) {
            return Place.Kind.values()[r.get(PASSAGE.KIND)];
        }

        private static Place place(Record r) {
            var who = r.get(TEXT_ROW.PERSON_NAME) == null ? null : r.get(TEXT_ROW.PERSON_NAME) + "（" + r.get(TEXT_ROW.UNIT_NAME) + "）";
            return new Place(kind(r), r.get(TEXT_ROW.ENTRY), r.get(TEXT_ROW.AT), who, Excerpt.around(r.get(TEXT_ROW.TEXT), r.get(PASSAGE.TEXT), words(r)));
        }

        /** Number and title stand on two lines of one passage. */
        private static Excerpt line(Record r, int line) {
            var folded = r.get(PASSAGE.TEXT).split("\n", 2);
            return Excerpt.whole(r.get(TEXT_ROW.TEXT).split("\n", 2)[line], folded[Math.min(line, folded.length - 1)], words(r));
        }

        private static List<String> words(Record r) {
            return List.of(r.get("words", String[].class));
        }
    }
}
