package cn.duban;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class Duban {
    public static void main(String[] arguments) {
        SpringApplication.run(Duban.class, arguments);
    }
}
