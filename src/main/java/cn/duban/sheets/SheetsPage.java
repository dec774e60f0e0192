package cn.duban.sheets;

import cn.duban.units.Directory;
import cn.duban.units.Person;
import java.util.List;

/** The sheets that were handed in. @param sources outside whose sheets the viewer may bring in */
public record SheetsPage(List<SheetIntake> intakes, List<RowDoor.Source> sources, Directory directory) {

    public String enteredBy(SheetIntake intake) {
        return directory.person(intake.enteredBy()).map(Person::name).orElse("");
    }
}
