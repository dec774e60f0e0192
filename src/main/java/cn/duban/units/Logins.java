package cn.duban.units;

import java.util.Map;
import java.util.Set;

/**
 * Who may sign in under which name: implemented by the room that keeps accounts, asked for by pages here that must show
 * or create them. Passwords are never read back.
 */
public interface Logins {

    /** The login of each person who has one, by person. */
    Map<Integer, String> of(int tenant);

    /** The people whose account opens: there is one, and it is not shut. */
    Set<Integer> open(int tenant);

    /** Whether somebody already signs in under that name. */
    boolean taken(String login);

    /** @return a one-time password, to be shown once; the person must choose another at the first sign-in */
    String create(int tenant, int person, String login);

    /** An account with a password that holds: for a founding page on which it was typed, and for the invented city. */
    void create(int tenant, int person, String login, String password);

    /**
     * Accounts for the people of the invented city, who all share one password: it is hashed once, since a careful hash
     * for each of them would hold up the start.
     *
     * @param persons by login
     */
    void create(int tenant, Map<String, Integer> persons, String password);
}
