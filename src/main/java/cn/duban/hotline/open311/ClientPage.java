package cn.duban.hotline.open311;

import cn.duban.web.Complaints;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param jurisdiction what programs name this government by @param issued the key that was just given out */
public record ClientPage(List<Clients.Row> clients, int jurisdiction, String name, @Nullable String issued, Complaints complaints) {}
