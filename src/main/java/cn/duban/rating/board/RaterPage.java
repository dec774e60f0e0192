package cn.duban.rating.board;

import cn.duban.ledger.MatterId;
import cn.duban.web.Complaints;
import org.jspecify.annotations.Nullable;

/** @param owed whether the reader is of the office @param phone masked, or in full; null where none was left */
public record RaterPage(MatterId id, boolean owed, boolean full, @Nullable String phone, String purpose, Complaints complaints) {}
