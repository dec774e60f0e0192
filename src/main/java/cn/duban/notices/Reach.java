package cn.duban.notices;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Whom an address that an administrator of a government typed may lead to: not to this machine, not to its neighbours on the wire, and not to where a cloud tells
 * machines their secrets. What the operator of the machine named in {@code duban.outward.allowed} may be reached all the same. Networks of an office
 * are not forbidden: gateways of texts live there.
 */
@Component
public class Reach implements DnsResolver {

    /** Where clouds answer for a machine beside 169.254.0.0/16: Alibaba, Azure, Oracle, AWS over IPv6. */
    private static final Set<String> TELLING = Set.of("100.100.100.200", "168.63.129.16", "192.0.0.192", "fd00:ec2:0:0:0:0:0:254");

    private final Set<String> allowed;

    Reach(@Value("${duban.outward.allowed:}") String allowed) {
        // a proxy that the machine itself was told to use decides by itself whom it reaches
        this.allowed = Stream.concat(Arrays.stream(allowed.split(",")), Stream.of("http.proxyHost", "https.proxyHost").map(name -> System.getProperty(name, ""))).map(Reach::plain).filter(host -> !host.isEmpty()).collect(Collectors.toUnmodifiableSet());
    }

    /** It leads where nothing of this house may go. */
    static final class Forbidden extends UnknownHostException {
        private static final long serialVersionUID = 1;

        private Forbidden(String host) {
            super(host);
        }
    }

    /** Whether an address leads there by what names say now; where nothing can be looked up, it is seen when something is sent. */
    public boolean forbids(String address) {
        try {
            var host = new URI(address.strip()).getHost();
            if (host != null) resolve(host);
            return false;
        } catch (Forbidden forbidden) {
            return true;
        } catch (UnknownHostException | URISyntaxException unknown) {
            return false;
        }
    }

    /** All addresses of a name, none of which is forbidden: one that is makes the others suspect. */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var name = plain(host);
        var addresses = InetAddress.getAllByName(name);
        if (!allowed.contains(name)) for (var address : addresses) if (forbidden(address)) throw new Forbidden(host);
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    static boolean forbidden(InetAddress address) {
        if (address.isLoopbackAddress() || address.isAnyLocalAddress() || address.isLinkLocalAddress() || address.isMulticastAddress() || TELLING.contains(address.getHostAddress().replaceFirst("%.*", ""))) return true;
        return address instanceof Inet6Address six && within(six.getAddress());
    }

    /** An address of the older kind inside one of the newer: as such, as NAT64 or as 6to4. */
    private static boolean within(byte[] six) {
        var nat = six[0] == 0 && six[1] == 0x64 && (six[2] & 0xFF) == 0xFF && (six[3] & 0xFF) == 0x9B;
        var compatible = true;
        for (int i = 0; i < 12; i++) compatible &= six[i] == 0;
        if (nat || compatible) return forbidden(Arrays.copyOfRange(six, 12, 16));
        return six[0] == 0x20 && six[1] == 0x02 && forbidden(Arrays.copyOfRange(six, 2, 6));
    }

    private static boolean forbidden(byte[] four) {
        try {
            return forbidden(InetAddress.getByAddress(four));
        } catch (UnknownHostException noAddress) {
            return true;
        }
    }

    private static String plain(String host) {
        var name = host.strip().toLowerCase(Locale.ROOT);
        return name.startsWith("[") && name.endsWith("]") ? name.substring(1, name.length() - 1) : name;
    }
}
