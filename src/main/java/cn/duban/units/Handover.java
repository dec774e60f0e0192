package cn.duban.units;

import java.time.LocalDate;

/**
 * Something that people owe in a post, or a unit owes, and that must not be left behind when they leave or it closes: implemented by the rooms above,
 * called for every kind together, in one transaction.
 */
public interface Handover {

    /** The text that names what is handed over, such as {@code ledger.handover}. */
    String label();

    /** How many things this person still holds in this post. */
    int count(int tenant, int person, int post);

    /** Moves them all, each with a line in its own history. @return how many were moved */
    int move(Author author, Move move);

    /** How many open things rest on the unit itself, whoever works there. */
    int resting(int tenant, int unit);

    /** What rests on a unit that closes goes to its successor, each with a line in its own history. @return how many were moved */
    int inherit(Author author, int unit, int successor, String reason);

    /** From somebody in a post to somebody in a post; both may be the same post. */
    record Move(int fromPerson, int fromPost, int toPerson, int toPost, LocalDate on, String reason) {}
}
