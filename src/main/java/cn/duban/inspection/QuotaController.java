package cn.duban.inspection;

import cn.duban.inspection.PlanPages.Option;
import cn.duban.inspection.PlanPages.QuotaForm;
import cn.duban.inspection.PlanPages.QuotaPage;
import cn.duban.inspection.PlanPages.QuotaRow;
import cn.duban.inspection.Quota.Scope;
import cn.duban.units.Directories;
import cn.duban.units.Directory;
import cn.duban.web.Complaints;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import cn.duban.web.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How much may be inspected, from which day on, and on what basis. */
@Controller
@RequestMapping("/inspections/quotas")
class QuotaController {

    private final Quotas quotas;
    private final Directories directories;

    QuotaController(Quotas quotas, Directories directories) {
        this.quotas = quotas;
        this.directories = directories;
    }

    @GetMapping
    String show(Viewer viewer, Model model) {
        return show(new QuotaForm("total", "", directories.of(viewer.tenant()).today().toString(), "", "", "", "", ""), new Complaints(), viewer, model);
    }

    private String show(QuotaForm form, Complaints complaints, Viewer viewer, Model model) {
        var directory = directories.of(viewer.tenant());
        var limits = quotas.of(viewer.tenant());
        var units = DeclarationForm.inspectable(directory).stream().map(unit -> new Option(String.valueOf(unit.id()), unit.name())).toList();
        var rows = limits.all().stream().map(quota -> new QuotaRow(Words.say("inspection.quota.scope." + quota.scope().word()), quota.unit() == 0 ? "" : directory.unitName(quota.unit()), quota, holds(quota, limits, directory))).toList();
        model.addAttribute("page", new QuotaPage(form, units, rows, viewer.has(Duty.SUPERVISE), complaints, (String) model.getAttribute("said")));
        return "inspection/quotas";
    }

    private static boolean holds(Quota quota, Limits limits, Directory directory) {
        var holding = switch (quota.scope()) {
            case TOTAL -> limits.total(directory.today());
            case EACH -> limits.each(directory.today());
            case UNIT -> limits.of(quota.unit(), directory.today());
        };
        return holding.filter(quota::equals).isPresent();
    }

    @PostMapping
    String set(@ModelAttribute QuotaForm form, Viewer viewer, HttpServletResponse response, RedirectAttributes told, Model model) {
        viewer.require(Duty.SUPERVISE);
        var complaints = new Complaints();
        var directory = directories.of(viewer.tenant());
        var scope = Arrays.stream(Scope.values()).filter(one -> one.word().equals(form.scope())).findFirst().orElse(Scope.TOTAL);
        var unit = scope == Scope.UNIT ? DeclarationForm.inspectable(directory).stream().filter(one -> String.valueOf(one.id()).equals(form.unit())).findFirst().map(one -> one.id()).orElse(0) : 0;
        complaints.addIf(scope == Scope.UNIT && unit == 0, "unit", "inspection.quota.unit.missing");
        var since = DeclarationForm.day(form.said(form.since()));
        complaints.addIf(since == null, "since", "inspection.declare.day.wrong");
        var most = limit("most", form.said(form.most()), complaints);
        var days = limit("mostDays", form.said(form.mostDays()), complaints);
        var longest = limit("longest", form.said(form.longest()), complaints);
        var gap = limit("gap", form.said(form.gap()), complaints);
        complaints.addIf(most == null && days == null && longest == null && gap == null, "most", "inspection.quota.nothing");
        complaints.addIf(form.said(form.basis()).isEmpty(), "basis", "inspection.quota.basis.missing");
        if (!complaints.isEmpty()) {
            response.setStatus(422);
            return show(form, complaints, viewer, model);
        }
        quotas.set(new Quota(scope, unit, Objects.requireNonNull(since), most, days, longest, scope == Scope.TOTAL ? null : gap, form.said(form.basis()), viewer.person()), viewer);
        told.addFlashAttribute("said", Words.say("inspection.quota.set"));
        return "redirect:/inspections/quotas";
    }

    private static @Nullable Integer limit(String field, String typed, Complaints complaints) {
        if (typed.isEmpty()) return null;
        var number = PlanQuery.number(typed, field.equals("longest") ? 1 : 0, 9999);
        complaints.addIf(number == null, field, "inspection.quota.number");
        return number;
    }
}
