package cn.duban.crypto;

import java.util.Arrays;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/** SM4 in GCM (RFC 8998): key of 16 bytes, nonce of 12, tag of 16 behind the ciphertext. A nonce must never serve a key twice. */
final class Sm4Gcm {

    static final int KEY = 16;
    static final int NONCE = 12;
    static final int TAG = 16;

    private Sm4Gcm() {}

    static byte[] encrypt(byte[] key, byte[] nonce, byte[] plain, byte[] aad) {
        try {
            return run(true, key, nonce, plain, aad);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("Encrypting checks no tag.", e);
        }
    }

    static byte[] decrypt(byte[] key, byte[] nonce, byte[] sealed, byte[] aad) throws InvalidCipherTextException {
        return run(false, key, nonce, sealed, aad);
    }

    private static byte[] run(boolean encrypt, byte[] key, byte[] nonce, byte[] in, byte[] aad) throws InvalidCipherTextException {
        var cipher = GCMBlockCipher.newInstance(new SM4Engine());
        cipher.init(encrypt, new AEADParameters(new KeyParameter(key), TAG * 8, nonce, aad));
        var out = new byte[cipher.getOutputSize(in.length)];
        int length = cipher.processBytes(in, 0, in.length, out, 0);
        length += cipher.doFinal(out, length);
        return Arrays.copyOf(out, length);
    }
}
