package cn.duban.web;

import java.util.Locale;
import java.util.Set;

/**
 * Who looks or acts: a person in one of their posts. Everything that is decided about a request is decided about this
 * record; names are those of today, to be copied where a record must keep them.
 *
 * @param unit the unit the post belongs to
 * @param duties what the post is there for
 */
public record Viewer(
        int tenant,
        int person,
        String personName,
        int post,
        String postName,
        int unit,
        String unitName,
        Set<Duty> duties) {

    /** What a post is there for. One post may carry several; a person acts in one post at a time. */
    public enum Duty {
        /** 督查: opens, hands out, verifies and closes matters of the ledgers that this unit owns. */
        SUPERVISE,
        /** 领导: answers for matters, directs, sees where things hang. */
        LEAD,
        /** 收发: receives for the unit and hands on inside it. */
        REGISTRY,
        /** 承办: works the matters of the unit. */
        HANDLE,
        /** 科长、处长: reviews inside the unit. */
        REVIEW,
        /** 单位负责人: signs for the unit. */
        SIGN,
        /** 系统管理员: units, posts, people, calendars, matter types; sees no matter by this duty alone. */
        ADMINISTER
    }

    public boolean has(Duty duty) {
        return duties.contains(duty);
    }

    /** Turns away whoever lacks the duty in their present post. */
    public void require(Duty duty) {
        if (!has(duty)) {
            throw Refused.forbidden("web.duty." + duty.name().toLowerCase(Locale.ROOT), Words.say("web.fault.403"), Words.say("web.fault.403.next"));
        }
    }
}
