package cn.duban.units;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who may sign in under which name: implemented by the room that keeps accounts, asked for by pages here that must show
 * or create them. Passwords are never read back.
 */
public interface Logins {

    /** What a login may look like, wherever it is typed: unique within one government, capitals do not matter. */
    String FORM = "[\\p{L}\\p{N}._@-]{2,64}";

    /** The login of each person who has one, by person. */
    Map<Integer, String> of(int tenant);

    /** The people whose account opens: there is one, and it is not shut. */
    Set<Integer> open(int tenant);

    /** Made before any lock is taken, because a careful hash takes its time. */
    OneTime oneTime();

    /** Accounts whose people must choose another password at the first sign-in, all in one statement. */
    void create(int tenant, List<Opening> accounts);

    /** An account with a password that holds: for a founding page on which it was typed. */
    void create(int tenant, int person, String login, String password);

    /**
     * Accounts for the people of the invented city, who all share one password: it is hashed once, since a careful hash
     * for each of them would hold up the start.
     *
     * @param persons by login
     */
    void create(int tenant, Map<String, Integer> persons, String password);

    /** A password to be shown once, with its hash. */
    record OneTime(String password, String hash) {

        @Override
        public String toString() {
            return "a one-time password";
        }
    }

    /** An account to be opened. */
    record Opening(int person, String login, OneTime secret) {}
}
