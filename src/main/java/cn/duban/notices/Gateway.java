package cn.duban.notices;

import cn.duban.ledger.Secrecy;
import java.time.LocalTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Through what messages leave.
 *
 * @param gateway its number within the tenant
 * @param unit whose group a robot writes to; null for mail and SMS
 * @param settings what may be read: {@code host port security user sender} of mail, {@code url sign} of SMS, {@code quietFrom quietTo} of a robot
 * @param secrets what may not: {@code password}, {@code secret}, and the {@code url} of a robot, which lets anybody write who knows it
 * @param titles up to which level a matter's title may leave through it
 */
public record Gateway(int tenant, int gateway, Kind kind, @Nullable Integer unit, String name, boolean active, Map<String, String> settings, Map<String, String> secrets, Secrecy titles) {

    public enum Kind { MAIL, SMS, WECOM, DINGTALK }

    public Gateway {
        settings = Map.copyOf(settings);
        secrets = Map.copyOf(secrets);
    }

    public String setting(String name) {
        return settings.getOrDefault(name, "");
    }

    String secret(String name) {
        return secrets.getOrDefault(name, "");
    }

    /** A group has quiet hours of its own. */
    public QuietHours quiet() {
        return settings.containsKey("quietFrom") ? new QuietHours(LocalTime.parse(setting("quietFrom")), LocalTime.parse(setting("quietTo"))) : QuietHours.USUAL;
    }

    public boolean robot() {
        return kind == Kind.WECOM || kind == Kind.DINGTALK;
    }

    /** Whether the title of a thing of this level may leave through it. Work secrets never leave. */
    public boolean lets(Secrecy secrecy) {
        return secrecy.compareTo(titles) <= 0 && secrecy.compareTo(Secrecy.INTERNAL) <= 0;
    }

    /** Without what is nobody's business: records print themselves into logs. */
    @Override
    public String toString() {
        return kind + " " + tenant + "/" + gateway;
    }
}
