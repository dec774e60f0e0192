package cn.duban.units.paste;

import cn.duban.units.Author;
import cn.duban.units.Directories;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** Paste, preview, enter. The text itself travels from step to step: it is understood anew each time. */
@Controller
class PasteController {

    private static final int MOST = 2000;

    private final Directories directories;
    private final UnitPaste units;
    private final PeoplePaste people;

    PasteController(Directories directories, UnitPaste units, PeoplePaste people) {
        this.directories = directories;
        this.units = units;
        this.people = people;
    }

    @GetMapping("/{what:units|people}/paste")
    ModelAndView ask(@PathVariable String what, Viewer viewer) {
        viewer.require(Viewer.Duty.ADMINISTER);
        return page(PastePage.of(what, "", directories.of(viewer.tenant()).today(), List.of()), HttpStatus.OK);
    }

    @PostMapping("/{what:units|people}/paste")
    ModelAndView preview(@PathVariable String what, @RequestParam String text, @RequestParam LocalDate from, Viewer viewer) {
        viewer.require(Viewer.Duty.ADMINISTER);
        var page = read(what, text, from, viewer);
        return page(page, page.complaints().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/{what:units|people}/paste/enter")
    ModelAndView enter(@PathVariable String what, @RequestParam String text, @RequestParam LocalDate from, Viewer viewer, RedirectAttributes flash) {
        viewer.require(Viewer.Duty.ADMINISTER);
        var page = read(what, text, from, viewer);
        if (!page.complaints().isEmpty() || page.bad() > 0) return page(page, HttpStatus.UNPROCESSABLE_CONTENT);
        try {
            if (what.equals("units")) units.enter(Author.of(viewer), text, from);
            else {
                var given = people.enter(Author.of(viewer), text, from);
                if (!given.isEmpty()) return page(page.giving(given), HttpStatus.OK);
            }
        } catch (Refused refused) {
            page.complaints().add("text", refused.getMessage() + refused.next());
            return page(page, refused.status());
        }
        flash.addFlashAttribute("said", Words.say("units.paste.done", page.good()));
        var done = new RedirectView("/" + what);
        done.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(done);
    }

    private PastePage read(String what, String text, LocalDate from, Viewer viewer) {
        var rows = text.lines().filter(line -> !line.isBlank()).count();
        var readable = rows > 0 && rows <= MOST;
        var lines = !readable ? List.<PasteLine>of() : what.equals("units") ? units.preview(viewer.tenant(), text) : people.preview(viewer.tenant(), text);
        var page = PastePage.of(what, text, from, lines);
        page.complaints().addIf(rows > MOST, "text", "units.paste.too-many", MOST, rows).addIf(rows <= MOST && lines.isEmpty(), "text", "units.paste.empty");
        return page;
    }

    private static ModelAndView page(PastePage page, HttpStatusCode status) {
        var view = new ModelAndView("units/paste", "page", page);
        view.addObject("duties", Words.say("units.paste.duties", UnitWords.duties()));
        view.addObject("kinds", Words.say("units.paste.kinds", UnitWords.kinds()));
        view.setStatus(status);
        return view;
    }
}
