package cn.duban.hotline.reply;

import cn.duban.ledger.MatterId;
import cn.duban.web.Complaints;
import org.jspecify.annotations.Nullable;

/**
 * @param joined how many tickets are joined
 * @param found what of people stands in the answer itself; empty for nothing
 * @param text as callers of joined tickets read it now
 * @param written whether somebody wrote it for them
 * @param may whether the reader writes it
 */
public record ForJoinedPage(MatterId id, int joined, String found, String text, boolean written, boolean may, String typed, Complaints complaints, @Nullable String said) {}
