package cn.duban;

import cn.duban.cli.Commands;
import java.time.Clock;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.jooq.autoconfigure.DefaultConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** Beans are named by their full class name, because rooms do not know of each other's {@code People} or {@code Row}. */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Duban {

    /** Commands are told apart before Spring is touched, so that those without a database answer at once. */
    public static void main(String[] arguments) {
        Commands.main(Duban.class, arguments);
    }

    @Bean
    static Clock clock() {
        return Clock.systemUTC();
    }

    /** Instants go to PostgreSQL as what they are: as text, which jOOQ sends of itself, each would be cast again for every row it is held against. */
    @Bean
    static DefaultConfigurationCustomizer instants() {
        return configuration -> configuration.settings().setBindOffsetDateTimeType(true);
    }
}
