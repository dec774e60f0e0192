package cn.duban.rectification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RectificationBulletinTest {

    @Test
    void titlesABulletinWhateverTheRoundIsCalled() {
        assertThat(RectificationBulletin.title("市委第三巡察组巡察反馈意见")).isEqualTo("关于市委第三巡察组巡察反馈意见整改情况的通报");
        assertThat(RectificationBulletin.title("巡察整改")).isEqualTo("关于巡察整改情况的通报");
        assertThat(RectificationBulletin.title("中共明川市财政局党组关于巡察整改情况的通报")).isEqualTo("关于中共明川市财政局党组巡察整改情况的通报");
        assertThat(RectificationBulletin.title("关于整改落实情况的通报")).isEqualTo("关于整改落实情况的通报");
    }
}
