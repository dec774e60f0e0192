package cn.duban.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.duban.DubanTest;
import cn.duban.web.Navigation;
import cn.duban.web.Refused;
import cn.duban.web.Viewer.Duty;
import cn.duban.web.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@DubanTest
@RecordApplicationEvents
class UnitsTest {

    private static final LocalDate FIRST = LocalDate.of(2015, 1, 1);
    private static final LocalDate REFORM = LocalDate.of(2019, 3, 1);

    @Autowired Tenants tenants;
    @Autowired Directories directories;
    @Autowired Units units;
    @Autowired Posts posts;
    @Autowired List<Navigation> rooms;
    @Autowired People people;
    @Autowired Logins logins;
    @Autowired ApplicationEvents events;

    private Tenants.Founded city;
    private Author admin;

    @BeforeEach
    void foundACity() {
        LocaleContextHolder.setLocale(Words.CHINESE);
        city = tenants.add(new Tenants.Founding("试验市人民政府", "370000", "", "林管理"));
        admin = new Author(city.tenant(), city.person());
    }

    @AfterEach
    void forgetTheLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    private static ThrowingConsumer<Throwable> refusedBy(String rule) {
        return thrown -> assertThat(thrown).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.rule()).isEqualTo("units." + rule);
            assertThat(refused.getMessage()).doesNotContain("units.refused").doesNotContain("{").endsWith("。");
            assertThat(refused.next()).doesNotContain("units.refused").endsWith("。");
        });
    }

    private int aBureau(String name) {
        return units.open(admin, new NewUnit(name, "", Unit.Kind.DEPARTMENT, city.unit()), FIRST, "");
    }

    private Directory directory() {
        return directories.of(city.tenant());
    }

    @Test
    void foundsAGovernmentWithAnAdministrator() {
        assertThat(directory().tenantName()).isEqualTo("试验市人民政府");
        assertThat(directory().region()).isEqualTo("370000");
        assertThat(directory().root().id()).isEqualTo(city.unit());
        assertThat(directory().postsOf(city.person())).extracting(Post::duties).containsExactly(Set.of(Duty.ADMINISTER));
        assertThatThrownBy(() -> tenants.found(new Tenants.Founding("又一市", "370000", "", "谁")))
                .satisfies(refusedBy("founded-already"));
    }

    @Test
    void refusesRegionCodesThatCannotBe() {
        assertThatThrownBy(() -> tenants.add(new Tenants.Founding("某市", "3702", "", "谁"))).satisfies(refusedBy("region-code-form"));
        assertThatThrownBy(() -> tenants.add(new Tenants.Founding("某市", "980100", "某市", "谁"))).satisfies(refusedBy("region-province"));
        assertThatThrownBy(() -> tenants.add(new Tenants.Founding("某市", "370999", "", "谁"))).satisfies(refusedBy("region-without-name"));
    }

    @Test
    void keepsTheOldNameWhenAUnitIsRenamed() {
        int bureau = aBureau("环境保护局");
        units.rename(admin, bureau, "生态环境局", "环境局", REFORM, "试编发〔2019〕3号");

        assertThat(directory().unitName(bureau)).isEqualTo("生态环境局");
        assertThat(directory().unitName(bureau, REFORM.minusDays(1))).isEqualTo("环境保护局");
        assertThat(directory().unitNamed("环境保护局")).map(Unit::id).contains(bureau);
        assertThat(events.stream(UnitRenamed.class)).containsExactly(new UnitRenamed(city.tenant(), bureau, "环境保护局", "生态环境局", REFORM));
        assertThat(units.history(city.tenant(), bureau)).first().satisfies(line -> {
            assertThat(line.act()).isEqualTo("unit-renamed");
            assertThat(line.by()).isEqualTo(city.person());
            assertThat(line.basis()).isEqualTo("试编发〔2019〕3号");
        });
        assertThatThrownBy(() -> units.rename(admin, bureau, "环保局", "", REFORM.minusDays(1), "")).satisfies(refusedBy("later-name"));
    }

    @Test
    void withdrawsANameThatWasWrongFromItsFirstDay() {
        int bureau = aBureau("财正局");
        units.rename(admin, bureau, "财政局", "", FIRST, "");
        assertThat(directory().unitName(bureau, FIRST)).isEqualTo("财政局");
        assertThat(directory().namesOf(bureau)).hasSize(1);
    }

    @Test
    void showsAFutureRenameOnlyFromItsDay() {
        int bureau = aBureau("信息中心");
        var later = directory().today().plusMonths(2);
        units.rename(admin, bureau, "大数据局", "", later, "");
        assertThat(directory().unitName(bureau)).isEqualTo("信息中心");
        assertThat(directory().unitName(bureau, later)).isEqualTo("大数据局");
        assertThat(directory().unitNamed("大数据局")).isEmpty();
    }

    @Test
    void refusesARingAndATakenName() {
        int bureau = aBureau("住建局");
        int section = units.open(admin, new NewUnit("质安科", "", Unit.Kind.SECTION, bureau), FIRST, "");
        assertThatThrownBy(() -> units.move(admin, bureau, section, REFORM, "")).satisfies(refusedBy("parent-below"));
        assertThatThrownBy(() -> units.move(admin, city.unit(), section, REFORM, "")).satisfies(refusedBy("root-stays"));
        assertThatThrownBy(() -> aBureau(" 住建局 ")).satisfies(refusedBy("name-taken"));
        assertThatThrownBy(() -> units.rename(admin, section, "  ", "", REFORM, "")).satisfies(refusedBy("unit-without-name"));
    }

    @Test
    void refusesARingThatTwoMovesWouldMakeOnALaterDay() {
        int one = aBureau("甲局");
        int two = aBureau("乙局");
        units.move(admin, one, two, REFORM.plusYears(20), "");
        assertThatThrownBy(() -> units.move(admin, two, one, REFORM, "")).satisfies(refusedBy("parent-below"));
    }

    @Test
    void closesAUnitWithItsPostsAndNamesTheSuccessor() {
        int land = aBureau("国土局");
        int planning = aBureau("规划局");
        int section = units.open(admin, new NewUnit("地籍科", "", Unit.Kind.SECTION, land), FIRST, "");
        int post = posts.open(admin, new NewPost(land, "局长", true, Set.of(Duty.SIGN)), FIRST, "");
        int person = people.enter(admin, "何田田", "8800", FIRST);
        people.take(admin, person, post, FIRST, "");
        assertThatThrownBy(() -> units.close(admin, land, REFORM, planning, "")).satisfies(refusedBy("has-units"));
        units.move(admin, section, planning, REFORM, "");
        units.close(admin, land, REFORM, planning, "");

        assertThat(directory().living(land)).map(Unit::id).contains(planning);
        assertThat(directory().postsOf(person)).isEmpty();
        assertThat(directory().lineage(section)).containsExactly(section, planning, city.unit());
        assertThat(events.stream(UnitClosed.class)).containsExactly(new UnitClosed(city.tenant(), land, planning, REFORM));
        assertThat(events.stream(PostVacated.class)).containsExactly(new PostVacated(city.tenant(), post, person, REFORM));
        assertThatThrownBy(() -> posts.open(admin, new NewPost(land, "文书", false, Set.of()), REFORM, "")).satisfies(refusedBy("unit-not-open"));
    }

    @Test
    void letsAUnitHaveOneHead() {
        int bureau = aBureau("卫健委");
        posts.open(admin, new NewPost(bureau, "主任", true, Set.of(Duty.SIGN)), FIRST, "");
        assertThatThrownBy(() -> posts.open(admin, new NewPost(bureau, "书记", true, Set.of()), FIRST, "")).satisfies(refusedBy("second-head"));
    }

    @Test
    void endsEveryPostOfALeaver() {
        int bureau = aBureau("交通局");
        int post = posts.open(admin, new NewPost(bureau, "承办人", false, Set.of(Duty.HANDLE)), FIRST, "");
        int person = people.enter(admin, "江小船", "", FIRST);
        people.take(admin, person, post, FIRST, "");
        assertThatThrownBy(() -> people.take(admin, person, post, REFORM, "")).satisfies(refusedBy("holds-already"));
        people.depart(admin, person, REFORM, "调离");

        assertThat(directory().postsOf(person)).isEmpty();
        assertThat(directory().person(person)).map(Person::until).contains(REFORM);
        assertThat(events.stream(PersonLeft.class)).containsExactly(new PersonLeft(city.tenant(), person, REFORM));
        assertThatThrownBy(() -> people.take(admin, person, post, REFORM, "")).satisfies(refusedBy("not-here"));
    }

    @Test
    void neverGivesUpTheLastAdministrator() {
        var today = directory().today();
        assertThatThrownBy(() -> people.depart(admin, city.person(), today, "")).satisfies(refusedBy("last-administrator"));
        assertThatThrownBy(() -> people.leave(admin, city.person(), city.post(), today, "")).satisfies(refusedBy("last-administrator"));
        assertThatThrownBy(() -> posts.close(admin, city.post(), today, null, "")).satisfies(refusedBy("last-administrator"));
        assertThatThrownBy(() -> posts.charge(admin, city.post(), "档案员", false, Set.of(), today, "")).satisfies(refusedBy("last-administrator"));
        int second = people.enter(admin, "接班人", "", today);
        people.take(admin, second, city.post(), today, "");
        people.depart(admin, city.person(), today, "");
        assertThat(directory().holders(city.post())).extracting(Person::id).containsExactly(second);
    }

    @Test
    void neverGivesUpTheLastAdministratorOnALaterDay() {
        var today = directory().today();
        int second = anAdministrator("接班人");
        people.depart(admin, city.person(), today.plusDays(30), "");
        assertThatThrownBy(() -> people.depart(admin, second, today.plusDays(20), "")).satisfies(refusedBy("last-administrator"));
        int third = people.enter(admin, "后来人", "", today);
        people.take(admin, third, city.post(), today.plusDays(31), "");
        assertThatThrownBy(() -> people.depart(admin, second, today.plusDays(20), "")).as("one day without").satisfies(refusedBy("last-administrator"));
        people.depart(admin, second, today.plusDays(31), "");
    }

    @Test
    void countsOnlyAdministratorsWhoCanSignIn() {
        var today = directory().today();
        logins.create(city.tenant(), city.person(), "first" + city.tenant(), "three quiet lamps");
        int second = anAdministrator("接班人");
        assertThatThrownBy(() -> people.depart(admin, city.person(), today, "")).as("no account").satisfies(refusedBy("last-administrator"));
        logins.create(city.tenant(), second, "second" + city.tenant(), "three quiet lamps");
        people.depart(admin, city.person(), today, "");
        assertThat(directory().holders(city.post())).extracting(Person::id).containsExactly(second);
    }

    private int anAdministrator(String name) {
        int person = people.enter(admin, name, "", directory().today());
        people.take(admin, person, city.post(), directory().today(), "");
        return person;
    }

    @Test
    void refusesARingBetweenTwoLaterMoves() {
        var today = directory().today();
        int one = aBureau("甲局");
        int three = aBureau("丙局");
        units.move(admin, three, one, today.plusDays(10), "");
        units.move(admin, three, city.unit(), today.plusDays(20), "");
        assertThatThrownBy(() -> units.move(admin, one, three, today.plusDays(5), "")).satisfies(refusedBy("parent-below"));
        units.move(admin, one, three, today.plusDays(20), "");
        assertThat(directory().at(today.plusDays(20)).below(city.unit())).contains(one, three);
    }

    @Test
    void leavesNoUnitUnderAClosedOne() {
        var today = directory().today();
        int one = aBureau("甲局");
        int two = aBureau("乙局");
        units.move(admin, two, one, today.plusDays(20), "");
        assertThatThrownBy(() -> units.close(admin, one, today.plusDays(10), null, "")).satisfies(refusedBy("has-units"));
        int three = aBureau("丙局");
        units.close(admin, three, today.plusDays(10), null, "");
        assertThatThrownBy(() -> units.move(admin, two, three, today.plusDays(5), "")).satisfies(refusedBy("parent-closes"));
    }

    @Test
    void refusesToChangeAPostThatIsEnteredToClose() {
        int bureau = aBureau("卫健委");
        int post = posts.open(admin, new NewPost(bureau, "主任", true, Set.of(Duty.SIGN)), FIRST, "");
        posts.close(admin, post, LocalDate.of(2030, 12, 31), null, "");
        assertThatThrownBy(() -> posts.charge(admin, post, "局长", true, Set.of(Duty.SIGN), LocalDate.of(2030, 12, 1), "")).satisfies(refusedBy("post-closes"));
        int later = posts.open(admin, new NewPost(bureau, "局长", true, Set.of(Duty.SIGN)), LocalDate.of(2031, 1, 1), "");
        assertThat(later).isPositive();
        int before = posts.open(admin, new NewPost(bureau, "书记", false, Set.of()), FIRST, "");
        assertThatThrownBy(() -> posts.charge(admin, before, "书记", true, Set.of(), LocalDate.of(2030, 12, 31), "")).satisfies(refusedBy("second-head"));
    }

    @Test
    void refusesDaysThatNoTableHolds() {
        assertThatThrownBy(() -> people.enter(admin, "远方", "", LocalDate.MAX)).satisfies(refusedBy("day-out-of-range"));
        assertThatThrownBy(() -> people.enter(admin, "远方", "", LocalDate.of(1899, 12, 31))).satisfies(refusedBy("day-out-of-range"));
        assertThat(people.enter(admin, "近处", "", LocalDate.of(2199, 12, 31))).isPositive();
    }

    @Test
    void endsAHoldingWithThePersonWhoIsEnteredToLeave() {
        var today = directory().today();
        int bureau = aBureau("审计局");
        int post = posts.open(admin, new NewPost(bureau, "承办人", false, Set.of(Duty.HANDLE)), FIRST, "");
        int person = people.enter(admin, "柳将行", "", FIRST);
        people.depart(admin, person, today.plusDays(30), "");
        people.take(admin, person, post, today, "");
        assertThat(directory().at(today.plusDays(30)).holders(post)).isEmpty();
    }

    @Test
    void leavesNothingBehindARefusedChange() {
        int version = directory().version();
        assertThatThrownBy(() -> units.open(admin, new NewUnit("", "", Unit.Kind.SECTION, city.unit()), FIRST, "")).isInstanceOf(Refused.class);
        assertThat(directory().version()).isEqualTo(version);
    }

    @Test
    void saysToANewAdministratorWhatComesFirst() {
        var founded = tenants.add(new Tenants.Founding("新设市人民政府", "370000", "", "梅管理"));
        var author = new Author(founded.tenant(), founded.person());
        assertThat(first(founded)).containsExactly("/units/paste", "/people/paste");
        var today = directories.of(founded.tenant()).today();
        var office = units.open(author, new NewUnit("新设市督查室", "", Unit.Kind.SECTION, founded.unit()), today, "");
        people.enter(author, "兰督查", "", today);
        assertThat(first(founded)).containsExactly("/access/accounts", "/units");
        posts.open(author, new NewPost(office, "督查专员", false, Set.of(Duty.SUPERVISE)), today, "");
        assertThat(first(founded)).containsExactly("/access/accounts");
    }

    private List<String> first(Tenants.Founded founded) {
        var directory = directories.of(founded.tenant());
        var administrator = directory.viewer(directory.person(founded.person()).orElseThrow(), directory.post(founded.post()).orElseThrow());
        return rooms.stream().flatMap(room -> room.tasks(administrator).stream()).map(Navigation.Task::href).toList();
    }
}
