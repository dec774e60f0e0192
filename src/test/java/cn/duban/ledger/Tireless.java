package cn.duban.ledger;

import cn.duban.Duban;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A program that acts without end, and writes down each act once it was told that it is done: to be killed in the middle. */
public final class Tireless {

    private Tireless() {}

    /** The kernel without web and timers, on a database of the caller's. */
    public static ConfigurableApplicationContext kernel(String url, String data, String... more) {
        return new SpringApplicationBuilder(Duban.class).web(WebApplicationType.NONE).lazyInitialization(true).run(Stream.concat(Stream.of(
                "--spring.datasource.url=" + url, "--spring.datasource.username=postgres", "--spring.datasource.hikari.maximum-pool-size=4",
                "--spring.datasource.hikari.connection-timeout=2000", "--duban.data=" + data, "--duban.demo=false", "--duban.timers=false", "--logging.level.org.springframework.boot.jooq=off", "--logging.level.org.springframework.transaction=off", "--logging.level.cn.duban=error"), Stream.of(more)).toArray(String[]::new));
    }

    /** @param words the database, the data folder, the file of what was acknowledged */
    public static void main(String[] words) throws IOException {
        var context = kernel(words[0], words[1]);
        var town = context.getBean(Town.class);
        var ledger = context.getBean(Ledger.class);
        var measures = List.of(town.aMeasureAtWork(), town.aMeasureAtWork(), town.aMeasureAtWork());
        try (var acknowledged = new FileOutputStream(words[2])) {
            for (int i = 0; ; i++) {
                var done = ledger.act(measures.get(i % 3), Act.of("report").saying("note", "第" + i + "次"), town.as("eco.handle"));
                acknowledged.write((done.id() + " " + done.entry() + "\n").getBytes(StandardCharsets.UTF_8));
                System.out.println("acknowledged " + i);
            }
        }
    }
}
