package cn.duban.hotline.contact;

import cn.duban.ledger.MatterId;
import cn.duban.ledger.Personal.Kind;
import cn.duban.web.Complaints;
import cn.duban.web.Words;
import java.util.Locale;
import java.util.Map;

/** @param owed whether the reader may ask for it in full @param full whether it stands here in full */
public record ContactPage(MatterId id, boolean owed, boolean confidential, boolean full, Map<Kind, String> texts, String purpose, Complaints complaints) {

    public String label(Kind kind) {
        return Words.say("hotline.contact." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
