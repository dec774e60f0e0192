package cn.duban.crypto;

/** Sealed bytes do not open: changed, cut, moved to another place (other associated data), or the key is not in the key file. */
public class SealBroken extends RuntimeException {

    SealBroken(String message) {
        super(message);
    }
}
