package cn.duban.crypto;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** The hash of the house: SM3, 32 bytes (GB/T 32905-2016, GM/T 0004-2012). */
public final class Sm3 {

    /** Bytes of a digest. */
    public static final int LENGTH = 32;

    private Sm3() {}

    /**
     * The digest of the parts one after the other. Nothing is put between them: parts of varying length that must not run
     * into each other need a length or a tag of the caller's own.
     */
    public static byte[] digest(byte[]... parts) {
        var sm3 = new SM3Digest();
        for (var part : parts) sm3.update(part, 0, part.length);
        return finish(sm3);
    }

    /** HMAC with SM3 (GB/T 15852.2): a digest that only whoever has the key can make. */
    public static byte[] keyed(byte[] key, byte[]... parts) {
        var mac = new HMac(new SM3Digest());
        mac.init(new KeyParameter(key));
        for (var part : parts) mac.update(part, 0, part.length);
        var digest = new byte[LENGTH];
        mac.doFinal(digest, 0);
        return digest;
    }

    /** The digest of all that is left to read; the caller closes. */
    public static byte[] digest(InputStream in) throws IOException {
        var all = new Stream(OutputStream.nullOutputStream());
        in.transferTo(all);
        return all.digest();
    }

    public static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }

    /**
     * The digest that 64 hexadecimal digits name.
     *
     * @throws IllegalArgumentException if the text is not 64 hexadecimal digits
     */
    public static byte[] parse(String hex) {
        if (hex.length() != 2 * LENGTH) throw new IllegalArgumentException("A digest has 64 hexadecimal digits, not " + hex.length() + ".");
        return HexFormat.of().parseHex(hex);
    }

    /** Passes bytes on and digests them on the way; {@link #digest()} may be asked once, at the end. */
    public static final class Stream extends OutputStream {

        private final OutputStream out;
        private final SM3Digest sm3 = new SM3Digest();
        private long size;

        public Stream(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            sm3.update((byte) b);
            size++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            sm3.update(bytes, from, length);
            size += length;
        }

        /** Bytes that have passed. */
        public long size() {
            return size;
        }

        public byte[] digest() {
            return finish(sm3);
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    private static byte[] finish(SM3Digest sm3) {
        var digest = new byte[LENGTH];
        sm3.doFinal(digest, 0);
        return digest;
    }
}
