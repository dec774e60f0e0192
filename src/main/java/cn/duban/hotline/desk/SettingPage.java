package cn.duban.hotline.desk;

import cn.duban.ledger.ActForm.Ask.Choice;
import cn.duban.web.Complaints;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param unit who answers now, as its number; empty for nobody @param lines of the register, the latest day first */
public record SettingPage(String unit, String since, List<Choice> units, List<Line> lines, Complaints complaints, @Nullable String said) {

    public record Line(LocalDate since, String unit, String enteredBy) {}
}
