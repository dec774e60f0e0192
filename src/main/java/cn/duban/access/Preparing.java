package cn.duban.access;

/** Something is being made ready before anybody may come in: implemented by rooms above. */
public interface Preparing {

    boolean underWay();
}
