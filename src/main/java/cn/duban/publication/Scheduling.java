package cn.duban.publication;

import cn.duban.timers.Timed;
import cn.duban.units.Directories;
import cn.duban.units.Directory;
import cn.duban.units.Tenants;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import cn.duban.workdays.Calendars;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Begins the bulletins whose day has come, each once, and lays them on their author's desk. It never submits, approves or publishes. */
@Component
class Scheduling implements Timed {

    private final Schedules schedules;
    private final Drafting drafting;
    private final Bulletins bulletins;
    private final BulletinNotices notices;
    private final Templates templates;
    private final Directories directories;
    private final Calendars calendars;
    private final Tenants tenants;
    private final TransactionTemplate transaction;

    Scheduling(Schedules schedules, Drafting drafting, Bulletins bulletins, BulletinNotices notices, Templates templates, Directories directories, Calendars calendars, Tenants tenants, PlatformTransactionManager transactions) {
        this.templates = templates;
        this.schedules = schedules;
        this.drafting = drafting;
        this.bulletins = bulletins;
        this.notices = notices;
        this.directories = directories;
        this.calendars = calendars;
        this.tenants = tenants;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public List<Timer> timers() {
        return List.of(Timer.every(Duration.ofMinutes(15), "publication.schedules", () -> tenants.each(tenant -> begin(tenant, directories.of(tenant).today()))));
    }

    void begin(int tenant, LocalDate today) {
        var directory = directories.of(tenant);
        var calendar = calendars.of(tenant, directory.region());
        for (var schedule : schedules.running(tenant)) {
            var scope = schedule.due(today, calendar);
            // what ended before anybody asked for it is nobody's to-do
            if (!schedule.tells(scope, calendar) || schedule.day(scope.from(), calendar).isBefore(schedule.since()) || schedules.claimed(schedule, scope.from())) continue;
            begin(schedule, scope, directory);
        }
    }

    private void begin(Schedule schedule, Scope scope, Directory directory) {
        var author = author(schedule, directory);
        try {
            if (author.isEmpty()) failed(schedule, scope, "publication.schedule.nobody");
            else transaction.executeWithoutResult(status -> {
                var bulletin = begun(schedule, scope, author.get());
                schedules.begun(schedule, scope.from(), bulletin.id(), null, bulletins.now());
                notices.begun(bulletin, author.get());
            });
        } catch (DuplicateKeyException another) {
            // another node was faster
        } catch (Refused refused) {
            failed(schedule, scope, refused.rule());
        }
    }

    /** By its own template while that is in use, else by the one that fits. */
    private Bulletin begun(Schedule schedule, Scope scope, Viewer author) {
        var own = schedule.template() == null ? null : templates.find(schedule.template(), schedule.tenant(), author.unit()).orElse(null);
        return own == null ? drafting.draft(scope, author, system(author)) : drafting.draft(scope, own, author, system(author));
    }

    /** @param why the key of its sentence, which each reader gets in their language */
    private void failed(Schedule schedule, Scope scope, String why) {
        schedules.begun(schedule, scope.from(), null, why, bulletins.now());
    }

    /** Whoever set it up, while they hold that post; else whoever supervises there from it now. */
    private static Optional<Viewer> author(Schedule schedule, Directory directory) {
        return directory.post(schedule.post()).filter(post -> post.has(Viewer.Duty.SUPERVISE)).flatMap(post -> directory.holders(post.id()).stream()
                .sorted(java.util.Comparator.comparing(person -> person.id() != schedule.person())).findFirst().map(person -> directory.viewer(person, post)));
    }

    /** Nobody has written on it yet: its author may still be anybody of the unit, and whoever changes a word is a writer. */
    private static Viewer system(Viewer author) {
        var name = Words.in(Words.CHINESE, "publication.schedule.system");
        return new Viewer(author.tenant(), 0, name, 0, name, author.unit(), author.unitName(), Set.of(Viewer.Duty.SUPERVISE));
    }
}
