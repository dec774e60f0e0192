package cn.duban.access;

import cn.duban.web.Complaints;

public record FirstRunPage(FirstRunForm form, Complaints complaints) {}
