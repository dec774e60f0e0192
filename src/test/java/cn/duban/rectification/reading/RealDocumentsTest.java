package cn.duban.rectification.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The gold readings of the real documents, value by value. */
class RealDocumentsTest {
    @BeforeEach
    void onlyWhereTheyStand() {
        assumeTrue(Bulletins.realOnesAreHere(), "the real documents are not beside the project");
    }

    @ParameterizedTest
    @ValueSource(strings = {"000_fcd954f858077262", "001_d430bed260ee7f2c", "004_3759237347b62a83"})
    void readsToItsGoldValues(String name) throws IOException {
        var gold = JsonMapper.shared().readTree(Files.readString(Bulletins.REAL.resolve(name + ".gold.json")));
        var read = JsonMapper.shared().readTree(ReadingJson.of(Bulletins.read(Bulletins.REAL.resolve(name + ".txt"))));
        for (var key : new String[] {"kind", "title", "publishedOn", "issuer", "inspectedBy", "feedbackOn", "year"}) {
            if (gold.has(key)) {
                assertThat(read.path(key).asString("")).as(key).isEqualTo(gold.get(key).asString(""));
            }
        }
        if (gold.has("aspects")) {
            assertThat(read.get("aspects").size()).isEqualTo(gold.get("aspects").asInt());
        }
        findings(gold.path("findings"), read.get("findings"));
        tasks(gold.path("tasks"), read.get("tasks"));
        targets(gold.path("targets"), read.get("targets"));
        for (var remark : gold.path("remarks")) {
            assertThat(read.get("remarks").findValuesAsString("code")).contains(remark.asString().split(":")[0]);
        }
        for (var detail : new String[] {"phone", "postcode", "email"}) {
            assertThat(read.path("contact").path(detail).asString("")).isEqualTo(gold.path("contact").path(detail).asString(""));
        }
    }

    private static void findings(JsonNode gold, JsonNode read) {
        assertThat(read.size()).isEqualTo(gold.size());
        for (var i = 0; i < gold.size(); i++) {
            var wanted = gold.get(i);
            var found = read.get(i);
            assertThat(found.get("path").get(found.get("path").size() - 1).asString()).isEqualTo(wanted.get("path").asString());
            assertThat(found.get("title").asString()).startsWith(wanted.path("title").asString(wanted.path("titleStartsWith").asString("")));
            assertThat(found.get("status").asString()).as(wanted.get("path").asString()).isEqualTo(wanted.get("status").asString());
            assertThat(found.get("due").asString("")).isEqualTo(wanted.get("due").asString(""));
            assertThat(found.get("measures").size()).as(wanted.get("path").asString()).isEqualTo(wanted.get("measures").asInt());
            if (wanted.has("aspect")) {
                assertThat(found.get("aspect").asString()).isEqualTo(wanted.get("aspect").asString());
            }
        }
    }

    private static void tasks(JsonNode gold, JsonNode read) {
        assertThat(read.size()).isEqualTo(gold.size());
        for (var i = 0; i < gold.size(); i++) {
            var units = new LinkedHashSet<String>();
            read.get(i).get("lead").forEach(unit -> units.add(unit.asString()));
            read.get(i).get("assist").forEach(unit -> units.add(unit.asString()));
            assertThat(units).containsExactlyElementsOf(Arrays.asList(gold.get(i).get("responsible").asString().split("、|会同")));
            for (var key : new String[] {"no", "title", "section"}) {
                assertThat(read.get(i).get(key)).isEqualTo(gold.get(i).get(key));
            }
        }
    }

    private static void targets(JsonNode gold, JsonNode read) {
        var values = new ArrayList<String>();
        read.forEach(target -> values.add(target.get("op").asString() + target.get("value").asString("?") + target.path("flag").asString("")));
        gold.forEach(target -> assertThat(values)
                .contains(target.get("op").asString() + target.get("value").asString("?") + target.path("flag").asString("")));
    }
}
