package cn.duban.units;

import static cn.duban.units.Refusals.refuse;
import static cn.duban_db.units.Tables.TENANT;

import cn.duban.web.Viewer;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Somebody must always be able to change the register: no change takes the last administrator away, from its own day on
 * until the last day for which anything is entered. Who cannot sign in changes nothing and does not count, unless nobody
 * could on that day before either.
 */
@Component
public class Administrators {

    private final Registers registers;
    private final Directories directories;
    private final DSLContext sql;
    private final ObjectProvider<Logins> logins;

    Administrators(Registers registers, Directories directories, DSLContext sql, ObjectProvider<Logins> logins) {
        this.registers = registers;
        this.directories = directories;
        this.sql = sql;
        this.logins = logins;
    }

    /** Asked when the rows of the change are written: compares the register with what it was. */
    void refuseLoss(Changes.Open change) {
        var tenant = change.author().tenant();
        var before = change.directory();
        var after = new Directory(registers.of(tenant), change.day());
        var open = open(tenant);
        Predicate<Integer> signsIn = person -> open.isEmpty() || open.get().contains(person);
        var days = new TreeSet<LocalDate>(before.outlook().turns(Viewer.Duty.ADMINISTER));
        days.addAll(after.outlook().turns(Viewer.Duty.ADMINISTER));
        days.add(change.day());
        for (var day : days.tailSet(change.day())) {
            var were = on(before.at(day));
            var are = on(after.at(day));
            if (!were.isEmpty() && are.isEmpty() || were.stream().anyMatch(signsIn) && are.stream().noneMatch(signsIn)) {
                throw refuse("last-administrator");
            }
        }
    }

    /** Whether the government can do without this person's account from today on; holds the register until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void refuseWithout(int tenant, int person) {
        sql.select(TENANT.TENANT_).from(TENANT).where(TENANT.TENANT_.eq(tenant)).forUpdate().fetch();
        var today = new Directory(registers.of(tenant), directories.of(tenant).today());
        var open = open(tenant).orElse(Set.of());
        var days = new TreeSet<LocalDate>(today.outlook().turns(Viewer.Duty.ADMINISTER));
        days.add(today.today());
        for (var day : days.tailSet(today.today())) {
            var signIn = on(today.at(day)).stream().filter(open::contains).toList();
            if (signIn.size() == 1 && signIn.contains(person)) throw refuse("last-administrator");
        }
    }

    /** The people whose account opens; empty where this installation keeps no accounts. */
    private Optional<Set<Integer>> open(int tenant) {
        return logins.stream().findFirst().map(accounts -> accounts.open(tenant));
    }

    private static Set<Integer> on(Directory directory) {
        return directory.postsWith(Viewer.Duty.ADMINISTER).stream().map(post -> directory.holders(post.id())).flatMap(Collection::stream)
                .filter(person -> person.hereOn(directory.today())).map(Person::id).collect(Collectors.toSet());
    }
}
