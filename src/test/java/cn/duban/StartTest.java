package cn.duban;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DubanTest
class StartTest {

    @Autowired JdbcClient sql;

    @Test
    void migratesEverySchema() {
        assertThat(sql.sql("select count(*) from information_schema.schemata where schema_name = 'units'")
                .query(Integer.class).single()).isEqualTo(1);
    }
}
