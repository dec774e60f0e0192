package cn.duban.figures;

import cn.duban.units.Tenants;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts what was never counted, matters older than this room and those loaded past the application, and then sums up what was
 * counted before there were sums. Once after each start, in the background; twice does no harm.
 */
@Component
class CatchingUp implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(CatchingUp.class);
    private static final int BATCH = 500;
    private static final int SUMMED = 10_000;

    private final Standings standings;
    private final Summing summing;
    private final Tenants tenants;
    private final TransactionTemplate transaction;
    private volatile boolean underWay;
    private volatile boolean ended;

    CatchingUp(Standings standings, Summing summing, Tenants tenants, PlatformTransactionManager transactions) {
        this.standings = standings;
        this.summing = summing;
        this.tenants = tenants;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Whether figures may still lack old matters. */
    boolean underWay() {
        return underWay;
    }

    /** All of it, here and now. */
    void run() {
        tenants.each(this::run);
    }

    /** Of one government. */
    void run(int tenant) {
        transaction.executeWithoutResult(status -> summing.prepare(tenant));
        UUID after = null;
        for (List<UUID> some; !ended && !(some = standings.behind(tenant, after, BATCH)).isEmpty(); after = some.getLast()) {
            standings.count(tenant, some);
        }
        while (!ended && Boolean.TRUE.equals(transaction.execute(status -> summing.next(tenant, SUMMED)))) { /* until all of it is */ }
    }

    /** Forgets all sums; what is counted stays. */
    private void anew() {
        for (var tenant : tenants.all()) transaction.executeWithoutResult(status -> summing.anew(tenant));
    }

    /** Begins it once the application shows its pages. */
    @Component
    @ConditionalOnProperty(name = "duban.timers", havingValue = "true", matchIfMissing = true)
    static class AfterStart {

        private final CatchingUp work;
        private final boolean anew;

        AfterStart(CatchingUp work, @Value("${duban.figures.anew:false}") boolean anew) {
            this.work = work;
            this.anew = anew;
        }

        @EventListener(ApplicationReadyEvent.class)
        void begin() {
            work.underWay = true;
            Thread.ofPlatform().daemon().name("figures").priority(Thread.MIN_PRIORITY).start(() -> {
                try {
                    if (anew) work.anew();
                    work.run();
                    work.underWay = false;
                } catch (DataAccessException broken) {
                    log.warn("Old matters are not all counted; the next start goes on with it.", broken);
                }
            });
        }
    }

    @Override
    public void destroy() {
        ended = true;
    }
}
