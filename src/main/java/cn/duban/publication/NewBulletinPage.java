package cn.duban.publication;

import cn.duban.ledger.MatterId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param chosen the matter that somebody came from; null when they came from the list
 * @param today the last day that may be told of
 */
public record NewBulletinPage(List<Subject> subjects, @Nullable MatterId chosen, LocalDate today) {}
