package cn.duban.documents;

/**
 * The page of GB/T 9704-2012 in twips (1/1440 inch, 1/20 pt): A4, top margin 37 mm, binding margin 28 mm, type area 156 mm × 225 mm with
 * 22 lines of 28 characters that fill it.
 */
final class TypeArea {
    static final int PAGE_WIDTH = 11906;
    static final int PAGE_HEIGHT = 16838;
    static final int TOP = twips(37);
    static final int LEFT = twips(28);
    static final int RIGHT = twips(26);
    static final int BOTTOM = twips(35);
    static final int WIDTH = PAGE_WIDTH - LEFT - RIGHT;
    static final int HEIGHT = PAGE_HEIGHT - TOP - BOTTOM;

    /** Rounded down, or the twenty-second line would not fit: 12756 / 22 = 579.8. */
    static final int LINE = HEIGHT / 22;

    /** Body size 三号 in half points, the unit of {@code w:sz}. */
    static final int BODY_SIZE = 32;

    /**
     * {@code w:charSpace}, in 1/4096 pt on top of the body size: 8845 twips / 28 / 20 = 15.795 pt for a character of 16 pt.
     * Rounded down, or the twenty-eighth character would not fit.
     */
    static final int CHARACTER_SPACE = (int) Math.floor((WIDTH / 28.0 / 20 - BODY_SIZE / 2.0) * 4096);

    /**
     * {@code w:spacing} of a body character, in twips: 16 pt - 0.25 pt = 15.75 pt, twenty-eight of them 441 pt of 442.25 pt; the rest
     * is spread by justification. Four twips would make 442.4 pt, too much.
     */
    static final int NARROWING = (int) Math.floor(WIDTH / 28.0 - BODY_SIZE * 10);

    private TypeArea() {}

    static int twips(double millimetres) {
        return (int) Math.round(millimetres * 1440 / 25.4);
    }

    /** The width of so many characters on the grid. */
    static int characters(double count) {
        return (int) Math.round(WIDTH / 28.0 * count);
    }
}
