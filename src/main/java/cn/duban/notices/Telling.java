package cn.duban.notices;

import cn.duban.ledger.type.MatterType.Label;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something to tell, whoever is told.
 *
 * @param subject the name of a {@link Subjects}
 * @param place where on the thing's page, such as {@code #entry-7}; empty for the page itself
 * @param what the act, or the clock
 * @param actor whose act it was, in the words of that day; empty for the system's
 * @param day the last day of the deadline it is about
 * @param source what it comes from: told again from the same source, it is told to nobody twice
 */
public record Telling(int tenant, String subject, UUID key, String place, Label what, String actor, @Nullable LocalDate day, String source) {

    /** The same told to people of that government. */
    Telling at(int government) {
        return government == tenant ? this : new Telling(government, subject, key, place, what, actor, day, source);
    }
}
