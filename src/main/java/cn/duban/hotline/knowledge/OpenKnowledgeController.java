package cn.duban.hotline.knowledge;

import cn.duban.hotline.CallerText;
import cn.duban.hotline.Desks;
import cn.duban.units.Directories;
import cn.duban.web.Complaints;
import cn.duban.web.NotFound;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An entry for everybody, while it holds; a citizen says what is wrong with it. */
@Controller
@RequestMapping("/public/hotline/knowledge/{tenant:\\d{1,9}}-{id:[0-9a-f]{8}-[0-9a-f-]{27}}")
class OpenKnowledgeController {

    private final Desks desks;
    private final Knowledge knowledge;
    private final Wrongs wrongs;
    private final Directories directories;

    OpenKnowledgeController(Desks desks, Knowledge knowledge, Wrongs wrongs, Directories directories) {
        this.desks = desks;
        this.knowledge = knowledge;
        this.wrongs = wrongs;
        this.directories = directories;
    }

    @GetMapping
    String show(@PathVariable int tenant, @PathVariable UUID id, Model model) {
        model.addAttribute("page", page(tenant, id, new Complaints(), "", false));
        return "hotline/open-entry";
    }

    @PostMapping
    String wrong(@PathVariable int tenant, @PathVariable UUID id, @RequestParam(defaultValue = "") String words, HttpServletResponse response, Model model) {
        page(tenant, id, new Complaints(), "", false);
        var complaints = new Complaints();
        new CallerText(words, false).complain("words", "hotline.wrong.missing", complaints);
        if (complaints.isEmpty()) wrongs.say(tenant, id, words.strip(), null);
        else response.setStatus(422);
        model.addAttribute("page", page(tenant, id, complaints, words, complaints.isEmpty()));
        return "hotline/open-entry";
    }

    private KnowledgePage.Open page(int tenant, UUID id, Complaints complaints, String typed, boolean said) {
        if (desks.lines().stream().noneMatch(line -> line.tenant() == tenant)) throw new NotFound();
        var directory = directories.of(tenant);
        var entry = knowledge.findOpen(tenant, id, directory.today()).orElseThrow(NotFound::new);
        return new KnowledgePage.Open(tenant, entry, directory.unitName(entry.unit()), complaints, typed, said);
    }
}
