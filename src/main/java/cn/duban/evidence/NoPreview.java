package cn.duban.evidence;

import java.io.IOException;

/** A file that is not shown as a picture: too many pixels, too long to draw, protected, or damaged. The file itself stays as it is. */
class NoPreview extends IOException {

    NoPreview(String why) {
        super(why);
    }
}
