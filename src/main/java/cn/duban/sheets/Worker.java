package cn.duban.sheets;

import cn.duban.ledger.MatterTypes;
import cn.duban.sheets.SheetIntake.State;
import cn.duban.sheets.reading.Said;
import cn.duban.units.Directories;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Checks and imports in the background, one sheet after the other, as whoever sent it. Looks for work when called and every few
 * seconds, so that what another node began, or this one before it was restarted, is finished.
 */
@Component
class Worker implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Worker.class);

    private final SheetIntakes intakes;
    private final Checking checking;
    private final Running running;
    private final Bringing bringing;
    private final Doors doors;
    private final MatterTypes types;
    private final Directories directories;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("sheets").factory());

    Worker(SheetIntakes intakes, Checking checking, Running running, Bringing bringing, Doors doors, MatterTypes types, Directories directories) {
        this.bringing = bringing;
        this.doors = doors;
        this.intakes = intakes;
        this.checking = checking;
        this.running = running;
        this.types = types;
        this.directories = directories;
        worker.scheduleWithFixedDelay(this::look, 5, 5, TimeUnit.SECONDS);
    }

    void wake() {
        worker.execute(this::look);
    }

    private void look() {
        try {
            while (!worker.isShutdown() && step()) { /* until nothing waits */ }
        } catch (RuntimeException e) {
            log.warn("An import could not go on; it is tried again in a few seconds.", e);
        }
    }

    /** One check, or one batch of an import; false when nothing waits, or another node has it. */
    synchronized boolean step() {
        var waiting = intakes.atWork();
        if (waiting.isEmpty()) return false;
        var intake = waiting.get();
        var viewer = viewer(intake);
        if (viewer.isEmpty()) {
            intakes.stopped(intake, Said.of("发起导入的人已经不在原来的岗位上，或者这个岗位不再督查。请由在岗的督查人员继续。", "Whoever sent it no longer holds that post, or the post no longer supervises. Let somebody who does go on with it."));
            return true;
        }
        try {
            return work(intake, viewer.get());
        } catch (Refused refused) {
            intakes.stopped(intake, Said.of(refused.getMessage(), refused.getMessage()));
            return true;
        } catch (DataIntegrityViolationException never) {
            // tried again it would be refused again, and hold up everybody's sheets
            return broke(intake, never);
        } catch (DataAccessException | TransactionException passing) {
            throw passing;
        } catch (RuntimeException broken) {
            return broke(intake, broken);
        }
    }

    /** One sheet that cannot be understood does not hold up the others. */
    private boolean broke(SheetIntake intake, RuntimeException broken) {
        log.error("The import {} of tenant {} broke off.", intake.id(), intake.tenant(), broken);
        intakes.stopped(intake, Said.of("系统在处理这张表时出错，已经记录在日志里。已导入的不受影响；请把文件交给系统管理员查看。", "Something went wrong with this sheet and was logged. What was imported stays; hand the file to the administrator."));
        return true;
    }

    private boolean work(SheetIntake intake, Viewer viewer) {
        var published = types.current(intake.tenant(), intake.mapping().type());
        if (intake.state() == State.RUNNING && intake.source() != null) return bringing.batch(intake, published.type(), viewer);
        if (intake.state() == State.RUNNING) return running.batch(intake, published.type(), published.ledger(), viewer);
        checking.check(intake, published.type(), viewer, done -> intakes.reached(intake, done) && !worker.isShutdown());
        return !worker.isShutdown();
    }

    private Optional<Viewer> viewer(SheetIntake intake) {
        var directory = directories.of(intake.tenant());
        return directory.person(intake.enteredBy()).flatMap(person -> directory.postsOf(person.id()).stream().filter(post -> post.id() == intake.enteredPost()).findFirst()
                .map(post -> directory.viewer(person, post))).filter(v -> v.has(Duty.SUPERVISE)).filter(v -> intake.source() == null || doors.open(intake.source(), v).isPresent());
    }

    @Override
    public void destroy() {
        worker.shutdown();
        try {
            if (!worker.awaitTermination(20, TimeUnit.SECONDS)) worker.shutdownNow();
        } catch (InterruptedException e) {
            worker.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
