package cn.duban.api;

import cn.duban.ledger.MatterId;
import cn.duban.similarity.Alikes;
import cn.duban.similarity.LookAlikes;
import cn.duban.web.Viewer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Look-alikes over HTTP: of a text before it is entered, and of a matter. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "similarity")
class AlikesApi {

    private final LookAlikes lookAlikes;

    AlikesApi(LookAlikes lookAlikes) {
        this.lookAlikes = lookAlikes;
    }

    /** Asked with POST because the text may be long and belongs in no log; nothing of it is kept. */
    @PostMapping("/alikes")
    @Operation(operationId = "alikesOfText", summary = "查重 / Open and recent matters that are like a new text, with the reasons; `basis` says what could be compared")
    Alikes to(@RequestBody NewText asked, @Parameter(hidden = true) Viewer viewer) {
        var text = asked.sound();
        return lookAlikes.to(text.title(), Objects.requireNonNullElse(text.body(), ""), viewer);
    }

    @GetMapping("/matters/{id}/alikes")
    @Operation(operationId = "alikes", summary = "相似事项 / Open and recent matters that are like this one, with the reasons")
    Alikes of(@PathVariable @Parameter(schema = @Schema(type = "string")) MatterId id, @Parameter(hidden = true) Viewer viewer) {
        return lookAlikes.of(id, viewer);
    }
}
