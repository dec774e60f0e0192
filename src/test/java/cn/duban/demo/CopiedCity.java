package cn.duban.demo;

import cn.duban.units.Directories;
import cn.duban.units.Logins;
import cn.duban.units.People;
import cn.duban.units.Posts;
import cn.duban.units.RegisterCopies;
import cn.duban.units.Regions;
import cn.duban.units.Tenants;
import cn.duban.units.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Most tests ask for a city of their own, and founding one takes two hundred changes, each of which reads the register. It is founded once,
 * through the doors that everybody uses, and copied for whoever asks.
 */
@Component
@Primary
class CopiedCity extends City {

    private final RegisterCopies copies;
    private final TransactionTemplate alone;
    private @Nullable Founded original;

    CopiedCity(Regions regions, Tenants tenants, Units units, Posts posts, People people, Directories directories, ObjectProvider<Logins> logins, RegisterCopies copies, PlatformTransactionManager transactions) {
        super(regions, tenants, units, posts, people, directories, logins);
        this.copies = copies;
        alone = new TransactionTemplate(transactions);
        alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    @Transactional
    public Founded found() {
        var one = original();
        return new Founded(copies.of(one.tenant()), one.administrator(), one.logins(), one.password());
    }

    /** Nothing ever happens there, and it stays when the caller's transaction does not. */
    private synchronized Founded original() {
        if (original == null) original = alone.execute(status -> super.found());
        return original;
    }
}
