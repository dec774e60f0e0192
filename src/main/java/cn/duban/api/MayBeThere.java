package cn.duban.api;

import cn.duban.ledger.Duplicates.Hit;
import cn.duban.web.Refused;
import cn.duban.web.Words;
import java.util.List;
import org.springframework.http.HttpStatus;

/** A program asked to be told of duplicates, and there are some: nothing was opened. */
final class MayBeThere extends Refused {

    private static final long serialVersionUID = 1;
    private final transient List<Hit> hits;

    MayBeThere(List<Hit> hits) {
        super(HttpStatus.CONFLICT, "api.duplicates", Words.say("api.duplicates", hits.size()), Words.say("api.duplicates.next"));
        this.hits = hits;
    }

    List<Hit> hits() {
        return hits;
    }
}
