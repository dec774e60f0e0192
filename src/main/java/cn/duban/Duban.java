package cn.duban;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** Beans are named by their full class name, because rooms do not know of each other's {@code People} or {@code Row}. */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Duban {
    public static void main(String[] arguments) {
        SpringApplication.run(Duban.class, arguments);
    }

    @Bean
    static Clock clock() {
        return Clock.systemUTC();
    }
}
