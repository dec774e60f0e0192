package cn.duban.demo;

import cn.duban.units.Tenants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Loads the invented city into an empty installation and says who may sign in. */
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
        if (!tenants.none()) return;
        var founded = city.foundWithLogins();
        ledger.load(founded);
        log.info("the invented city is loaded; sign in as one of {} with the password {}", founded.logins().keySet(), founded.password());
    }
}
