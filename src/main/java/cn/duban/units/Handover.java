package cn.duban.units;

import java.time.LocalDate;
import java.util.List;

/**
 * Something that people owe in a post, or a unit owes, and that must not be left behind when they leave or it closes: implemented by the rooms above,
 * called for every kind together, in one transaction.
 */
public interface Handover {

    /** The text that names what is handed over, such as {@code ledger.handover}. */
    String label();

    /** What a post bears, whoever holds it. */
    Borne borne(int tenant, int post);

    /** Moves all that a post bears, each with a line in its own history. @return how many were moved */
    int move(Author author, Move move);

    /** What a post that closes bears goes to another post, each with a line in its own history. @return how many were moved */
    int succeed(Author author, int post, int successor, String reason);

    /** How many open things rest on the unit itself or lie with its posts. */
    int resting(int tenant, int unit);

    /** What rests on a unit that closes goes to its successor, each with a line in its own history. @return how many were moved */
    int inherit(Author author, int unit, int successor, String reason);

    /** @param first what the first of them are called among officials, such as their numbers */
    record Borne(int count, List<String> first) {}

    /** From somebody in a post to somebody in a post; both may be the same post. */
    record Move(int fromPerson, int fromPost, int toPerson, int toPost, LocalDate on, String reason) {}
}
