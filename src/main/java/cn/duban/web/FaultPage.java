package cn.duban.web;

/** What went wrong, for a page or a fragment; {@code reference} is there when the log says more. */
public record FaultPage(int status, String rule, String message, String next, String reference) implements Titled {
    @Override
    public String title() {
        return message;
    }
}
