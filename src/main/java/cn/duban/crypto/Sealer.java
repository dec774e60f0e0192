package cn.duban.crypto;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Seals personal data with the newest key and opens what any key of the file has sealed
 * (《中华人民共和国个人信息保护法》第五十一条: encryption is one of the safeguards owed).
 *
 * <p>Sealed bytes: a version (1), the key's fingerprint (4), a random nonce (12), ciphertext, tag (16). Version and
 * fingerprint are authenticated together with the associated data, which says where the bytes belong (tenant, person,
 * column), so that a value copied into another row does not open.
 */
@Component
public class Sealer {

    private static final byte VERSION = 1;
    private static final int HEAD = 1 + 4;

    private final Map<Integer, byte[]> keys = new LinkedHashMap<>();
    private final int newest;
    private final byte[] finding;
    private final SecureRandom random = new SecureRandom();

    @Autowired
    Sealer(@Value("${duban.data:data}") Path data, @Value("${duban.keys.personal:}") String file, ObjectProvider<SealedRows> rooms)
            throws IOException {
        this(file.isBlank() ? data.resolve("keys").resolve("personal.key") : Path.of(file), () -> rooms.stream().anyMatch(SealedRows::any));
    }

    /** @param sealed whether something was sealed before, so that the file must be there */
    Sealer(Path file, BooleanSupplier sealed) throws IOException {
        int last = 0;
        var read = KeyFile.readOrCreate(file, sealed);
        for (var key : read) keys.put(last = fingerprint(key), key);
        newest = last;
        finding = Sm3.keyed(read.getFirst(), "duban index".getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * What a sealed text is found again by without being opened: an SM3 keyed with a key that follows from the oldest one of the file, so that it
     * stays the same when keys are added. Without the file nobody can try all telephone numbers.
     *
     * @param what keeps what is kept for one purpose from being compared with what is kept for another
     */
    public byte[] index(String text, String what) {
        return Sm3.keyed(finding, what.getBytes(StandardCharsets.UTF_8), new byte[1], text.getBytes(StandardCharsets.UTF_8));
    }

    public byte[] seal(byte[] plain, byte[] aad) {
        var nonce = new byte[Sm4Gcm.NONCE];
        random.nextBytes(nonce);
        var head = ByteBuffer.allocate(HEAD).put(VERSION).putInt(newest).array();
        var body = Sm4Gcm.encrypt(keyOf(newest), nonce, plain, join(head, aad));
        return join(head, nonce, body);
    }

    /** @throws SealBroken if the bytes were changed, belong elsewhere, or their key is not in the key file */
    public byte[] open(byte[] sealed, byte[] aad) {
        if (sealed.length < HEAD + Sm4Gcm.NONCE + Sm4Gcm.TAG || sealed[0] != VERSION)
            throw new SealBroken("These bytes were not sealed by this application, or were cut short.");
        var head = Arrays.copyOf(sealed, HEAD);
        var nonce = Arrays.copyOfRange(sealed, HEAD, HEAD + Sm4Gcm.NONCE);
        var body = Arrays.copyOfRange(sealed, HEAD + Sm4Gcm.NONCE, sealed.length);
        try {
            return Sm4Gcm.decrypt(keyOf(key(sealed)), nonce, body, join(head, aad));
        } catch (InvalidCipherTextException _) {
            throw new SealBroken("The sealed bytes were changed since, or belong to another record.");
        }
    }

    public byte[] seal(String plain, String aad) {
        return seal(plain.getBytes(StandardCharsets.UTF_8), aad.getBytes(StandardCharsets.UTF_8));
    }

    /** The text that {@link #seal(String, String)} sealed. */
    public String openText(byte[] sealed, String aad) {
        return new String(open(sealed, aad.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }

    /** Whether an older key sealed this, so that it waits for being sealed anew. */
    public boolean aged(byte[] sealed) {
        return key(sealed) != newest;
    }

    private static int key(byte[] sealed) {
        return ByteBuffer.wrap(sealed).getInt(1);
    }

    private byte[] keyOf(int fingerprint) {
        var key = keys.get(fingerprint);
        if (key != null) return key;
        throw new SealBroken("The key %s is not in the key file. Restore the line from the backup of the key file."
                .formatted(HexFormat.of().toHexDigits(fingerprint)));
    }

    /** Says which key without saying anything about it: four bytes of a digest of its own. */
    private static int fingerprint(byte[] key) {
        return ByteBuffer.wrap(Sm3.digest("duban key".getBytes(StandardCharsets.US_ASCII), key)).getInt();
    }

    private static byte[] join(byte[]... parts) {
        var all = ByteBuffer.allocate(Arrays.stream(parts).mapToInt(p -> p.length).sum());
        for (var part : parts) all.put(part);
        return all.array();
    }
}
