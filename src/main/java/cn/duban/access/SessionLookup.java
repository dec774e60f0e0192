package cn.duban.access;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Reads a session together with the account it stands for, in the one statement that every request makes anyway: a
 * session of a shut account, or of an epoch before the present one, is not found. Deleting sessions alone would miss the
 * one that is about to be saved. That somebody is still there is written down once a minute: a page is to read, and not to
 * wait for the disk.
 */
@Configuration(proxyBeanMethods = false)
class SessionLookup {

    /** Sessions of nobody (they carry the CSRF token of the sign-in page) name no account and are left alone. */
    private static final String LIVING = """
            select s.primary_id, s.session_id, s.creation_time, s.last_access_time, s.max_inactive_interval, a.attribute_name, a.attribute_bytes
            from access.session s
            left join access.session_attributes a on a.session_primary_id = s.primary_id
            where s.session_id = ? and (s.principal_name is null or exists (
                select from access.account account
                where account.tenant = split_part(s.principal_name, '/', 1)::integer
                  and account.person = split_part(s.principal_name, '/', 2)::integer
                  and account.epoch::text = split_part(s.principal_name, '/', 3)
                  and account.disabled_at is null))
            """;

    /** In the order in which Spring Session says them: id, seen, longest rest, end, principal; whose row. Instants in milliseconds. */
    private static final String SEEN = """
            with said (session_id, seen, rest, expiry, principal, primary_id) as (values (?::char(36), ?::bigint, ?::integer, ?::bigint, ?, ?::char(36)))
            update access.session s
            set session_id = said.session_id, last_access_time = said.seen, max_inactive_interval = said.rest, expiry_time = said.expiry, principal_name = said.principal
            from said
            where s.primary_id = said.primary_id and (s.last_access_time < said.seen - 60000
                or (s.session_id, s.max_inactive_interval, s.principal_name) is distinct from (said.session_id, said.rest, said.principal))
            """;

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> livingSessionsOnly() {
        return sessions -> {
            sessions.setGetSessionQuery(LIVING);
            sessions.setUpdateSessionQuery(SEEN);
        };
    }

    /** Each statement of a session stands by itself: one that is found without its attributes is a session of nobody. */
    @Bean
    TransactionOperations springSessionTransactionOperations() {
        return TransactionOperations.withoutTransaction();
    }

    /** Two requests of one person may write the same thing at once, such as two clicks on one button: the later one stands. */
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> laterWriterWins() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }
}
