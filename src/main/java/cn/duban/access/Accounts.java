package cn.duban.access;

import static cn.duban_db.access.Tables.ACCOUNT;
import static org.jooq.impl.DSL.lower;

import cn.duban.units.Logins;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The accounts of a tenant: opened, shut, and given new passwords; {@code units} asks through {@link Logins}. */
@Component
class Accounts implements Logins {

    private final DSLContext sql;
    private final Passwords passwords;
    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final Clock clock;

    Accounts(DSLContext sql, Passwords passwords, FindByIndexNameSessionRepository<? extends Session> sessions, Clock clock) {
        this.sql = sql;
        this.passwords = passwords;
        this.sessions = sessions;
        this.clock = clock;
    }

    List<Account> all(int tenant) {
        return sql.select(ACCOUNT.PERSON, ACCOUNT.LOGIN, ACCOUNT.MUST_CHANGE, ACCOUNT.LOCKED_UNTIL, ACCOUNT.DISABLED_AT, ACCOUNT.LAST_POST)
                .from(ACCOUNT).where(ACCOUNT.TENANT.eq(tenant)).orderBy(ACCOUNT.LOGIN)
                .fetch(Records.mapping(Account::new));
    }

    Optional<Account> of(int tenant, int person) {
        return sql.select(ACCOUNT.PERSON, ACCOUNT.LOGIN, ACCOUNT.MUST_CHANGE, ACCOUNT.LOCKED_UNTIL, ACCOUNT.DISABLED_AT, ACCOUNT.LAST_POST)
                .from(ACCOUNT).where(ACCOUNT.TENANT.eq(tenant), ACCOUNT.PERSON.eq(person))
                .fetchOptional(Records.mapping(Account::new));
    }

    @Override
    public Map<Integer, String> of(int tenant) {
        return sql.select(ACCOUNT.PERSON, ACCOUNT.LOGIN).from(ACCOUNT).where(ACCOUNT.TENANT.eq(tenant))
                .fetchMap(ACCOUNT.PERSON, ACCOUNT.LOGIN);
    }

    @Override
    public boolean taken(String login) {
        return sql.fetchExists(ACCOUNT, lower(ACCOUNT.LOGIN).eq(login.toLowerCase(Locale.ROOT)));
    }

    @Override
    public String create(int tenant, int person, String login) {
        var password = passwords.oneTime();
        open(tenant, person, login, passwords.hash(password), true);
        return password;
    }

    @Override
    public void create(int tenant, int person, String login, String password) {
        open(tenant, person, login, passwords.hash(password), false);
    }

    @Override
    public void create(int tenant, Map<String, Integer> persons, String password) {
        var hash = passwords.hash(password);
        persons.forEach((login, person) -> open(tenant, person, login, hash, false));
    }

    private void open(int tenant, int person, String login, String hash, boolean mustChange) {
        var now = clock.instant();
        sql.insertInto(ACCOUNT)
                .set(ACCOUNT.TENANT, tenant).set(ACCOUNT.PERSON, person).set(ACCOUNT.LOGIN, login)
                .set(ACCOUNT.PASSWORD, hash).set(ACCOUNT.MUST_CHANGE, mustChange)
                .set(ACCOUNT.CREATED_AT, now).set(ACCOUNT.CHANGED_AT, now)
                .execute();
    }

    /** Whether this is the person's present password; asked before they may choose another. */
    boolean knows(int tenant, int person, String password) {
        return sql.select(ACCOUNT.PASSWORD).from(ACCOUNT).where(ACCOUNT.TENANT.eq(tenant), ACCOUNT.PERSON.eq(person))
                .fetchOptional(ACCOUNT.PASSWORD).filter(hash -> passwords.matches(password, hash)).isPresent();
    }

    /** Sets a password, opens a lock and ends every session of the person: whoever knew the old one is out. */
    @Transactional
    boolean setPassword(int tenant, int person, String password, boolean mustChange) {
        var done = sql.update(ACCOUNT)
                .set(ACCOUNT.PASSWORD, passwords.hash(password)).set(ACCOUNT.MUST_CHANGE, mustChange)
                .set(ACCOUNT.FAILED, 0).setNull(ACCOUNT.LOCKED_UNTIL).set(ACCOUNT.CHANGED_AT, clock.instant())
                .where(ACCOUNT.TENANT.eq(tenant), ACCOUNT.PERSON.eq(person))
                .execute() == 1;
        endSessions(tenant, person);
        return done;
    }

    /** @return the one-time password, if there is such an account */
    @Transactional
    Optional<String> reset(int tenant, int person) {
        var password = passwords.oneTime();
        return setPassword(tenant, person, password, true) ? Optional.of(password) : Optional.empty();
    }

    @Transactional
    boolean disable(int tenant, int person, int by) {
        var done = setDisabled(tenant, person, clock.instant(), by);
        endSessions(tenant, person);
        return done;
    }

    boolean enable(int tenant, int person) {
        return setDisabled(tenant, person, null, null);
    }

    void remember(int tenant, int person, int post) {
        sql.update(ACCOUNT).set(ACCOUNT.LAST_POST, post)
                .where(ACCOUNT.TENANT.eq(tenant), ACCOUNT.PERSON.eq(person)).execute();
    }

    private boolean setDisabled(int tenant, int person, @Nullable Instant at, @Nullable Integer by) {
        return sql.update(ACCOUNT)
                .set(ACCOUNT.DISABLED_AT, at).set(ACCOUNT.DISABLED_BY, by).set(ACCOUNT.CHANGED_AT, clock.instant())
                .where(ACCOUNT.TENANT.eq(tenant), ACCOUNT.PERSON.eq(person)).execute() == 1;
    }

    private void endSessions(int tenant, int person) {
        sessions.findByPrincipalName(Sessions.principal(tenant, person)).keySet().forEach(sessions::deleteById);
    }
}
