package cn.duban.similarity.search;

import java.util.List;
import java.util.Locale;

/** What comes first. */
public enum Order {
    NEWEST(Part.ANYWHERE),
    /** Matters whose number or title holds every word, then the others. */
    TITLE(Part.FRONT, Part.ELSEWHERE);

    private final List<Part> parts;

    Order(Part... parts) {
        this.parts = List.of(parts);
    }

    List<Part> parts() {
        return parts;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Order of(String word) {
        return word.equals(TITLE.word()) ? TITLE : NEWEST;
    }
}
