package cn.duban.publication;

import cn.duban.web.Complaints;

/** @param example how the next number would read */
public record IssuerPage(Issuer issuer, String example, Complaints complaints) {}
