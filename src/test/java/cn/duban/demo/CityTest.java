package cn.duban.demo;

import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.DubanTest;
import cn.duban.units.Person;
import cn.duban.units.Post;
import cn.duban.units.Unit;
import cn.duban.web.Viewer.Duty;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

@DubanTest
class CityTest {

    @Autowired @Qualifier("cn.duban.demo.City") City city;
    @Autowired CopiedCity copies;

    @Test
    void foundsTheSameCityEachTime() {
        var one = city.found();
        var other = city.found();
        var here = city.directory(one);

        assertThat(other.tenant()).isGreaterThan(one.tenant());
        assertThat(city.directory(other).units()).hasSameSizeAs(here.units());
        assertThat(here.tenantName()).isEqualTo("明川市人民政府");
        assertThat(here.units()).hasSize(21);
        assertThat(here.people()).hasSizeGreaterThan(45);
        assertThat(one.logins()).hasSameSizeAs(here.people());

        var office = here.unitNamed("市政府督查室").orElseThrow();
        assertThat(here.postsWith(Duty.SUPERVISE)).extracting(Post::unit).contains(office.id());
        assertThat(here.unitName(office.id(), LocalDate.of(2021, 5, 31))).isEqualTo("政务督查科");
        assertThat(here.unitNamed("明川市环境保护局")).map(Unit::name).contains("明川市生态环境局");
        assertThat(here.living(here.unitNamed("明川市住房保障中心").orElseThrow().id())).map(Unit::shortName).contains("市住建局");
    }

    @Test
    void isCopiedWholeForTheTestsOfOtherRooms() {
        var founded = city.found();
        var copy = copies.found();
        var here = city.directory(founded);
        var there = city.directory(copy);
        assertThat(copy.tenant()).isGreaterThan(founded.tenant());
        assertThat(copy.logins()).isEqualTo(founded.logins());
        assertThat(there.people()).containsExactlyInAnyOrderElementsOf(here.people());
        assertThat(there.units()).containsExactlyElementsOf(here.units()).allSatisfy(unit -> {
            assertThat(there.namesOf(unit.id())).isEqualTo(here.namesOf(unit.id()));
            assertThat(there.posts(unit.id())).isEqualTo(here.posts(unit.id()));
            assertThat(there.posts(unit.id())).allSatisfy(post -> assertThat(there.holders(post.id())).containsExactlyInAnyOrderElementsOf(here.holders(post.id())));
        });
    }

    @Test
    void hasSomebodyInTwoUnitsAndAVacantPost() {
        var here = city.directory(city.found());
        var two = here.people().stream().filter(p -> here.postsOf(p.id()).size() > 1).toList();
        assertThat(two).extracting(Person::name).containsExactly("徐望舒");
        assertThat(here.postsOf(two.getFirst().id())).extracting(Post::unit).doesNotHaveDuplicates();
        var vacant = here.units().stream().flatMap(u -> here.posts(u.id()).stream()).filter(p -> here.holders(p.id()).isEmpty()).toList();
        assertThat(vacant).extracting(Post::name).containsExactly("公路科科长");
        assertThat(here.units()).allSatisfy(u -> assertThat(here.head(u.id())).as(u.name()).isPresent());
    }
}
