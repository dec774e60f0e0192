package cn.duban;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Guards over the whole house. Each was tried once against a planted violation. */
class HouseTest {

    private static final Path SOURCES = Path.of("src/main/java/cn/duban");

    /** Views that the owner of a schema publishes for others to join. */
    private static final Map<String, Set<String>> PUBLISHED = Map.of("ledger", Set.of("MATTER_ROW", "MatterRow", "BEARER_ROW", "BearerRow", "TEXT_ROW", "TextRow", "SUBJECT_ROW", "SubjectRow", "REPORT_ROW", "ReportRow", "RHYTHM_ROW", "RhythmRow", "REASON_ROW", "ReasonRow", "RUNNING_CLOCK_ROW", "RunningClockRow", "ESCALATION_ROW", "EscalationRow", "ACT_ROW", "ActRow", "CLOCK_ROW", "ClockRow"), "evidence", Set.of("ATTACHABLE"));

    /** The GB/T 2260 table of provinces is data, and the only place that knows them. */
    private static final String REGIONS = "db/migration/units/";

    @Test
    void keepsTheBordersOfItsRooms() {
        ApplicationModules.of(Duban.class).verify();
    }

    @Test
    void declaresForEveryRoomWhatItMayKnow() throws IOException {
        try (var rooms = Files.list(SOURCES)) {
            assertThat(rooms.filter(Files::isDirectory).map(room -> read(room.resolve("package-info.java"))))
                    .hasSizeGreaterThan(10).allMatch(info -> info.contains("@NullMarked") && info.contains("@ApplicationModule(allowedDependencies"));
        }
    }

    @Test
    void leavesTheTablesOfASchemaToItsOwner() {
        var table = Pattern.compile("cn\\.duban_db\\.(\\w+)\\.(?:Tables\\.|tables\\.(?:records\\.)?)(\\w+|\\*)");
        assertThat(sources().flatMap(file -> table.matcher(read(file)).results()
                .filter(use -> !use.group(1).equals(room(file)) && !PUBLISHED.getOrDefault(use.group(1), Set.of()).contains(use.group(2)))
                .map(use -> room(file) + "/" + file.getFileName() + " uses " + use.group()))).isEmpty();
    }

    @Test
    void namesNoRealPlace() {
        var places = Pattern.compile("北京|天津|河北|山西省|内蒙古|辽宁|吉林|黑龙江|上海|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南省|重庆|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆"
                + "|青岛|济南|烟台|潍坊|临沂|石家庄|太原|沈阳|大连|长春|哈尔滨|南京|苏州|无锡|杭州|宁波|温州|合肥|福州|厦门|南昌|郑州|武汉|长沙|广州|深圳|南宁|海口|成都|贵阳|昆明|拉萨|西安|兰州|西宁|银川|乌鲁木齐|鞍山|崂山");
        assertThat(files(Path.of("src/main"), file -> !file.toString().replace('\\', '/').contains(REGIONS) && file.toString().matches(".*\\.(java|jte|yaml|yml|properties|sql|js|css)"))
                .flatMap(file -> places.matcher(read(file)).results().map(place -> file + " names " + place.group()))).isEmpty();
    }

    @Test
    void leavesNothingForLaterAndNamesThingsForWhatTheyAre() {
        var shunned = Pattern.compile("\\b(TODO|FIXME|XXX)\\b|catch \\((final )?(Exception|Throwable) |Thread\\.sleep|import lombok");
        assertThat(sources().flatMap(file -> shunned.matcher(read(file)).results().map(found -> file + ": " + found.group()))).isEmpty();
        assertThat(sources().map(file -> file.getFileName().toString()).filter(name -> name.matches(".*(Utils?|Helper|Manager|Impl|DTO|Dto|VO|BO)\\.java|(Base|Abstract)[A-Z].*"))).isEmpty();
    }

    @Test
    void datesItsMigrationsOnceAndSaysWhy() {
        var migrations = files(Path.of("src/main/resources/db/migration"), file -> file.toString().endsWith(".sql")).toList();
        assertThat(migrations).allMatch(file -> read(file).startsWith("--")).extracting(file -> file.getFileName().toString().split("__")[0]).doesNotHaveDuplicates()
                .allMatch(version -> version.matches("V\\d{8}_\\d{4}"));
    }

    @Test
    void tellsNobodyWhereItWasBuilt() {
        var machine = Pattern.compile("(?<![\\w.])/(work|root|home/\\w+)/");
        var kept = List.of("src", "docs", "README.md", "README.zh-CN.md", "CHANGELOG.md", "NOTICE", "pom.xml", "bin", ".ci");
        assertThat(kept.stream().flatMap(path -> files(Path.of(path), file -> file.toString().matches(".*\\.(java|md|xml|sh|yml|yaml|properties|jte)|.*(duban|run|NOTICE)")))
                .filter(file -> machine.matcher(read(file)).find())).isEmpty();
    }

    private static Stream<Path> sources() {
        return files(SOURCES, file -> file.toString().endsWith(".java"));
    }

    private static String room(Path file) {
        return SOURCES.relativize(file).getName(0).toString();
    }

    private static Stream<Path> files(Path folder, Predicate<Path> wanted) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).filter(wanted).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
