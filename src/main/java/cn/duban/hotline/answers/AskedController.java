package cn.duban.hotline.answers;

import cn.duban.hotline.Desks;
import cn.duban.hotline.WordSearch;
import cn.duban.hotline.knowledge.Knowledge;
import cn.duban.units.Directories;
import cn.duban.web.NotFound;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** "Has somebody asked this?", for everybody. */
@Controller
@RequestMapping("/public/hotline/answers")
class AskedController {

    private static final int LONGEST = 60;

    private final Desks desks;
    private final Answers answers;
    private final Knowledge knowledge;
    private final Directories directories;

    AskedController(Desks desks, Answers answers, Knowledge knowledge, Directories directories) {
        this.desks = desks;
        this.answers = answers;
        this.knowledge = knowledge;
        this.directories = directories;
    }

    @GetMapping
    String search(@RequestParam(defaultValue = "0") int line, @RequestParam(defaultValue = "") String q, Model model) {
        var lines = desks.lines();
        var chosen = lines.stream().filter(one -> one.tenant() == line).findFirst().orElse(lines.isEmpty() ? null : lines.getFirst());
        var asked = WordSearch.of(q.length() > LONGEST ? q.substring(0, LONGEST) : q);
        var tooShort = !q.isBlank() && asked.empty();
        var nothing = chosen == null || tooShort;
        model.addAttribute("page", new AskedPage(lines, chosen == null ? 0 : chosen.tenant(), q, tooShort, nothing ? List.of() : answers.search(chosen.tenant(), asked), nothing ? List.of() : knowledge.searchOpen(chosen.tenant(), asked, directories.of(chosen.tenant()).today())));
        return "hotline/asked";
    }

    @GetMapping("/{tenant:\\d{1,9}}-{id:[0-9a-f]{8}-[0-9a-f-]{27}}")
    String show(@PathVariable int tenant, @PathVariable UUID id, Model model) {
        if (desks.lines().stream().noneMatch(line -> line.tenant() == tenant)) throw new NotFound();
        model.addAttribute("page", answers.published(tenant, id).orElseThrow(NotFound::new));
        return "hotline/answered";
    }
}
