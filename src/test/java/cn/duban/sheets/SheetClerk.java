package cn.duban.sheets;

import static cn.duban.web.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.duban.sheets.Line.Outcome;
import cn.duban.sheets.SheetIntake.State;
import cn.duban.web.Viewer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.MockMvc;

/** Brings sheets in over HTTP as somebody, step by step, for tests of rooms above. */
@Component
public class SheetClerk {

    private final SheetIntakes intakes;
    private final Lines lines;
    private final Worker worker;

    SheetClerk(SheetIntakes intakes, Lines lines, Worker worker) {
        this.intakes = intakes;
        this.lines = lines;
        this.worker = worker;
    }

    /** @param source empty for a ledger of the house's own @return its id */
    public UUID drop(MockMvc web, Viewer viewer, String source, byte[] file) throws Exception {
        var to = web.perform(multipart("/sheets").file(new MockMultipartFile("file", "交办单.xlsx", null, file)).param("source", source).with(as(viewer)).with(csrf())).andExpect(status().is3xxRedirection()).andReturn().getResponse().getRedirectedUrl();
        return UUID.fromString(to.substring(to.lastIndexOf('/') + 1));
    }

    /** @return where each column goes, by its name */
    public Map<String, String> columns(UUID id, Viewer viewer) {
        return intakes.required(id, viewer).mapping().columns().stream().collect(Collectors.toMap(Mapping.Column::name, Mapping.Column::target));
    }

    /** Checks it, as the mapping stands. @return how many rows there are of each outcome */
    public Map<String, Integer> check(MockMvc web, Viewer viewer, UUID id) throws Exception {
        var intake = intakes.required(id, viewer);
        web.perform(post("/sheets/{id}/mapping", id).param("version", "" + intake.version()).param("then", "check").param("top", "" + intake.mapping().top()).param("bottom", "" + intake.mapping().bottom()).with(as(viewer)).with(csrf())).andExpect(status().is3xxRedirection());
        return arrived(viewer, id, State.CHECKED);
    }

    public Map<String, Integer> run(MockMvc web, Viewer viewer, UUID id) throws Exception {
        web.perform(post("/sheets/{id}/run", id).param("version", "" + intakes.required(id, viewer).version()).with(as(viewer)).with(csrf())).andExpect(status().is3xxRedirection());
        return arrived(viewer, id, State.DONE);
    }

    private Map<String, Integer> arrived(Viewer viewer, UUID id, State state) {
        while (intakes.required(id, viewer).working()) worker.step();
        var now = intakes.required(id, viewer);
        assertThat(now.stopped()).isNull();
        assertThat(now.state()).isEqualTo(state);
        var tally = new TreeMap<String, Integer>();
        lines.tally(now.tenant(), id).forEach((outcome, count) -> {
            if (outcome != Outcome.NONE) tally.put(outcome.word(), count);
        });
        return tally;
    }

    /** What is said of a row. */
    public List<String> remarks(UUID id, Viewer viewer, int no) {
        return lines.numbered(viewer.tenant(), id, List.of(no)).getFirst().remarks().stream().map(Remark::written).toList();
    }

    public @Nullable UUID matter(UUID id, Viewer viewer, int no) {
        return lines.numbered(viewer.tenant(), id, List.of(no)).getFirst().matter();
    }
}
