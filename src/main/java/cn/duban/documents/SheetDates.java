package cn.duban.documents;

import java.time.LocalTime;
import org.apache.poi.ss.usermodel.DateUtil;

/** A number that a sheet shows as a date: the day, with the time only where there is one. */
final class SheetDates {

    private SheetDates() {}

    static String text(double number, boolean dates1904) {
        var moment = DateUtil.getLocalDateTime(number, dates1904);
        if (number < 1) return moment.toLocalTime().toString();
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT) ? moment.toLocalDate().toString() : moment.toLocalDate() + " " + moment.toLocalTime();
    }
}
