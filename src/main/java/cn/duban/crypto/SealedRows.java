package cn.duban.crypto;

/** A room that keeps sealed bytes says whether there are any: without the key that sealed them nothing must start. */
public interface SealedRows {

    boolean any();
}
