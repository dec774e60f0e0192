package cn.duban;

import cn.duban.cli.CannotStart;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.stereotype.Component;

/** Looks at the server before anything is written to it: the SQL of all rooms suits PostgreSQL 15 and newer. */
@Component
class OldestPostgres implements FlywayMigrationStrategy {

    private static final int OLDEST = 15;

    @Override
    public void migrate(Flyway flyway) {
        try (var connection = flyway.getConfiguration().getDataSource().getConnection()) {
            var server = connection.getMetaData();
            if (server.getDatabaseMajorVersion() < OLDEST) throw new CannotStart(
                    "数据库是 PostgreSQL " + server.getDatabaseProductVersion() + "，需要 " + OLDEST + " 或更新的版本。",
                    "The database is PostgreSQL " + server.getDatabaseProductVersion() + "; " + OLDEST + " or newer is needed.");
        } catch (SQLException e) {
            throw new CannotGetJdbcConnectionException("The database cannot be asked for its version.", e);
        }
        flyway.migrate();
    }
}
