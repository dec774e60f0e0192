package cn.duban.hotline.suggest;

import java.time.LocalDate;
import java.util.Optional;

/** The catalogue of responsibilities: which unit is competent for a category in an area on a day. */
@FunctionalInterface
public interface Competences {

    Optional<String> unit(String category, String area, LocalDate day);
}
