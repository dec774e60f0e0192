package cn.duban.ledger;

import java.util.UUID;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;

/** Whoever reads all texts of matters, for the text that a list asks for: declared here, answered by a room above. */
public interface Texts {

    /** @return tells of a matter of this tenant, by its id, whether every word of the text stands somewhere in its texts */
    Function<Field<UUID>, Condition> holding(int tenant, String text);
}
