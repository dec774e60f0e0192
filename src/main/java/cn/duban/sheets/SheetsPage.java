package cn.duban.sheets;

import cn.duban.units.Directory;
import cn.duban.units.Person;
import java.util.List;

/** The sheets that were handed in. */
public record SheetsPage(List<SheetIntake> intakes, Directory directory) {

    public String enteredBy(SheetIntake intake) {
        return directory.person(intake.enteredBy()).map(Person::name).orElse("");
    }
}
