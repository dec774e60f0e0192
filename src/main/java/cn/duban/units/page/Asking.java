package cn.duban.units.page;

import cn.duban.web.Refused;
import java.util.function.Supplier;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.http.HttpStatus;

/** How a change is asked for and done; a refusal brings the form back as it was typed. */
final class Asking {

    private Asking() {}

    static ModelAndView ask(FormPage form) {
        return new ModelAndView("units/form", "page", form);
    }

    /** @param act does the change and says what was done */
    static ModelAndView submit(FormPage form, MultiValueMap<String, String> typed, RedirectAttributes flash, Supplier<String> act) {
        if (form.lacking(typed)) {
            var again = ask(form.retyped(typed));
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        try {
            flash.addFlashAttribute("said", act.get());
            return to(form.back());
        } catch (Refused refused) {
            var again = ask(form.retyped(typed).refused(refused));
            again.setStatus(refused.status());
            return again;
        }
    }

    static ModelAndView to(String path) {
        var view = new RedirectView(path);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(view);
    }
}
