package cn.duban.notices;

import cn.duban.ledger.Secrecy;
import cn.duban.web.Complaints;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A gateway as an administrator types it. A secret left empty stays what it was; none is ever shown again.
 *
 * @param gateway 0 for a new one
 */
public record GatewayForm(int gateway, Gateway.Kind kind, @Nullable Integer unit, String name, boolean active, String titles, String host, String port, String security, String user,
        String password, String sender, String url, String secret, String sign, String quietFrom, String quietTo) {

    private static final Set<String> SECURITIES = Set.of("none", "starttls", "tls");

    public GatewayForm {
        name = typed(name);
        titles = typed(titles);
        host = typed(host);
        port = typed(port);
        security = typed(security);
        user = typed(user);
        password = typed(password);
        sender = typed(sender);
        url = typed(url);
        secret = typed(secret);
        sign = typed(sign);
        quietFrom = typed(quietFrom);
        quietTo = typed(quietTo);
    }

    /** Each kind of gateway has fields of its own: what a form does not have comes as nothing. */
    private static String typed(@Nullable String field) {
        return field == null ? "" : field;
    }

    static GatewayForm fresh(Gateway.Kind kind) {
        return new GatewayForm(0, kind, null, "", true, kind == Gateway.Kind.MAIL ? "internal" : "public", "", kind == Gateway.Kind.MAIL ? "465" : "", "tls", "", "", "", "", "", "", QuietHours.USUAL.from().toString(), QuietHours.USUAL.to().toString());
    }

    static GatewayForm of(Gateway g) {
        return new GatewayForm(g.gateway(), g.kind(), g.unit(), g.name(), g.active(), g.titles().name().toLowerCase(Locale.ROOT), g.setting("host"), g.setting("port"),
                g.setting("security"), g.setting("user"), "", g.setting("sender"), g.setting("url"), "", g.setting("sign"), g.quiet().from().toString(), g.quiet().to().toString());
    }

    public boolean mail() {
        return kind == Gateway.Kind.MAIL;
    }

    public boolean robot() {
        return kind == Gateway.Kind.WECOM || kind == Gateway.Kind.DINGTALK;
    }

    Complaints wrong(@Nullable Gateway was) {
        var complaints = new Complaints().addIf(name.isBlank() || name.strip().length() > 40, "name", "notices.gateway.name.wrong");
        if (mail()) return complaints.addIf(!host.strip().matches("[A-Za-z0-9.:-]{1,200}"), "host", "notices.gateway.host.wrong")
                .addIf(!port.strip().matches("[1-9][0-9]{0,4}") || Integer.parseInt(port.strip()) > 65535, "port", "notices.gateway.port.wrong")
                .addIf(!ChoicesController.mail(sender.strip()), "sender", "notices.gateway.sender.wrong")
                .addIf(!SECURITIES.contains(security), "security", "notices.gateway.security.wrong");
        if (robot()) return complaints.addIf(unit == null, "unit", "notices.gateway.unit.wrong")
                .addIf(url.isBlank() ? was == null || was.secret("url").isEmpty() : !address(url), "url", "notices.gateway.robot.wrong")
                .addIf(ChoicesController.hour(quietFrom).isEmpty(), "quietFrom", "notices.quiet.wrong")
                .addIf(ChoicesController.hour(quietTo).isEmpty(), "quietTo", "notices.quiet.wrong");
        return complaints.addIf(!address(url), "url", "notices.gateway.url.wrong")
                .addIf(secret.isBlank() && (was == null || was.secret("secret").isEmpty()), "secret", "notices.gateway.secret.wrong")
                .addIf(sign.length() > 20, "sign", "notices.gateway.sign.wrong");
    }

    private static boolean address(String typed) {
        try {
            var uri = new URI(typed.strip());
            return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())) && uri.getHost() != null && typed.length() <= 500;
        } catch (URISyntaxException noAddress) {
            return false;
        }
    }

    Gateway gateway(int tenant, @Nullable Gateway was) {
        var settings = new HashMap<String, String>();
        var secrets = new HashMap<>(was == null ? Map.<String, String>of() : was.secrets());
        if (mail()) {
            settings.putAll(Map.of("host", host.strip(), "port", port.strip(), "security", security, "user", user.strip(), "sender", sender.strip()));
            keep(secrets, "password", password);
        } else if (robot()) {
            settings.putAll(Map.of("quietFrom", quietFrom.strip(), "quietTo", quietTo.strip()));
            keep(secrets, "url", url);
            keep(secrets, "secret", secret);
        } else {
            settings.putAll(Map.of("url", url.strip(), "sign", sign.strip()));
            keep(secrets, "secret", secret);
        }
        return new Gateway(tenant, gateway, kind, robot() ? unit : null, name.strip(), active, settings, secrets, titles.equals("internal") ? Secrecy.INTERNAL : Secrecy.PUBLIC);
    }

    private static void keep(Map<String, String> secrets, String name, String typed) {
        if (!typed.isBlank()) secrets.put(name, typed.strip());
    }

    /** Records print themselves; secrets do not belong there. */
    @Override
    public String toString() {
        return kind + " " + gateway;
    }
}
