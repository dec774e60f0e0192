package cn.duban.similarity.search;

import cn.duban.ledger.Texts;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Answers the ledger's lists, which ask for a text in any order and under any filter. */
@Component
class WrittenTexts implements Texts {

    private final Passages passages;

    WrittenTexts(Passages passages) {
        this.passages = passages;
    }

    @Override
    public Function<Field<UUID>, Condition> holding(int tenant, String text) {
        var terms = Terms.of(text);
        return terms.none() ? matter -> DSL.noCondition() : passages.standing(tenant, terms);
    }
}
