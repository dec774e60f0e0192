package cn.duban.access;

import static cn.duban_db.access.Tables.ACCOUNT;
import static cn.duban_db.access.Tables.SIGN_IN;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lower;

import cn.duban.web.Viewer;
import cn.duban_db.access.tables.records.AccountRecord;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tries who somebody says they are, and writes down every try. */
@Component
class SignIns {

    /** How a try ended. */
    sealed interface Outcome {
        record Welcome(Viewer viewer, int epoch, boolean mustChange) implements Outcome {}

        /** Also of a locked account: nobody learns at the door which logins exist. */
        record Wrong() implements Outcome {}

        /** So many from this address failed just now that nobody there is listened to for a while. */
        record Crowded() implements Outcome {}

        record NoPost() implements Outcome {}
    }

    /** Failures from one address within {@link #WINDOW}; generous, because a whole office may stand behind one. */
    static final int MOST = 100;
    static final Duration WINDOW = Duration.ofMinutes(15);

    private enum Check { RIGHT, WRONG, LOCKED }

    private final DSLContext sql;
    private final Passwords passwords;
    private final Roster roster;
    private final Clock clock;

    SignIns(DSLContext sql, Passwords passwords, Roster roster, Clock clock) {
        this.sql = sql;
        this.passwords = passwords;
        this.roster = roster;
        this.clock = clock;
    }

    /** The row stays locked while the password is compared, so that guesses cannot be made side by side. */
    @Transactional
    Outcome attempt(int tenant, String login, String password, String address) {
        if (crowded(tenant, address)) return log(tenant, null, "ADDRESS", address, new Outcome.Crowded());
        var account = sql.selectFrom(ACCOUNT)
                .where(ACCOUNT.TENANT.eq(tenant), lower(ACCOUNT.LOGIN).eq(login.strip().toLowerCase(Locale.ROOT)))
                .forUpdate().fetchOne();
        if (account == null) {
            passwords.compareWithNobody(password);
            return log(tenant, null, "WRONG", address, new Outcome.Wrong());
        }
        var person = account.getPerson();
        var checked = check(account, password);
        if (checked != Check.RIGHT) return log(tenant, person, checked.name(), address, new Outcome.Wrong());
        // In the same words as a wrong password: a shut account tells nobody that it is there.
        if (account.getDisabledAt() != null) return log(tenant, person, "DISABLED", address, new Outcome.Wrong());
        var posts = roster.posts(tenant, person);
        if (posts.isEmpty()) return log(tenant, person, "NO_POST", address, new Outcome.NoPost());
        account.setFailed(0);
        account.setLockedUntil(null);
        if (passwords.outdated(account.getPassword())) account.setPassword(passwords.hash(password));
        account.update();
        var last = account.getLastPost();
        var viewer = posts.stream().filter(post -> last != null && post.post() == last).findFirst().orElse(posts.getFirst());
        return log(tenant, person, "OK", address, new Outcome.Welcome(viewer, account.getEpoch(), account.getMustChange()));
    }

    /**
     * Whether somebody signed in knows their present password; asked before they may choose another. Wrong ones count as
     * at the door, so that nobody guesses on at a screen left alone.
     */
    @Transactional
    boolean confirm(int tenant, int person, String password, String address) {
        var account = sql.selectFrom(ACCOUNT).where(ACCOUNT.TENANT.eq(tenant), ACCOUNT.PERSON.eq(person)).forUpdate().fetchOne();
        if (account == null) return false;
        var checked = check(account, password);
        return checked == Check.RIGHT || log(tenant, person, checked.name(), address, false);
    }

    /** Compares even where the account is locked, so that the answer takes as long as any other. */
    private Check check(AccountRecord account, String password) {
        var now = clock.instant();
        if (account.getLockedUntil() != null && account.getLockedUntil().isAfter(now)) {
            passwords.compareWithNobody(password);
            return Check.LOCKED;
        }
        if (passwords.matches(password, account.getPassword())) return Check.RIGHT;
        account.setFailed(account.getFailed() + 1);
        var delay = Lock.after(account.getFailed());
        account.setLockedUntil(delay.isZero() ? null : now.plus(delay));
        account.update();
        return Check.WRONG;
    }

    private boolean crowded(int tenant, String address) {
        return sql.fetchCount(DSL.selectOne().from(SIGN_IN)
                .where(SIGN_IN.TENANT.eq(tenant), SIGN_IN.ADDRESS.eq(address), SIGN_IN.AT.gt(clock.instant().minus(WINDOW)),
                        SIGN_IN.OUTCOME.in(inline("WRONG"), inline("LOCKED")))
                .limit(MOST)) >= MOST;
    }

    List<SignInRow> latest(int tenant, int person, int most) {
        return sql.select(SIGN_IN.AT, SIGN_IN.OUTCOME, SIGN_IN.ADDRESS).from(SIGN_IN)
                .where(SIGN_IN.TENANT.eq(tenant), SIGN_IN.PERSON.eq(person))
                .orderBy(SIGN_IN.ID.desc()).limit(most)
                .fetch(Records.mapping(SignInRow::new));
    }

    private <T> T log(int tenant, @Nullable Integer person, String outcome, String address, T result) {
        sql.insertInto(SIGN_IN)
                .set(SIGN_IN.TENANT, tenant).set(SIGN_IN.AT, clock.instant()).set(SIGN_IN.PERSON, person)
                .set(SIGN_IN.OUTCOME, outcome).set(SIGN_IN.ADDRESS, address)
                .execute();
        return result;
    }
}
