package cn.duban.rectification;

import cn.duban.units.Directory;
import cn.duban.units.Person;
import java.util.List;

/** The documents that were handed in. */
public record IntakesPage(List<Intake> intakes, Directory directory) {

    public String enteredBy(Intake intake) {
        return directory.person(intake.enteredBy()).map(Person::name).orElse("");
    }
}
