package cn.duban.access;

import static cn.duban_db.access.Tables.ACCOUNT;
import static cn.duban_db.access.Tables.SIGN_IN;
import static org.jooq.impl.DSL.lower;

import cn.duban.web.Viewer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tries who somebody says they are, and writes down every try. */
@Component
class SignIns {

    /** How a try ended. */
    sealed interface Outcome {
        record Welcome(Viewer viewer, boolean mustChange) implements Outcome {}

        record Wrong() implements Outcome {}

        record Locked(Instant until) implements Outcome {}

        record NoPost() implements Outcome {}
    }

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
        var account = sql.selectFrom(ACCOUNT)
                .where(ACCOUNT.TENANT.eq(tenant), lower(ACCOUNT.LOGIN).eq(login.strip().toLowerCase(Locale.ROOT)))
                .forUpdate().fetchOne();
        if (account == null) {
            passwords.compareWithNobody(password);
            return log(tenant, null, "WRONG", address, new Outcome.Wrong());
        }
        var now = clock.instant();
        var person = account.getPerson();
        if (account.getLockedUntil() != null && account.getLockedUntil().isAfter(now)) {
            return log(tenant, person, "LOCKED", address, new Outcome.Locked(account.getLockedUntil()));
        }
        if (!passwords.matches(password, account.getPassword())) {
            account.setFailed(account.getFailed() + 1);
            var delay = Lock.after(account.getFailed());
            account.setLockedUntil(delay.isZero() ? null : now.plus(delay));
            account.update();
            return log(tenant, person, "WRONG", address,
                    delay.isZero() ? new Outcome.Wrong() : new Outcome.Locked(now.plus(delay)));
        }
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
        return log(tenant, person, "OK", address, new Outcome.Welcome(viewer, account.getMustChange()));
    }

    List<SignInRow> latest(int tenant, int person, int most) {
        return sql.select(SIGN_IN.AT, SIGN_IN.OUTCOME, SIGN_IN.ADDRESS).from(SIGN_IN)
                .where(SIGN_IN.TENANT.eq(tenant), SIGN_IN.PERSON.eq(person))
                .orderBy(SIGN_IN.ID.desc()).limit(most)
                .fetch(Records.mapping(SignInRow::new));
    }

    private Outcome log(int tenant, @Nullable Integer person, String outcome, String address, Outcome result) {
        sql.insertInto(SIGN_IN)
                .set(SIGN_IN.TENANT, tenant).set(SIGN_IN.AT, clock.instant()).set(SIGN_IN.PERSON, person)
                .set(SIGN_IN.OUTCOME, outcome).set(SIGN_IN.ADDRESS, address)
                .execute();
        return result;
    }
}
