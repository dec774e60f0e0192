package cn.duban.rating.citizen;

import cn.duban.rating.Level;
import cn.duban.web.Complaints;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param waits whether it can still be rated @param done whether it was rated just now */
public record RatingPage(String href, String item, String unit, String servedOn, boolean waits, String level, String words, String phone, Complaints complaints, @Nullable String refused, boolean done) {

    public List<Level> levels() {
        return Level.all();
    }
}
