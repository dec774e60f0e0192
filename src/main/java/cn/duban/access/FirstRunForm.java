package cn.duban.access;

import cn.duban.units.Logins;
import cn.duban.web.Complaints;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who owns this installation and who looks after it first. */
public record FirstRunForm(String government, String region, String administrator, String login, String password, String again) {

    public FirstRunForm(
            @Nullable String government,
            @Nullable String region,
            @Nullable String administrator,
            @Nullable String login,
            @Nullable String password,
            @Nullable String again) {
        this.government = Objects.requireNonNullElse(government, "").strip();
        this.region = Objects.requireNonNullElse(region, "").strip();
        this.administrator = Objects.requireNonNullElse(administrator, "").strip();
        this.login = Objects.requireNonNullElse(login, "").strip();
        this.password = Objects.requireNonNullElse(password, "");
        this.again = Objects.requireNonNullElse(again, "");
    }

    Complaints check() {
        var complaints = new Complaints()
                .addIf(government.isEmpty() || government.length() > 60, "government", "access.first-run.government.wrong")
                .addIf(!region.matches("[1-9][0-9]{5}"), "region", "access.first-run.region.wrong")
                .addIf(administrator.isEmpty() || administrator.length() > 40, "administrator", "access.first-run.administrator.wrong")
                .addIf(!login.matches(Logins.FORM), "login", "access.login.wrong");
        Passwords.check(complaints, "password", password, login);
        return complaints.addIf(!again.equals(password), "again", "access.password.again.wrong");
    }
}
