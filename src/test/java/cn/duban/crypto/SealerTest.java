package cn.duban.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealerTest {

    @TempDir Path folder;

    /** RFC 8998, appendix A.1. */
    @Test
    void holdsTheVectorOfTheStandard() throws InvalidCipherTextException {
        var hex = HexFormat.of();
        var key = hex.parseHex("0123456789abcdeffedcba9876543210");
        var nonce = hex.parseHex("00001234567800000000abcd");
        var aad = hex.parseHex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
        var plain = hex.parseHex("aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccdddddddddddddddd"
                + "eeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa");
        var sealed = hex.parseHex("17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735"
                + "d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d" + "83de3541e4c2b58177e065a9bf7b62ec");
        assertThat(Sm4Gcm.encrypt(key, nonce, plain, aad)).isEqualTo(sealed);
        assertThat(Sm4Gcm.decrypt(key, nonce, sealed, aad)).isEqualTo(plain);
    }

    @Test
    void opensWhatItSealedAndNeverSealsTheSameTwice() throws IOException {
        var sealer = new Sealer(folder.resolve("keys/personal.key"), () -> false);
        var sealed = sealer.seal("138 0000 0000", "1/phone");
        assertThat(sealer.openText(sealed, "1/phone")).isEqualTo("138 0000 0000");
        assertThat(sealer.seal("138 0000 0000", "1/phone")).isNotEqualTo(sealed);
        assertThat(sealer.openText(sealer.seal("", ""), "")).isEmpty();
    }

    @Test
    void noticesEveryChangedByteAndAnotherPlace() throws IOException {
        var sealer = new Sealer(folder.resolve("personal.key"), () -> false);
        var sealed = sealer.seal("张三", "1/name");
        for (int i = 0; i < sealed.length; i++) {
            var changed = sealed.clone();
            changed[i] ^= 1;
            assertThatExceptionOfType(SealBroken.class).isThrownBy(() -> sealer.openText(changed, "1/name"));
        }
        assertThatExceptionOfType(SealBroken.class).isThrownBy(() -> sealer.openText(sealed, "2/name"))
                .withMessageContaining("another record");
        assertThatExceptionOfType(SealBroken.class).isThrownBy(() -> sealer.open(new byte[3], new byte[0]));
    }

    @Test
    void findsAgainByAKeyedDigestThatOutlivesAddedKeys() throws IOException {
        var file = folder.resolve("personal.key");
        var sealer = new Sealer(file, () -> false);
        var index = sealer.index("13812345678", "phone");
        assertThat(sealer.index("13812345678", "phone")).isEqualTo(index).hasSize(32);
        assertThat(sealer.index("13812345679", "phone")).isNotEqualTo(index);
        assertThat(sealer.index("13812345678", "code")).isNotEqualTo(index);
        assertThat(sealer.index("8", "phone\0" + "1381234567")).as("what and text do not run into each other").isNotEqualTo(index);
        assertThat(new Sealer(folder.resolve("other.key"), () -> false).index("13812345678", "phone")).as("with another key").isNotEqualTo(index);
        KeyFile.addKey(file);
        assertThat(new Sealer(file, () -> true).index("13812345678", "phone")).isEqualTo(index);
    }

    /** HMAC as RFC 2104 has it, over SM3. */
    @Test
    void keysADigest() {
        var key = "0123456789abcdef".getBytes(UTF_8);
        var inner = new byte[64];
        var outer = new byte[64];
        for (int i = 0; i < 64; i++) {
            inner[i] = (byte) ((i < key.length ? key[i] : 0) ^ 0x36);
            outer[i] = (byte) ((i < key.length ? key[i] : 0) ^ 0x5c);
        }
        assertThat(Sm3.keyed(key, "一二".getBytes(UTF_8), "三".getBytes(UTF_8))).isEqualTo(Sm3.digest(outer, Sm3.digest(inner, "一二三".getBytes(UTF_8))));
    }

    @Test
    void keepsOldSealsReadableWhenTheKeyChanges() throws IOException {
        var file = folder.resolve("personal.key");
        var sealed = new Sealer(file, () -> false).seal("x", "");
        KeyFile.addKey(file);
        var later = new Sealer(file, () -> false);
        assertThat(later.openText(sealed, "")).isEqualTo("x");
        assertThat(later.aged(sealed)).isTrue();
        assertThat(later.aged(later.seal("x", ""))).isFalse();
    }

    @Test
    void namesTheKeyThatIsMissing() throws IOException {
        var sealed = new Sealer(folder.resolve("one.key"), () -> false).seal("x".getBytes(UTF_8), new byte[0]);
        var other = new Sealer(folder.resolve("other.key"), () -> false);
        assertThatExceptionOfType(SealBroken.class).isThrownBy(() -> other.open(sealed, new byte[0]))
                .withMessageContaining("not in the key file");
    }

    @Test
    void startsWithoutAKeyFileOnlyWhileNothingIsSealed() throws IOException {
        var file = folder.resolve("keys/personal.key");
        assertThatExceptionOfType(KeyMissing.class).isThrownBy(() -> new Sealer(file, () -> true))
                .withMessageContaining(file.toString()).withMessageContaining("备份");
        assertThat(file).doesNotExist();
        var sealed = new Sealer(file, () -> false).seal("x", "");
        assertThat(new Sealer(file, () -> true).openText(sealed, "")).isEqualTo("x");
    }

    @Test
    void keepsTheKeyFileToItsOwner() throws IOException {
        var file = folder.resolve("keys/personal.key");
        new Sealer(file, () -> false);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent()))).isEqualTo("rwx------");
        var before = Files.readString(file);
        new Sealer(file, () -> false);
        assertThat(Files.readString(file)).isEqualTo(before);
    }

    @Test
    void refusesAKeyFileThatIsNone() throws IOException {
        var file = Files.writeString(folder.resolve("personal.key"), "# only a remark\n");
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> new Sealer(file, () -> false)).withMessageContaining("no key");
        Files.writeString(file, "not a key\n");
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> new Sealer(file, () -> false)).withMessageContaining("Line 1");
    }
}
