package cn.duban.access;

import cn.duban.web.Complaints;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param next the link to the next page, if there is one
 * @param secret a one-time password just set, with whose it is; shown this once
 */
public record AccountsPage(
        int self, String q, List<AccountRow> rows, int total, @Nullable String next, @Nullable Secret secret, Complaints complaints) {

    public record Secret(String name, String login, String password) {}
}
