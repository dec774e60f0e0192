package cn.duban.hotline.desk;

import cn.duban.ledger.ActForm.Ask.Choice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param unit who answers now, as its number; empty for nobody */
public record SettingPage(String unit, List<Choice> units, @Nullable String said) {}
