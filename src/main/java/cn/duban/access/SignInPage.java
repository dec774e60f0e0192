package cn.duban.access;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param next where to go after signing in
 * @param trouble why the last try failed, in a sentence
 */
public record SignInPage(
        List<GovernmentChoice> governments, int tenant, String login, String next, boolean out, @Nullable String trouble) {}
