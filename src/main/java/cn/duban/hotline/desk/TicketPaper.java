package cn.duban.hotline.desk;

import cn.duban.documents.BodyText;
import cn.duban.documents.DocumentKind;
import cn.duban.documents.OfficialDocument;
import cn.duban.documents.ScanCode;
import cn.duban.documents.Signature;
import cn.duban.hotline.Ticket;
import cn.duban.web.Dates;
import cn.duban.web.Words;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What whoever came by letter or in person takes home: that their report was received, or the answer to it. Neither the query code, which is told once, nor anything of
 * the caller's sealed row stands on it, nor what they reported in their own words. Pure.
 *
 * @param own the caller's ticket
 * @param answer what they were told last, to the ticket or to the master that goes on for it; null while there is nothing
 * @param unit who handles it, by its name of today; empty while nobody does
 * @param desk by its name of today
 * @param rating where the answer is rated; null where it is not to be
 * @param following where the ticket is asked after
 */
record TicketPaper(Ticket own, Ticket.@Nullable Reply answer, String unit, String desk, @Nullable String rating, String following, ZoneId zone) {

    private static final String NOBODY = "—";

    String name() {
        return own.number() + " " + title();
    }

    private String title() {
        return said(answer == null ? "received" : "answered");
    }

    OfficialDocument document() {
        var opened = LocalDate.ofInstant(own.openedAt(), zone);
        var on = answer == null ? opened : LocalDate.ofInstant(answer.at(), zone);
        var body = new BodyText().paragraph(said("number", own.number())).paragraph(said("opened", Dates.written(opened)))
                .paragraph(said("category", own.field("category").isEmpty() ? NOBODY : own.field("category"))).paragraph(said("unit", unit.isEmpty() ? NOBODY : unit));
        if (answer == null) {
            body.paragraph(said("next"));
        } else {
            body.paragraph(said("answer", Dates.written(on)));
            answer.text().lines().filter(line -> !line.isBlank()).forEach(line -> body.paragraph(line.strip()));
            body.paragraph(said(rating == null ? "again" : "rate"));
        }
        return OfficialDocument.of(DocumentKind.LETTER, title()).body(body).signature(new Signature(desk, on, true))
                .code(rating == null ? new ScanCode(following, said("scan.follow")) : new ScanCode(rating, said("scan.rate"))).build();
    }

    /** A paper is Chinese whatever language the page is in. */
    private static String said(String key, Object... arguments) {
        return Words.in(Words.CHINESE, "hotline.paper." + key, arguments);
    }
}
