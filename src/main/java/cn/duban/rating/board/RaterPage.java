package cn.duban.rating.board;

import cn.duban.ledger.MatterId;
import cn.duban.web.Complaints;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param owed whether the reader is to reach the rater @param phone masked, or in full; null where none was left @param why the rating is in doubt */
public record RaterPage(MatterId id, boolean owed, boolean full, @Nullable String phone, String purpose, Complaints complaints, List<String> why) {}
