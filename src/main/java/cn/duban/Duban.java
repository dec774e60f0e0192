package cn.duban;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
public class Duban {
    public static void main(String[] arguments) {
        SpringApplication.run(Duban.class, arguments);
    }

    @Bean
    static Clock clock() {
        return Clock.systemUTC();
    }
}
