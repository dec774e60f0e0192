package cn.duban.hotline.platform;

import cn.duban.sheets.RowDoor.Source;
import cn.duban.web.Titled;
import cn.duban.web.Words;
import java.util.List;

/** One sheet that was handed back. @param whole whether its rows still are what its digest says */
public record HandBackPage(Source source, PlatformPage.Back back, List<String> heads, List<Row> rows, boolean whole) implements Titled {

    public record Row(String href, List<String> cells) {}

    @Override
    public String title() {
        return Words.say("hotline.hand-back.title", back.no()) + " · " + source.name();
    }

    public String href() {
        return "/hotline/platforms/" + PlatformPage.no(source) + "/hand-backs/" + back.id();
    }
}
