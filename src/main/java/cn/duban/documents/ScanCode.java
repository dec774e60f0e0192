package cn.duban.documents;

/**
 * A QR code in the foot of a document's last page, between the page number's two places and outside the type area, so that the grid of GB/T 9704 is what it is without one.
 *
 * @param address whole, as a telephone's camera opens it; whoever gets the paper opens it too, so that it must open nothing more than they are owed
 * @param words under the code, a line of at most {@value #LONGEST} characters
 */
public record ScanCode(String address, String words) {

    static final int LONGEST = 30;

    /** 20 mm with its quiet margin: half a millimetre a module for an address of a hundred characters. */
    static final double SIDE = 20;

    /** From the upper edge of the page to the code: 2.5 mm below the type area. */
    static final double FROM_TOP = 264.5;

    /** Width of code and words. */
    static final double WIDTH = 100;

    public ScanCode {
        if (words.length() > LONGEST) {
            throw new IllegalArgumentException("二维码下的说明最多 " + LONGEST + " 字，现为“" + words + "”。请写短一些。");
        }
    }
}
