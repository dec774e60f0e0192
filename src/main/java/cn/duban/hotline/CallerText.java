package cn.duban.hotline;

import cn.duban.ledger.Door;
import cn.duban.ledger.Refusal;
import cn.duban.web.Complaints;

/** A short text that a citizen or an agent adds; numbers of people in it are refused, with the offer to mask them. Pure. */
public record CallerText(String typed, boolean mask) {

    private static final int LONGEST = 2000;

    public String text() {
        return mask ? Door.masked(typed.strip()) : typed.strip();
    }

    public boolean numbered() {
        return !Door.masked(typed).equals(typed);
    }

    public boolean blank() {
        return typed.isBlank();
    }

    /** @param missing the key of what is said where there is no text; empty where none is wanted */
    public void complain(String field, String missing, Complaints complaints) {
        if (blank()) complaints.addIf(!missing.isEmpty(), field, missing.isEmpty() ? "hotline.text.missing" : missing);
        else if (typed.length() > LONGEST) complaints.add(field, "hotline.report.long", LONGEST);
        else if (numbered() && !mask) complaints.add(field, "hotline.report.numbered", Door.masked(typed.strip()));
        else try {
            Door.check(text());
        } catch (Refusal.Refused refused) {
            complaints.add(field, "hotline.report.refused", refused.getMessage());
        }
    }
}
