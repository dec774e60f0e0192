package cn.duban.hotline.reply;

import cn.duban.ledger.MatterId;
import java.util.List;

/** @param reason that whoever drafted it gave for sending it all the same; empty for none */
public record ReplyPage(MatterId id, List<Flag> flags, String reason) {}
