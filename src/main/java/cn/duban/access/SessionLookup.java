package cn.duban.access;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/**
 * Reads a session together with the account it stands for, in the one statement that every request makes anyway: a
 * session of a shut account, or of an epoch before the present one, is not found. Deleting sessions alone would miss the
 * one that is about to be saved.
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

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> livingSessionsOnly() {
        return sessions -> sessions.setGetSessionQuery(LIVING);
    }
}
