package cn.duban.demo;

import cn.duban.access.Preparing;
import cn.duban.units.Tenants;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Loads the invented city into an empty installation, and at every start with it says who may sign in. A mark in the folder of
 * the data stands while it is being entered, so that a start that was killed on the way is made up for by the next.
 */
@Component
@ConditionalOnProperty("duban.demo")
class DemoStart implements ApplicationRunner, Preparing {

    private static final Logger log = LoggerFactory.getLogger(DemoStart.class);

    private final Tenants tenants;
    private final City city;
    private final DemoLedger ledger;
    private final DemoInspections inspections;
    private final Path mark;
    private volatile boolean underWay;

    DemoStart(Tenants tenants, City city, DemoLedger ledger, DemoInspections inspections, @Value("${duban.data:data}") Path data) {
        this.tenants = tenants;
        this.city = city;
        this.ledger = ledger;
        this.inspections = inspections;
        mark = data.resolve("demo-entering");
        underWay = tenants.none() || Files.exists(mark);
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        if (underWay) enter();
        log.info("the invented city: sign in with the password {} as inspect (supervision office), mayor (approves bulletins), vice1 (deputy mayor), eco.registry or eco.handle (bureau of ecology), admin (administrator)",
                CityScript.read().password());
    }

    private void enter() throws IOException {
        Files.createDirectories(mark.toAbsolutePath().getParent());
        if (!Files.exists(mark)) Files.createFile(mark);
        var founded = tenants.none() ? city.foundWithLogins() : city.founded(tenants.all().getFirst());
        ledger.load(founded);
        inspections.load(founded);
        Files.delete(mark);
        underWay = false;
    }

    @Override
    public boolean underWay() {
        return underWay;
    }
}
