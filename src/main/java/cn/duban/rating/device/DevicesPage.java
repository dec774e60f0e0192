package cn.duban.rating.device;

import cn.duban.ledger.ActForm.Ask.Choice;
import cn.duban.web.Complaints;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param token of the device that was added just now, told once */
public record DevicesPage(List<Line> lines, List<Choice> units, String name, @Nullable String token, Complaints complaints, @Nullable String said) {

    public record Line(Device device, String unit) {}
}
