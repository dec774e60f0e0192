package cn.duban.ledger;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;

/** Puts the shipped matter types into the database before anything asks for them. */
@Component
@DependsOnDatabaseInitialization
class LedgerStart implements InitializingBean {

    private final MatterTypes types;

    LedgerStart(MatterTypes types) {
        this.types = types;
    }

    @Override
    public void afterPropertiesSet() {
        types.ship();
    }
}
