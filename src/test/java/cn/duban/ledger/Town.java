package cn.duban.ledger;

import cn.duban.demo.City;
import cn.duban.evidence.EvidenceFiles;
import cn.duban.evidence.EvidenceKind;
import cn.duban.units.Directories;
import cn.duban.units.Directory;
import cn.duban.units.Post;
import cn.duban.web.Viewer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The invented city as tests use it: people by their login, units by their short name, matters as people would say them. */
@Component
public class Town {

    private static final AtomicInteger FILES = new AtomicInteger();

    private final City cities;
    private final Directories directories;
    private final Ledger ledger;
    private final EvidenceFiles files;
    public final City.Founded city;

    @Autowired
    public Town(City cities, Directories directories, Ledger ledger, EvidenceFiles files) {
        this(cities, cities.found(), directories, ledger, files);
    }

    /** A city that was founded already. */
    public Town(City cities, City.Founded city, Directories directories, Ledger ledger, EvidenceFiles files) {
        this.cities = cities;
        this.directories = directories;
        this.ledger = ledger;
        this.files = files;
        this.city = city;
    }

    /** The same city through the rooms of another node. */
    Town at(Directories there, Ledger node, EvidenceFiles store) {
        return new Town(cities, city, there, node, store);
    }

    /** The same city once more, in which nothing has happened yet. */
    public Town another() {
        return new Town(cities, directories, ledger, files);
    }

    public Directory directory() {
        return directories.of(city.tenant());
    }

    /** Somebody in the first of their posts. */
    public Viewer as(String login) {
        return as(login, 0);
    }

    public Viewer as(String login, int which) {
        int person = city.logins().get(login);
        Post post = directory().postsOf(person).get(which);
        return directory().viewer(directory().person(person).orElseThrow(), post);
    }

    public int unit(String name) {
        return directory().unitNamed(name).orElseThrow().id();
    }

    public int post(String login) {
        return as(login).post();
    }

    public LocalDate today() {
        return directory().today();
    }

    public Opening measure(String title) {
        return new Opening(Ledger.newId(), "rectification", "rectification-measure", title, "正文", Map.of("mode", "dated"), Map.of(), null, null, null, 0,
                Secrecy.INTERNAL, false, null, null);
    }

    public MatterId aDraftedMeasure() {
        return ledger.open(measure("整治河道乱倒垃圾"), as("inspect"), null).id();
    }

    /** Handed to the bureau of the environment, the housing bureau assisting. */
    public MatterId anAssignedMeasure() {
        var id = aDraftedMeasure();
        ledger.act(id, assign(), as("inspect"));
        return id;
    }

    public Act assign() {
        return Act.of("assign").role("leader", post("vice1")).role("lead", unit("市生态环境局")).role("assist", unit("市住建局")).due(today().plusDays(60));
    }

    public MatterId aMeasureAtWork() {
        var id = anAssignedMeasure();
        ledger.act(id, Act.of("receive"), as("eco.registry"));
        return id;
    }

    public MatterId aMeasureToVerify() {
        var id = aMeasureAtWork();
        ledger.act(id, Act.of("submit").saying("note", "已清理完毕").with(aFile("eco.handle")), as("eco.handle"));
        return id;
    }

    public Act.Attachment aFile(String login) {
        return aFile(as(login));
    }

    public Act.Attachment aFile(Viewer viewer) {
        try {
            var text = "现场核查记录第" + FILES.incrementAndGet() + "份";
            var receipt = files.receive(viewer, "核查记录.txt", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), EvidenceKind.SITE_VISIT);
            return new Act.Attachment(receipt.id().hex(), "核查记录.txt", "SITE_VISIT", receipt.mediaType(), receipt.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
