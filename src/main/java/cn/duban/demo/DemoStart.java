package cn.duban.demo;

import cn.duban.units.Tenants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Loads the invented city into an empty installation, and at every start with it says who may sign in. */
@Component
@ConditionalOnProperty("duban.demo")
class DemoStart implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(DemoStart.class);

    private final Tenants tenants;
    private final City city;
    private final DemoLedger ledger;

    DemoStart(Tenants tenants, City city, DemoLedger ledger) {
        this.tenants = tenants;
        this.city = city;
        this.ledger = ledger;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (tenants.none()) ledger.load(city.foundWithLogins());
        log.info("the invented city: sign in with the password {} as inspect (supervision office), mayor (approves bulletins), vice1 (deputy mayor), eco.registry or eco.handle (bureau of ecology), admin (administrator)",
                CityScript.read().password());
    }
}
