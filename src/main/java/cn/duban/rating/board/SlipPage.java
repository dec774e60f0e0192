package cn.duban.rating.board;

import cn.duban.web.Complaints;
import cn.duban.web.QrCode;
import org.jspecify.annotations.Nullable;

/**
 * A slip with the code on which one service is rated.
 *
 * @param about what is served: a matter by its number, or nothing yet for a visit
 * @param ask where the slip is made; null once it stands
 * @param link null while there is none
 */
public record SlipPage(String about, String item, String unit, String servedOn, @Nullable String ask, @Nullable String link, boolean rated, String back, Complaints complaints) {

    public @Nullable QrCode code() {
        return link == null ? null : QrCode.of(link);
    }
}
