package cn.duban.notices;

import cn.duban.notices.Manner.Choice;
import cn.duban.units.Directories;
import cn.duban.web.Complaints;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How I want to be told: address, telephone, which kind by which channel, quiet hours, the daily digest. */
@Controller
@RequestMapping("/notices/choices")
class ChoicesController {

    private static final Pattern MAIL = Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+");
    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
    private static final int LONGEST = 120;

    private final Manners manners;
    private final Gateways gateways;
    private final Directories directories;

    ChoicesController(Manners manners, Gateways gateways, Directories directories) {
        this.manners = manners;
        this.gateways = gateways;
        this.directories = directories;
    }

    @GetMapping
    String show(@RequestParam(defaultValue = "false") boolean saved, Viewer viewer, Model model) {
        var manner = manners.of(viewer.tenant(), viewer.person());
        return page(manner, "", "", manner.quiet().from().toString(), manner.quiet().to().toString(), saved, new Complaints(), viewer, model);
    }

    @PostMapping
    String save(@RequestParam(defaultValue = "") String mail, @RequestParam(defaultValue = "false") boolean forgetMail, @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "false") boolean forgetPhone, @RequestParam(defaultValue = "false") boolean digest, @RequestParam(defaultValue = "") String quietFrom,
            @RequestParam(defaultValue = "") String quietTo, @RequestParam(name = "choice", required = false) @Nullable List<String> ticked, Viewer viewer, HttpServletResponse response, Model model) {
        var address = mail.strip();
        var number = phone.strip().replaceAll("[ -]", "");
        var from = hour(quietFrom);
        var to = hour(quietTo);
        var complaints = new Complaints()
                .addIf(!address.isEmpty() && !mail(address), "mail", "notices.mail.wrong")
                .addIf(!number.isEmpty() && !mobile(number), "phone", "notices.phone.wrong")
                .addIf(from.isEmpty(), "quietFrom", "notices.quiet.wrong")
                .addIf(to.isEmpty(), "quietTo", "notices.quiet.wrong");
        var was = manners.of(viewer.tenant(), viewer.person());
        var quiet = new QuietHours(from.orElse(was.quiet().from()), to.orElse(was.quiet().to()));
        var wanted = new Manner(viewer.person(), was.mail(), was.phone(), digest, quiet, Words.english() ? "en" : "zh", chosen(ticked == null ? List.of() : ticked));
        if (!complaints.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(wanted, address, number, quietFrom, quietTo, false, complaints, viewer, model);
        }
        manners.save(viewer.tenant(), wanted, given(address, forgetMail), given(number, forgetPhone));
        return "redirect:/notices/choices?saved=true";
    }

    static boolean mail(String address) {
        return address.length() <= LONGEST && MAIL.matcher(address).matches();
    }

    static boolean mobile(String number) {
        return MOBILE.matcher(number).matches();
    }

    private static @Nullable String given(String typed, boolean forget) {
        return forget ? "" : typed.isEmpty() ? null : typed;
    }

    private static Map<Choice, Boolean> chosen(List<String> ticked) {
        var chosen = new HashMap<Choice, Boolean>();
        for (var channel : Channel.CHOSEN)
            for (var kind : Kind.values()) chosen.put(new Choice(kind, channel), ticked.contains(kind.word() + "." + channel.word()));
        return chosen;
    }

    static Optional<LocalTime> hour(String typed) {
        try {
            return Optional.of(LocalTime.parse(typed.strip()).withSecond(0).withNano(0));
        } catch (DateTimeException noHour) {
            return Optional.empty();
        }
    }

    private String page(Manner manner, String mail, String phone, String from, String to, boolean saved, Complaints complaints, Viewer viewer, Model model) {
        model.addAttribute("page", new ChoicesPage(manner, mail, phone, from, to, ways(viewer), saved, complaints));
        return "notices/choices";
    }

    private List<Channel> ways(Viewer viewer) {
        var set = gateways.ways(viewer.tenant());
        var ways = new ArrayList<Channel>();
        if (set.has(Gateway.Kind.MAIL)) ways.add(Channel.MAIL);
        if (set.has(Gateway.Kind.SMS)) ways.add(Channel.SMS);
        if (directories.of(viewer.tenant()).lineage(viewer.unit()).stream().anyMatch(set.robots()::containsKey)) ways.add(Channel.ROBOT);
        return ways;
    }
}
