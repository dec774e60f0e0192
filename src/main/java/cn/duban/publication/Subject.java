package cn.duban.publication;

import cn.duban.ledger.MatterId;
import java.time.LocalDate;

/** A matter that a bulletin may be written about. */
public record Subject(MatterId id, String number, String title, LocalDate receivedOn) {}
