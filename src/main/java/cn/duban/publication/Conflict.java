package cn.duban.publication;

import cn.duban.web.Refused;
import cn.duban.web.Words;

/** Somebody else changed the bulletin since this person saw it. */
final class Conflict {

    private Conflict() {}

    static Refused of(Bulletin bulletin) {
        return Refused.conflict("publication.conflict", Words.say("publication.refused.conflict"), Words.say("publication.refused.conflict.next"));
    }
}
