package cn.duban.rating.board;

import static cn.duban_db.ledger.Tables.MATTER_ROW;
import static cn.duban_db.rating.Tables.DOUBT;
import static cn.duban_db.rating.Tables.GIVEN;
import static cn.duban_db.rating.Tables.SERVICE;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.jsonbGetAttributeAsText;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Record1;
import org.jooq.Select;

/** What is counted: each condition counts a number and lists the rows behind it. */
public enum Figure {
    SERVED(noCondition()),
    RATED(GIVEN.LEVEL.isNotNull()),
    /** Nobody said anything, which is no satisfaction. */
    UNRATED(GIVEN.LEVEL.isNull()),
    GOOD(GIVEN.LEVEL.ge(inline((short) 3))),
    BAD(GIVEN.LEVEL.lt(inline((short) 3))),
    /** A bad one whose appeal was allowed. */
    UNFOUNDED(GIVEN.LEVEL.lt(inline((short) 3)).and(MATTER_ROW.STATE.eq(inline("unfounded")))),
    /** A bad one that was put right, as the re-check says; one that had no legal basis and was explained is none. */
    RECTIFIED(MATTER_ROW.STATE.eq(inline("closed")).and(coalesce(jsonbGetAttributeAsText(MATTER_ROW.FIELDS, inline("outcome")), inline("")).ne(inline("explained")))),
    /** What rates are taken of: everything said, without the unfounded bad ones. */
    COUNTED(GIVEN.LEVEL.isNotNull().and(coalesce(MATTER_ROW.STATE, inline("")).ne(inline("unfounded")))),
    DOUBTFUL(exists(doubts())),
    SURE(COUNTED.condition.and(notExists(doubts()))),
    SURE_GOOD(GIVEN.LEVEL.ge(inline((short) 3)).and(notExists(doubts())));

    /** In the order of the table. */
    public static final List<Figure> SHOWN = List.of(SERVED, RATED, UNRATED, GOOD, BAD, UNFOUNDED, RECTIFIED, DOUBTFUL);

    private final Condition condition;

    Figure(Condition condition) {
        this.condition = condition;
    }

    private static Select<Record1<Integer>> doubts() {
        return selectOne().from(DOUBT).where(DOUBT.TENANT.eq(SERVICE.TENANT), DOUBT.SERVICE.eq(SERVICE.ID));
    }

    Condition condition() {
        return condition;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Figure> named(String word) {
        return Arrays.stream(values()).filter(figure -> figure.word().equals(word)).findFirst();
    }
}
