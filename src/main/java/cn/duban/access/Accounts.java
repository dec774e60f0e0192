package cn.duban.access;

import static cn.duban_db.access.Tables.ACCOUNT;
import static org.jooq.impl.DSL.lower;

import cn.duban.units.Administrators;
import cn.duban.units.Logins;
import cn.duban_db.access.tables.records.AccountRecord;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The accounts of a tenant: opened, shut, and given new passwords; {@code units} asks through {@link Logins}. */
@Component
class Accounts implements Logins {

    private final DSLContext sql;
    private final Passwords passwords;
    private final Tokens tokens;
    private final Administrators administrators;
    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final Clock clock;

    Accounts(DSLContext sql, Passwords passwords, Tokens tokens, Administrators administrators,
            FindByIndexNameSessionRepository<? extends Session> sessions, Clock clock) {
        this.sql = sql;
        this.passwords = passwords;
        this.tokens = tokens;
        this.administrators = administrators;
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
    public Set<Integer> open(int tenant) {
        return sql.select(ACCOUNT.PERSON).from(ACCOUNT).where(ACCOUNT.TENANT.eq(tenant), ACCOUNT.DISABLED_AT.isNull()).fetchSet(ACCOUNT.PERSON);
    }

    boolean taken(int tenant, String login) {
        return sql.fetchExists(ACCOUNT, ACCOUNT.TENANT.eq(tenant), lower(ACCOUNT.LOGIN).eq(login.toLowerCase(Locale.ROOT)));
    }

    @Override
    public OneTime oneTime() {
        var password = passwords.oneTime();
        return new OneTime(password, passwords.hash(password));
    }

    @Override
    public void create(int tenant, List<Opening> accounts) {
        sql.batchInsert(accounts.stream().map(a -> account(tenant, a.person(), a.login(), a.secret().hash(), true)).toList()).execute();
    }

    @Override
    public void create(int tenant, int person, String login, String password) {
        account(tenant, person, login, passwords.hash(password), false).insert();
    }

    @Override
    public void create(int tenant, Map<String, Integer> persons, String password) {
        var hash = passwords.hash(password);
        sql.batchInsert(persons.entrySet().stream().map(one -> account(tenant, one.getValue(), one.getKey(), hash, false)).toList()).execute();
    }

    private AccountRecord account(int tenant, int person, String login, String hash, boolean mustChange) {
        var now = clock.instant();
        var account = sql.newRecord(ACCOUNT);
        account.setTenant(tenant);
        account.setPerson(person);
        account.setLogin(login);
        account.setPassword(hash);
        account.setMustChange(mustChange);
        account.setCreatedAt(now);
        account.setChangedAt(now);
        return account;
    }

    /**
     * Sets a password, opens a lock and ends every session of the person: whoever knew the old one is out.
     *
     * @return the epoch for the sessions that begin from now on, if there is such an account
     */
    @Transactional
    Optional<Integer> setPassword(int tenant, int person, String password, boolean mustChange) {
        var epoch = sql.update(ACCOUNT)
                .set(ACCOUNT.PASSWORD, passwords.hash(password)).set(ACCOUNT.MUST_CHANGE, mustChange)
                .set(ACCOUNT.FAILED, 0).setNull(ACCOUNT.LOCKED_UNTIL).set(ACCOUNT.CHANGED_AT, clock.instant())
                .set(ACCOUNT.EPOCH, ACCOUNT.EPOCH.plus(1))
                .where(ACCOUNT.TENANT.eq(tenant), ACCOUNT.PERSON.eq(person))
                .returningResult(ACCOUNT.EPOCH).fetchOptional(ACCOUNT.EPOCH);
        epoch.ifPresent(now -> endSessions(tenant, person, now - 1));
        return epoch;
    }

    /** An administrator's reset, which ends the person's tokens too. @return the one-time password, if there is such an account */
    @Transactional
    Optional<String> reset(int tenant, int person, int by) {
        var password = passwords.oneTime();
        return setPassword(tenant, person, password, true).map(epoch -> {
            tokens.revokeAll(tenant, person, by);
            return password;
        });
    }

    /** From now on neither a session nor a token of the person opens anything. */
    @Transactional
    boolean disable(int tenant, int person, int by) {
        administrators.refuseWithout(tenant, person);
        var now = clock.instant();
        var epoch = sql.update(ACCOUNT)
                .set(ACCOUNT.DISABLED_AT, now).set(ACCOUNT.DISABLED_BY, by).set(ACCOUNT.CHANGED_AT, now)
                .set(ACCOUNT.EPOCH, ACCOUNT.EPOCH.plus(1))
                .where(ACCOUNT.TENANT.eq(tenant), ACCOUNT.PERSON.eq(person))
                .returningResult(ACCOUNT.EPOCH).fetchOptional(ACCOUNT.EPOCH);
        tokens.revokeAll(tenant, person, by);
        epoch.ifPresent(risen -> endSessions(tenant, person, risen - 1));
        return epoch.isPresent();
    }

    boolean enable(int tenant, int person) {
        return sql.update(ACCOUNT)
                .setNull(ACCOUNT.DISABLED_AT).setNull(ACCOUNT.DISABLED_BY).set(ACCOUNT.CHANGED_AT, clock.instant())
                .where(ACCOUNT.TENANT.eq(tenant), ACCOUNT.PERSON.eq(person)).execute() == 1;
    }

    void remember(int tenant, int person, int post) {
        sql.update(ACCOUNT).set(ACCOUNT.LAST_POST, post)
                .where(ACCOUNT.TENANT.eq(tenant), ACCOUNT.PERSON.eq(person)).execute();
    }

    /** They opened nothing any more as it is ({@link SessionLookup}); deleted, they take up no room until they expire. */
    private void endSessions(int tenant, int person, int epoch) {
        sessions.findByPrincipalName(Sessions.principal(tenant, person, epoch)).keySet().forEach(sessions::deleteById);
    }
}
