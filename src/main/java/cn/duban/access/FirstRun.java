package cn.duban.access;

import cn.duban.units.Tenants;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The one time that somebody nobody knows may found a government; {@code units} locks and refuses the second. */
@Component
class FirstRun {

    private final Tenants tenants;
    private final Accounts accounts;
    private final ObjectProvider<Preparing> preparations;
    private volatile boolean over;
    private volatile boolean prepared;

    FirstRun(Tenants tenants, Accounts accounts, ObjectProvider<Preparing> preparations) {
        this.preparations = preparations;
        this.tenants = tenants;
        this.accounts = accounts;
    }

    /** Whether a government is being entered just now, so that nobody founds another beside it. */
    boolean isPreparing() {
        if (!prepared) prepared = preparations.stream().noneMatch(Preparing::underWay);
        return !prepared;
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
