package cn.duban.cli;

/** The product cannot start for a reason that the person who starts it can mend: one sentence says which. */
public final class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CannotStart(String zh, String en) {
        super(zh + " / " + en);
    }
}
