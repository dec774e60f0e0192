package cn.duban.bench;

import cn.duban.Duban;
import java.nio.file.Path;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The product's own beans on a data folder, with its embedded PostgreSQL and without its timers. */
final class Product {

    private Product() {}

    /** Migrated and shipped, ready to be filled; accounts need the web's sessions, so it has a door, at any port. */
    static ConfigurableApplicationContext fresh(Path data) {
        return run(data, false);
    }

    /** As it stands; beans are made when asked for. */
    static ConfigurableApplicationContext beside(Path data) {
        return run(data, true);
    }

    private static ConfigurableApplicationContext run(Path data, boolean lazy) {
        return new SpringApplicationBuilder(Duban.class).web(lazy ? WebApplicationType.NONE : WebApplicationType.SERVLET).lazyInitialization(lazy).logStartupInfo(false)
                .run("--duban.data=" + data, "--duban.timers=false", "--duban.outbox=" + !lazy, "--duban.demo=false", "--spring.flyway.enabled=" + !lazy,
                        "--server.port=0", "--server.address=127.0.0.1");
    }
}
