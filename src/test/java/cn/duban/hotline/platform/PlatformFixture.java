package cn.duban.hotline.platform;

import cn.duban.hotline.channel.Hooks;
import cn.duban.hotline.channel.Hooks.Hook;
import cn.duban.ledger.Town;
import org.springframework.stereotype.Component;

/** A platform above that works with sheets, and what it hands down. */
@Component
public class PlatformFixture {

    private final Hooks hooks;

    PlatformFixture(Hooks hooks) {
        this.hooks = hooks;
    }

    /** Without an address: answers go back as a sheet. */
    public Hook joins(Town town) {
        return hooks.find(town.city.tenant(), hooks.save(new Hook(town.city.tenant(), 0, "platform", "省平台", "", "between us", true, null), town.as("admin"))).orElseThrow();
    }

    /** One order that can be taken, one without a telephone, one that is faulty. */
    public static byte[] orders(Town town) {
        return new OrderSheet().order("P-1", "钱一诺", "13711112222", "云栖路十二号门前污水井堵了三天，污水流到路上。", "市政设施·排水内涝", town.today().plusDays(2).toString(), "云栖街道")
                .order("P-2", "", "", "望江公园路灯不亮，晚上没法散步。", "灯光", town.today().plusDays(9).toString(), "云栖街道")
                .order("P-3", "孙二", "137111", "楼上漏水。", "其他", "尽快", "").bytes();
    }

    public static byte[] refused(Town town) {
        return new OrderSheet().row("P-1", "钱一诺", "13711112222", "云栖路十二号门前污水井堵了三天，污水流到路上。", "市政设施·排水内涝", town.today().plusDays(4).toString(), "云栖街道", "退回重办", "没有说明今后如何防止再堵").bytes();
    }
}
