package cn.duban.web;

import java.text.ParseException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.springframework.format.AnnotationFormatterFactory;
import org.springframework.format.Formatter;
import org.springframework.format.Parser;
import org.springframework.format.Printer;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * Days as forms and addresses send them: {@code 2026-03-13}, from 1900 to 2199. {@link LocalDate} knows years that no
 * column of a database holds.
 */
public final class Days implements Formatter<LocalDate>, AnnotationFormatterFactory<DateTimeFormat> {

    private static final int FIRST = 1900;
    private static final int LAST = 2199;

    public static boolean holds(LocalDate day) {
        return day.getYear() >= FIRST && day.getYear() <= LAST;
    }

    @Override
    public LocalDate parse(String text, Locale locale) throws ParseException {
        var day = LocalDate.parse(text.strip());
        if (!holds(day)) throw new ParseException("The year is not one from " + FIRST + " to " + LAST + ".", 0);
        return day;
    }

    @Override
    public String print(LocalDate day, Locale locale) {
        return day.toString();
    }

    @Override
    public Set<Class<?>> getFieldTypes() {
        return Set.of(LocalDate.class);
    }

    @Override
    public Printer<?> getPrinter(DateTimeFormat annotation, Class<?> type) {
        return this;
    }

    @Override
    public Parser<?> getParser(DateTimeFormat annotation, Class<?> type) {
        return this;
    }
}
