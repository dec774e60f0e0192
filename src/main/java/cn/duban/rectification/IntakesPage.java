package cn.duban.rectification;

import cn.duban.units.Directory;
import cn.duban.units.Person;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The documents that were handed in.
 *
 * @param text what was pasted and could not be read, with the reason in {@code refused}
 */
public record IntakesPage(List<Intake> intakes, Directory directory, String text, @Nullable String refused) {

    public String enteredBy(Intake intake) {
        return directory.person(intake.enteredBy()).map(Person::name).orElse("");
    }
}
