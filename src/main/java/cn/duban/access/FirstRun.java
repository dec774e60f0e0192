package cn.duban.access;

import cn.duban.units.Tenants;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The one time that somebody nobody knows may found a government; {@code units} locks and refuses the second. */
@Component
class FirstRun {

    private final Tenants tenants;
    private final Accounts accounts;
    private volatile boolean over;

    FirstRun(Tenants tenants, Accounts accounts) {
        this.tenants = tenants;
        this.accounts = accounts;
    }

    /** A government is never deleted, so once there is one nobody need ask again. */
    boolean isDue() {
        if (!over) over = !tenants.none();
        return !over;
    }

    /** Government, root unit, administrator's post, person and account: all or nothing. */
    @Transactional
    Tenants.Founded found(FirstRunForm form) {
        var founded = tenants.found(new Tenants.Founding(
                form.government(), form.region(), form.government().replaceFirst("(人民)?政府$", ""), form.administrator()));
        accounts.create(founded.tenant(), founded.person(), form.login(), form.password());
        return founded;
    }
}
