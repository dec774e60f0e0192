package cn.duban.publication;

/**
 * How a government signs its bulletins.
 *
 * @param mark 发文机关标志 without 文件, also the signature
 * @param word 发文字号 before the year: 明督通
 * @param contact where the public may speak up; empty when none was set
 */
public record Issuer(String mark, String word, String contact) {

    String number(int year, int no) {
        return word + "〔" + year + "〕" + no + "号";
    }

    /** 明川市人民政府 becomes 明督通. */
    static Issuer derived(String government, String unit) {
        return new Issuer(government + unit, government.substring(0, 1) + "督通", "");
    }
}
