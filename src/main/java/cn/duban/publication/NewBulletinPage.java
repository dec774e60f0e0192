package cn.duban.publication;

import java.time.LocalDate;
import java.util.List;

/** @param today the last day that may be told of */
public record NewBulletinPage(List<Subject> subjects, LocalDate today) {}
