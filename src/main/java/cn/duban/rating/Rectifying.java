package cn.duban.rating;

import cn.duban.ledger.Door;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Opening;
import cn.duban.ledger.Personal;
import cn.duban.ledger.Secrecy;
import cn.duban.units.Directories;
import cn.duban.units.Directory;
import cn.duban.web.Words;
import cn.duban.workdays.Calendars;
import cn.duban.workdays.Deadlines;
import cn.duban.workdays.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A bad rating becomes a matter of the office: contact, put right, re-check, by the row of rules of that day. */
@Component
public class Rectifying {

    public static final String LEDGER = "rating";
    public static final String TYPE = "bad-rating";

    private final Ledger ledger;
    private final Personal personal;
    private final Offices offices;
    private final Rules rules;
    private final Directories directories;
    private final Calendars calendars;

    Rectifying(Ledger ledger, Personal personal, Offices offices, Rules rules, Directories directories, Calendars calendars) {
        this.ledger = ledger;
        this.personal = personal;
        this.offices = offices;
        this.rules = rules;
        this.directories = directories;
        this.calendars = calendars;
    }

    /** Numbered before the transaction that writes it. */
    Ledger.Numbered numbered(Service service, Services.Said said) {
        var directory = directories.of(service.tenant());
        var words = Door.masked(said.words().strip());
        var rule = rules.bad(directory.today());
        var level = said.level() == Level.VERY_DISSATISFIED ? "very" : "dissatisfied";
        var label = Words.in(Words.CHINESE, "rating.level." + said.level().word());
        var fields = Map.of("level", level, "item", service.item(), "served-on", LocalDate.ofInstant(service.servedAt(), directory.zone()).toString());
        var opening = new Opening(Services.newId(), LEDGER, TYPE, Words.in(Words.CHINESE, "rating.bad.title", service.item(), label), words.isEmpty() ? Words.in(Words.CHINESE, "rating.bad.wordless", label) : words, fields,
                Map.of("lead", List.of(service.unit())), due(rule.rectify(), directory), null, null, 0, Secrecy.INTERNAL, false,
                Words.in(Words.CHINESE, "rating.bad.note", rule.contact().say(Words.CHINESE), due(rule.rectify(), directory), due(rule.complex(), directory)), null);
        return ledger.number(List.of(opening), offices.rater(service.tenant())).getFirst();
    }

    void open(Ledger.Numbered numbered, int tenant, String phone) {
        ledger.openNumbered(List.of(numbered), offices.rater(tenant), null);
        if (!phone.isBlank()) personal.keep(new MatterId(tenant, numbered.opening().id()), Map.of(Personal.Kind.PHONE, phone));
    }

    private LocalDate due(Period period, Directory directory) {
        return new Deadlines(calendars.of(directory.tenant(), directory.region()), directory.zone()).due(directory.today(), period).lastDay();
    }
}
