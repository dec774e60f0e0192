package cn.duban.publication;

import cn.duban.web.NotFound;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What everybody may read: only what was published, from its hour on. A withdrawn bulletin says its title and why. */
@Controller
@RequestMapping("/public/bulletins")
class PublicBulletinController {

    private final Published published;
    private final Proving proving;
    private final Papers papers;
    private final Clock clock;

    /** A proof reads every entry of the round: whoever asks again within the minute is told of the last one, and when it was. */
    private final Cache<String, Verified> recently = Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(1)).maximumSize(500).build();

    private record Verified(Proving.Outcome outcome, Instant at) {}

    PublicBulletinController(Published published, Proving proving, Papers papers, Clock clock) {
        this.published = published;
        this.proving = proving;
        this.papers = papers;
        this.clock = clock;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String after, Model model) {
        var words = q.strip().length() > 50 ? q.strip().substring(0, 50) : q.strip();
        var rows = published.list(words, published.find(after).orElse(null));
        var page = rows.stream().limit(Published.PAGE).toList();
        var next = rows.size() > Published.PAGE
                ? "/public/bulletins?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8) + "&after=" + page.getLast().slug() : null;
        model.addAttribute("page", new PublicBulletinsPage(page, words, next));
        return "publication/public-bulletins";
    }

    @GetMapping("/{slug}")
    String show(@PathVariable String slug, Model model) {
        var frozen = find(slug);
        model.addAttribute("page", new PublicBulletinPage(frozen, frozen.read()));
        return frozen.withdrawn() ? "publication/withdrawn" : "publication/public-bulletin";
    }

    @GetMapping("/{slug}/verification")
    String verify(@PathVariable String slug, Model model) {
        var frozen = find(slug);
        var verified = recently.get(frozen.slug(), any -> new Verified(proving.prove(frozen), clock.instant()));
        model.addAttribute("page", new VerificationPage(frozen, frozen.read(), verified.outcome(), verified.at()));
        return "publication/verification";
    }

    /** The very bytes that the digest is of. */
    @GetMapping("/{slug}/content.json")
    ResponseEntity<byte[]> content(@PathVariable String slug) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(standing(slug).content().getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/{slug}/docx")
    ResponseEntity<byte[]> docx(@PathVariable String slug) throws IOException {
        return papers.docx(standing(slug));
    }

    @GetMapping("/{slug}/pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String slug) {
        return papers.pdf(standing(slug));
    }

    private Frozen find(String slug) {
        return published.find(slug).orElseThrow(NotFound::new);
    }

    private Frozen standing(String slug) {
        var frozen = find(slug);
        if (frozen.withdrawn()) throw new NotFound();
        return frozen;
    }
}
