package cn.duban.access;

import cn.duban.web.Complaints;

/** @param forced whether nothing else may be done before the password is changed */
public record PasswordPage(boolean forced, Complaints complaints) {}
