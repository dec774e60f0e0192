package cn.duban.rating.board;

import cn.duban.ledger.ActForm.Ask.Choice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param unit as its number; empty while none is named */
public record OfficePage(String unit, List<Choice> units, @Nullable String said) {}
