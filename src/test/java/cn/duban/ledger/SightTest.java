package cn.duban.ledger;

import static cn.duban_db.ledger.Tables.BEARING;
import static cn.duban_db.ledger.Tables.MATTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;

import cn.duban.DubanTest;
import cn.duban.demo.City;
import cn.duban.evidence.EvidenceFiles;
import cn.duban.ledger.type.Phase;
import cn.duban.units.Directories;
import cn.duban.units.Directory;
import cn.duban.units.Unit;
import cn.duban.web.Viewer;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The condition in SQL and the predicate in Java are one decision: held against each other for everybody and everything. */
@DubanTest
class SightTest {

    @Autowired Ledger ledger;
    @Autowired Dossiers dossiers;
    @Autowired Sight sight;
    @Autowired DSLContext sql;
    @Autowired City cities;
    @Autowired Directories directories;
    @Autowired EvidenceFiles files;

    private final Set<String> reached = new HashSet<>();

    @Test
    void seesTheSameInSqlAndInJava() {
        var town = new Town(cities, directories, ledger, files);
        var tenant = town.city.tenant();
        var directory = directories.of(tenant);
        var random = new Random(7);
        var matters = IntStream.range(0, 60).mapToObj(i -> aMatter(town, i, random)).toList();
        var loaded = dossiers.of(tenant, matters);
        assertThat(loaded.stream().map(d -> d.matter().phase()).distinct()).contains(Phase.DRAFT, Phase.OPEN, Phase.ENDED, Phase.VOID);
        assertThat(loaded.stream().map(d -> d.matter().secrecy()).distinct()).hasSize(4);
        var seen = 0;
        for (var viewer : everybody(town)) {
            var bySql = new TreeSet<>(sql.select(MATTER.ID).from(MATTER).where(sight.of(viewer, directory, Sight.MATTERS)).fetch(MATTER.ID));
            var byJava = loaded.stream().filter(d -> sight.sees(d, viewer, directory)).map(d -> d.matter().id()).collect(Collectors.toCollection(TreeSet::new));
            assertThat(bySql).as(viewer.toString()).isEqualTo(byJava);
            var borne = new Sight.Borne(new Sight.Columns(BEARING.TENANT, BEARING.MATTER, BEARING.PHASE, BEARING.SECRECY), BEARING.ROLE, BEARING.UNIT, BEARING.SUPERVISORS);
            assertThat(new TreeSet<>(sql.selectDistinct(BEARING.MATTER).from(BEARING).where(sight.of(viewer, directory, borne)).fetch(BEARING.MATTER))).as("by what is borne: " + viewer).isEqualTo(byJava);
            seen += byJava.size();
            loaded.forEach(dossier -> seesOfACircle(dossier, viewer, directory));
        }
        assertThat(seen).isPositive().isLessThan(matters.size() * everybody(town).size());
    }

    /** A circle is seen as a whole where each of its matters is, whoever bears them; not at all where none is; in part where it depends on who does. */
    private void seesOfACircle(Dossier dossier, Viewer viewer, Directory directory) {
        var matter = dossier.matter();
        var supervised = dossier.responsibilities().stream().filter(r -> r.role().equals("supervisor")).toList();
        var circle = new Circle(matter.phase() == Phase.DRAFT, matter.secrecy(), supervised.stream().map(Responsibility::unit).distinct().sorted().toList());
        var own = new Responsibility(matter.tenant(), matter.id(), 99, "assist", viewer.unit(), viewer.post(), matter.openedAt(), null);
        var alone = sight.sees(bornBy(dossier, supervised), viewer, directory);
        var named = sight.sees(bornBy(dossier, Stream.concat(supervised.stream(), Stream.of(own)).toList()), viewer, directory);
        assertThat(circle.reach(viewer, directory)).as(viewer + " " + circle).isEqualTo(alone ? Circle.Reach.WHOLE : named ? Circle.Reach.PART : Circle.Reach.NONE);
        var columns = new Circle.Columns(condition(circle.draft()), val(matter.secrecy().name().toLowerCase(Locale.ROOT)), val(circle.supervisors().toArray(Integer[]::new)));
        if (reached.add(viewer.post() + " " + circle))
            assertThat(sql.select(field(Circle.whole(viewer, directory, columns))).fetchSingle().value1()).as(viewer + " " + circle).isEqualTo(alone);
    }

    private static Dossier bornBy(Dossier d, List<Responsibility> responsibilities) {
        return new Dossier(d.matter(), responsibilities, d.assignments(), d.clocks(), d.journal(), d.relations(), d.evidence(), d.children(), d.deeds(), d.childShares(), d.merged(), d.parentPhase());
    }

    private static List<Viewer> everybody(Town town) {
        var directory = town.directory();
        return directory.people().stream().flatMap(person -> directory.postsOf(person.id()).stream().map(post -> directory.viewer(person, post))).toList();
    }

    /** Opened by either office, handed to anybody, moved on at random; acts that are refused leave it where it is. */
    private UUID aMatter(Town town, int i, Random random) {
        var units = town.directory().units().stream().filter(u -> u.kind() != Unit.Kind.GOVERNMENT).map(Unit::id).toList();
        var office = List.of("inspect", "patrol").get(random.nextInt(2));
        var id = Ledger.newId();
        var roles = new LinkedHashMap<String, List<Integer>>();
        roles.put("leader", List.of(town.post(List.of("vice1", "vice2", "mayor", "eco").get(random.nextInt(4)))));
        roles.put("lead", List.of(units.get(random.nextInt(units.size()))));
        if (random.nextBoolean()) roles.put("assist", List.of(units.get(random.nextInt(units.size()))));
        var opening = new Opening(id, "rectification", "rectification-measure", "第" + i + "件", "", Map.of("mode", "dated"), roles, null, null, null, 0,
                Secrecy.values()[i % 4], false, null, null);
        var at = ledger.open(opening, town.as(office), null).id();
        for (var act : List.of(Act.of("assign").due(town.today().plusDays(30)), Act.of("receive"),
                Act.of("submit").saying("note", "完成"), Act.of("close").saying("verdict", "属实"))) {
            if (random.nextInt(4) == 0) break;
            attempt(at, act, town, roles.get("lead").getFirst(), office);
        }
        if (random.nextInt(6) == 0) attempt(at, Act.of("void").saying("reason", "误录"), town, 0, office);
        return id;
    }

    private void attempt(MatterId id, Act act, Town town, int lead, String office) {
        var directory = town.directory();
        var worker = everybody(town).stream().filter(v -> directory.within(v.unit(), lead) && v.duties().stream().anyMatch(Standing.WORKING::contains)).findFirst();
        var byLead = act.action().equals("receive") || act.action().equals("submit");
        var viewer = byLead ? worker.orElse(town.as(office)) : town.as(office);
        try {
            ledger.act(id, act.action().equals("submit") ? act.with(town.aFile(viewer)) : act, viewer);
        } catch (Refusal.Refused refused) {
            assertThat(refused.refusal().zh()).isNotBlank();
        }
    }
}
