package cn.duban.hotline.desk;

import cn.duban.documents.Download;
import cn.duban.hotline.Desks;
import cn.duban.hotline.JoinedAnswers;
import cn.duban.hotline.Links;
import cn.duban.hotline.Ratings;
import cn.duban.hotline.Tickets;
import cn.duban.ledger.MatterId;
import cn.duban.units.Directories;
import cn.duban.web.NotFound;
import cn.duban.web.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** A ticket on paper, for the desk to hand out. */
@Controller
@RequestMapping("/hotline/tickets/{id:\\d+-[0-9a-f-]{36}}")
class PaperController {

    private final Desks desks;
    private final Tickets tickets;
    private final JoinedAnswers joined;
    private final Ratings ratings;
    private final Links links;
    private final Directories directories;

    PaperController(Desks desks, Tickets tickets, JoinedAnswers joined, Ratings ratings, Links links, Directories directories) {
        this.desks = desks;
        this.tickets = tickets;
        this.joined = joined;
        this.ratings = ratings;
        this.links = links;
        this.directories = directories;
    }

    @GetMapping("/paper.docx")
    ResponseEntity<byte[]> docx(@PathVariable MatterId id, Viewer viewer, HttpServletRequest request) throws IOException {
        var paper = paper(id, viewer, request);
        return Download.docx(paper.document(), paper.name());
    }

    @GetMapping("/paper.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable MatterId id, Viewer viewer, HttpServletRequest request) {
        var paper = paper(id, viewer, request);
        return Download.pdf(paper.document(), paper.name());
    }

    private TicketPaper paper(MatterId id, Viewer viewer, HttpServletRequest request) {
        desks.require(viewer);
        var own = tickets.find(id, viewer).orElseThrow(NotFound::new);
        var goesOn = joined.answering(own);
        var directory = directories.of(viewer.tenant());
        var unit = goesOn.lead() == null ? "" : directory.unitName(goesOn.lead());
        var desk = desks.unit(viewer.tenant()).map(directory::unitName).orElse(viewer.unitName());
        var rating = ratings.waiting(own).map(answer -> links.whole(links.rating(id, answer))).orElse(null);
        if (rating != null) ratings.shown(own, request, viewer);
        return new TicketPaper(own, goesOn.answer().orElse(null), unit, desk, rating, links.following(id.tenant(), own.number()), directory.zone());
    }
}
