package cn.duban.units;

import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.web.Viewer.Duty;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DirectoryTest {

    private static final LocalDate FIRST = LocalDate.of(2010, 1, 1);
    private static final LocalDate REFORM = LocalDate.of(2019, 3, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private static final int CITY = 1, ENVIRONMENT = 2, AIR = 3, WATER = 4, OLD_LAND = 5, FINANCE = 6, FINANCE_OFFICE = 7, AIR_OFFICE = 8;

    private static Directory on(LocalDate day) {
        return new Directory(new Register(1, "明川市人民政府", "990100", "Asia/Shanghai", 7,
                List.of(unit(CITY), unit(ENVIRONMENT), unit(AIR), unit(WATER),
                        new Register.UnitRow(OLD_LAND, Unit.Kind.DEPARTMENT, FIRST, REFORM, WATER),
                        unit(FINANCE), unit(FINANCE_OFFICE), unit(AIR_OFFICE)),
                List.of(new UnitName(CITY, "明川市人民政府", "市政府", FIRST, null),
                        new UnitName(ENVIRONMENT, "明川市环境保护局", "市环保局", FIRST, REFORM),
                        new UnitName(ENVIRONMENT, "明川市生态环境局", "市生态环境局", REFORM, null),
                        new UnitName(ENVIRONMENT, "明川市生態局", "", REFORM, REFORM),
                        new UnitName(AIR, "大气科（一）", "", FIRST, null),
                        new UnitName(WATER, "水科", "", FIRST, null),
                        new UnitName(OLD_LAND, "明川市国土资源局", "", FIRST, null),
                        new UnitName(FINANCE, "明川市财政局", "市财政局", FIRST, null),
                        new UnitName(FINANCE_OFFICE, "办公室", "", FIRST, null),
                        new UnitName(AIR_OFFICE, "办公室", "", FIRST, null)),
                List.of(new UnitParent(CITY, null, FIRST, null), new UnitParent(ENVIRONMENT, CITY, FIRST, null),
                        new UnitParent(AIR, ENVIRONMENT, FIRST, null), new UnitParent(WATER, OLD_LAND, FIRST, REFORM),
                        new UnitParent(WATER, ENVIRONMENT, REFORM, null), new UnitParent(OLD_LAND, CITY, FIRST, null),
                        new UnitParent(FINANCE, CITY, FIRST, null), new UnitParent(FINANCE_OFFICE, FINANCE, FIRST, null),
                        new UnitParent(AIR_OFFICE, AIR, FIRST, null)),
                List.of(new Register.PostRow(1, ENVIRONMENT, FIRST, null), new Register.PostRow(2, ENVIRONMENT, FIRST, null), new Register.PostRow(3, FINANCE, FIRST, null)),
                List.of(new Register.Charge(1, "局长", true, Set.of(Duty.SIGN, Duty.LEAD), FIRST, null),
                        new Register.Charge(2, "承办人", false, Set.of(Duty.HANDLE), FIRST, REFORM),
                        new Register.Charge(2, "文书", false, Set.of(Duty.REGISTRY), REFORM, null),
                        new Register.Charge(3, "局长", true, Set.of(Duty.SIGN), FIRST, null)),
                List.of(new Person(1, "沈知远", "", FIRST, null), new Person(2, "顾长风", "", FIRST, REFORM)),
                List.of(new Holding(1, 1, FIRST, null), new Holding(3, 1, REFORM, null), new Holding(2, 2, FIRST, REFORM))), day);
    }

    private static Register.UnitRow unit(int id) {
        return new Register.UnitRow(id, Unit.Kind.DEPARTMENT, FIRST, null, null);
    }

    @Test
    void callsAUnitByItsNameOfThatDay() {
        var directory = on(TODAY);
        assertThat(directory.unitName(ENVIRONMENT)).isEqualTo("明川市生态环境局");
        assertThat(directory.unitName(ENVIRONMENT, REFORM.minusDays(1))).isEqualTo("明川市环境保护局");
        assertThat(directory.unitName(ENVIRONMENT, REFORM)).isEqualTo("明川市生态环境局");
        assertThat(directory.namesOf(ENVIRONMENT)).hasSize(2);
    }

    @Test
    void findsAUnitByFormerNameShortNameAndOtherWidth() {
        var directory = on(TODAY);
        assertThat(directory.unitNamed("明川市环境保护局")).map(Unit::id).contains(ENVIRONMENT);
        assertThat(directory.unitNamed("市环保局")).map(Unit::id).contains(ENVIRONMENT);
        assertThat(directory.unitNamed(" 大气科(一) ")).map(Unit::id).contains(AIR);
        assertThat(directory.unitNamed("办公室")).isEmpty();
        assertThat(directory.unitNamed("市卫健委")).isEmpty();
        assertThat(directory.unitNamed("  ")).isEmpty();
        assertThat(directory.unitsLike("环境")).extracting(Unit::id).containsExactly(ENVIRONMENT);
        assertThat(directory.unitsLike("办公室")).extracting(Unit::id).containsExactly(FINANCE_OFFICE, AIR_OFFICE);
        assertThat(directory.unitsLike(" ")).isEmpty();
    }

    @Test
    void followsTheTreeAsItStandsOnTheDay() {
        assertThat(on(TODAY).lineage(AIR_OFFICE)).containsExactly(AIR_OFFICE, AIR, ENVIRONMENT, CITY);
        assertThat(on(TODAY).below(ENVIRONMENT)).containsExactly(ENVIRONMENT, AIR, AIR_OFFICE, WATER);
        assertThat(on(TODAY).within(WATER, ENVIRONMENT)).isTrue();
        assertThat(on(REFORM.minusDays(1)).within(WATER, ENVIRONMENT)).isFalse();
        assertThat(on(TODAY).within(ENVIRONMENT, WATER)).isFalse();
        assertThat(on(TODAY).lineage(99)).isEmpty();
    }

    @Test
    void answersForClosedUnitsButDoesNotListThem() {
        var directory = on(TODAY);
        assertThat(directory.unit(OLD_LAND)).isPresent();
        assertThat(directory.units()).extracting(Unit::id).doesNotContain(OLD_LAND);
        assertThat(directory.living(OLD_LAND)).map(Unit::id).contains(WATER);
        assertThat(directory.unitNamed("明川市国土资源局")).map(Unit::id).contains(OLD_LAND);
    }

    @Test
    void tellsWhoHoldsWhat() {
        var directory = on(TODAY);
        assertThat(directory.head(ENVIRONMENT)).map(Post::id).contains(1);
        assertThat(directory.postsOf(1)).extracting(Post::id).containsExactly(1, 3);
        assertThat(directory.holders(2)).isEmpty();
        assertThat(directory.post(2)).map(Post::name).contains("文书");
        assertThat(on(REFORM.minusDays(1)).holders(2)).extracting(Person::name).containsExactly("顾长风");
        assertThat(directory.postsWith(Duty.SIGN)).extracting(Post::id).containsExactly(1, 3);
        assertThat(directory.person(2)).isPresent();
        assertThat(directory.people()).extracting(Person::id).containsExactly(1);
    }

    @Test
    void walksARingThatStandsInTheTablesOnce() {
        var town = SmallTown.withARing(LocalDate.of(2026, 1, 1));
        assertThat(town.below(SmallTown.ECO)).containsExactly(SmallTown.ECO, SmallTown.WATER);
        assertThat(town.lineage(SmallTown.WATER)).containsExactly(SmallTown.WATER, SmallTown.ECO);
    }
}
