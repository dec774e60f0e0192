package cn.duban.inspection.draw;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Somebody from outside who can be drawn. @param until the day from which they are drawn no more */
public record Expert(int no, String name, String unit, String field, @Nullable LocalDate until) {

    /** As draws number whom they name: no member of the staff has a number below zero. */
    int person() {
        return -no;
    }
}
