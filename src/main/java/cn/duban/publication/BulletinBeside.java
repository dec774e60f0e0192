package cn.duban.publication;

import cn.duban.ledger.Beside;
import cn.duban.ledger.MatterRow;
import cn.duban.ledger.TimelineLine;
import cn.duban.web.Words;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The line that a publication left in the chain of its matter: people read which bulletin, and open it; the digest stays folded. */
@Component
class BulletinBeside implements Beside {

    private final Published published;
    private final Clock clock;

    BulletinBeside(Published published, Clock clock) {
        this.published = published;
        this.clock = clock;
    }

    @Override
    public @Nullable Told told(MatterRow row, TimelineLine line) {
        var number = line.said().size() == 1 ? Publishing.noted(line.said().getFirst().text()) : null;
        if (!line.act().equals("comment") || number == null) return null;
        return published.noted(row.id(), line.no()).filter(frozen -> frozen.number().equals(number))
                .map(frozen -> new Told(Words.say("publication.entry"), Words.say("publication.entry.words", number), frozen.visibleFrom().isAfter(clock.instant()) ? null : "/public/bulletins/" + frozen.slug(),
                        Words.say("publication.entry.digest"), frozen.digest())).orElse(null);
    }
}
