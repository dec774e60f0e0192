package cn.duban.hotline.citizen;

import cn.duban.hotline.Ticket;
import cn.duban.rating.Level;
import cn.duban.web.Complaints;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param waits whether this reply can still be rated @param done whether it was rated just now */
public record RatingPage(String href, Ticket ticket, boolean waits, String typed, Complaints complaints, @Nullable String refused, boolean done) {

    public List<Level> levels() {
        return Level.all();
    }
}
