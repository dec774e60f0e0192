package cn.duban.bench;

import cn.duban.evidence.EvidenceFiles;
import cn.duban.evidence.EvidenceKind;
import cn.duban.hotline.DeskChange;
import cn.duban.ledger.Act;
import cn.duban.ledger.Prefecture;
import cn.duban.ledger.Prefecture.Bureau;
import cn.duban.units.Author;
import cn.duban.units.Directories;
import cn.duban.units.Logins;
import cn.duban.units.NewPost;
import cn.duban.units.NewUnit;
import cn.duban.units.People;
import cn.duban.units.Posts;
import cn.duban.units.Region;
import cn.duban.units.Regions;
import cn.duban.units.Tenants;
import cn.duban.units.Unit;
import cn.duban.units.Units;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import cn.duban.workdays.Calendars;
import cn.duban.workdays.Deadlines;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.springframework.beans.factory.BeanFactory;

/** Founds the invented prefecture through the doors of its registers: a supervision office, four deputies, thirty bureaus with their people, and one bureau more with much to do. */
final class Founding {

    static final String PASSWORD = "Duban-2026";
    static final LocalDate SINCE = LocalDate.of(2015, 1, 1);
    private static final int BUREAUS = 30;
    private static final int FILES = 20;

    private final BeanFactory beans;
    private final Words words;
    private final SplittableRandom random;
    private final Map<String, Integer> logins = new LinkedHashMap<>();
    private final Map<String, Integer> posts = new LinkedHashMap<>();
    private Author author = Author.installation(0);

    Founding(BeanFactory beans, Words words, long seed) {
        this.beans = beans;
        this.words = words;
        this.random = new SplittableRandom(seed);
    }

    Prefecture found(int busyOpen) throws IOException {
        // codes that begin with 99 name no real place
        beans.getBean(Regions.class).enter(new Region("990000", "安澜省", null, SINCE, null));
        var tenant = beans.getBean(Tenants.class).add(new Tenants.Founding("云川市人民政府", "990100", "云川市", "管理员"));
        author = new Author(tenant.tenant(), tenant.person());
        logins.put("admin", tenant.person());
        for (int i = 1; i <= 4; i++) person("vice" + i, tenant.unit(), "副市长（第" + i + "分工）", false, Set.of(Duty.LEAD));
        var office = unit("云川市人民政府办公室", Unit.Kind.DEPARTMENT, tenant.unit());
        var inspection = unit("督查室", Unit.Kind.SECTION, office);
        person("inspect", inspection, "督查室主任", true, Set.of(Duty.SUPERVISE, Duty.REVIEW, Duty.SIGN));
        person("inspect1", inspection, "督查专员", false, Set.of(Duty.SUPERVISE, Duty.HANDLE));
        for (int i = 1; i <= BUREAUS + 1; i++) bureau(i, tenant.unit());
        beans.getBean(Logins.class).create(author.tenant(), logins, PASSWORD);
        return prefecture(busyOpen);
    }

    /** The hotline centre with its agents, in a government that stands. */
    void hotline(int tenant, int agents) {
        author = Author.installation(tenant);
        var centre = unit("12345热线中心", Unit.Kind.SECTION, beans.getBean(Directories.class).of(tenant).root().id());
        for (int i = 1; i <= agents; i++) person("agent" + i, centre, "话务员" + i, false, Set.of(Duty.SUPERVISE));
        beans.getBean(Logins.class).create(tenant, logins, PASSWORD);
        beans.getBean(DeskChange.class).set(centre, SINCE, as("agent1"));
    }

    private void bureau(int i, int government) {
        var bureau = unit("云川市第" + i + "局", Unit.Kind.DEPARTMENT, government);
        person("head" + i, bureau, "局长", true, Set.of(Duty.SIGN, Duty.LEAD));
        person("registry" + i, bureau, "文书", false, Set.of(Duty.REGISTRY));
        person("handle" + i, bureau, "承办人", false, Set.of(Duty.HANDLE));
    }

    private Prefecture prefecture(int busyOpen) throws IOException {
        var directory = beans.getBean(Directories.class).of(author.tenant());
        var deadlines = new Deadlines(beans.getBean(Calendars.class).of(author.tenant(), directory.region()), directory.zone());
        var bureaus = new ArrayList<Bureau>();
        for (int i = 1; i <= BUREAUS + 1; i++) {
            var handler = as("handle" + i);
            bureaus.add(new Bureau(handler.unit(), as("registry" + i), handler, as("head" + i), files(handler, i)));
        }
        var leaders = List.of(posts.get("vice1"), posts.get("vice2"), posts.get("vice3"), posts.get("vice4"));
        return new Prefecture(directory, deadlines, as("inspect"), as("inspect1"), leaders, bureaus.subList(0, BUREAUS), bureaus.getLast(), busyOpen);
    }

    private List<Act.Attachment> files(Viewer handler, int bureau) throws IOException {
        var files = new ArrayList<Act.Attachment>();
        for (int i = 1; i <= FILES; i++) {
            var text = "云川市第" + bureau + "局现场核查记录第" + i + "份：" + words.one("result", random) + "。";
            var receipt = beans.getBean(EvidenceFiles.class).receive(handler, "核查记录" + i + ".txt", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), EvidenceKind.SITE_VISIT);
            files.add(new Act.Attachment(receipt.id().hex(), receipt.name(), receipt.kind().name(), receipt.mediaType(), receipt.size()));
        }
        return files;
    }

    private int unit(String name, Unit.Kind kind, int parent) {
        return beans.getBean(Units.class).open(author, new NewUnit(name, "", kind, parent), SINCE, "");
    }

    private void person(String login, int unit, String postName, boolean head, Set<Duty> duties) {
        int post = beans.getBean(Posts.class).open(author, new NewPost(unit, postName, head, duties), SINCE, "");
        int person = beans.getBean(People.class).enter(author, words.name(random), "", SINCE);
        beans.getBean(People.class).take(author, person, post, SINCE, "");
        logins.put(login, person);
        posts.put(login, post);
    }

    Map<String, Integer> logins() {
        return logins;
    }

    Viewer as(String login) {
        var directory = beans.getBean(Directories.class).of(author.tenant());
        int person = logins.get(login);
        var post = directory.postsOf(person).getFirst();
        return new Viewer(author.tenant(), person, directory.person(person).orElseThrow().name(), post.id(), post.name(), post.unit(), directory.unitName(post.unit()), post.duties());
    }
}
