package cn.duban.web;

/** A page whose title depends on what it shows; other pages are titled by the text {@code <room>.<template>.title}. */
public interface Titled {
    String title();
}
