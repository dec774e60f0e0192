package cn.duban.proposal;

import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Opening;
import cn.duban.ledger.Secrecy;
import cn.duban.ledger.Town;
import java.util.Map;

/** Suggestions of the invented city, as far as people have brought them. */
public record SuggestionFixture(Town town, Ledger ledger) {

    public MatterId registered(String serial, boolean key) {
        var fields = Map.of("session", "十八届三次会议", "serial", serial, "proposers", "卓远、宁静", "category", "ecology", "open", "true", "key", "" + key, "withheld", "临溪\n临溪机械厂\n卓远");
        return ledger.open(new Opening(Ledger.newId(), "proposal", "deputy-suggestion", "关于整治城区内河的建议" + serial, "临溪机械厂排水口长期反味，请予整治。", fields, Map.of(), null, null, null, 0, Secrecy.INTERNAL, false, null, null), town.as("inspect"), null).id();
    }

    /** The bureau of the environment leads alone. */
    public MatterId handled(String serial, boolean key) {
        var id = registered(serial, key);
        ledger.act(id, Act.of("assign").role("lead", town.unit("市生态环境局")), town.as("inspect"));
        ledger.act(id, Act.of("receive"), town.as("eco.registry"));
        return id;
    }

    public MatterId talked(String serial, boolean key) {
        var id = handled(serial, key);
        ledger.act(id, Act.of("contact").field("contact-on", town.today().toString()).field("contact-way", "visit").field("contact-with", "宁静代表").saying("note", "登门听取意见"), town.as("eco.handle"));
        return id;
    }

    public MatterId replied(String serial, String outcome, boolean key) {
        var id = talked(serial, key);
        ledger.act(id, Act.of("reply").field("class", outcome).field("finish", "period").field("reply-number", "明环函〔2026〕" + serial + "号").saying("note", "临溪机械厂排水口已经封堵。\n河道清淤完成。"), town.as("eco"));
        return id;
    }

    public MatterId promised(String serial) {
        var id = talked(serial, false);
        ledger.act(id, Act.of("reply-promising").field("class", "b").field("promise", "建成沿河截污管网").field("promise-by", town.today().plusYears(1).toString()).field("reply-number", "明环函〔2026〕" + serial + "号").saying("note", "管网改造须跨年度实施。"), town.as("eco"));
        return id;
    }

    /** Replied to, and the public may read it. */
    public MatterId open(String serial) {
        var id = replied(serial, "a", false);
        ledger.act(id, Act.of("classify").saying("secrecy", "public").saying("reason", "依法公开"), town.as("inspect"));
        return id;
    }

    public void felt(MatterId id, String how) {
        ledger.act(id, Act.of(how).field("feedback-on", town.today().toString()).saying("note", "代表意见").saying("reason", "没有时间表"), town.as("inspect1"));
    }
}
