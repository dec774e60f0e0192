package cn.duban.rectification;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a document says of itself: its title, who issued it, who inspected and when that was told. */
public record IntakeHead(String title, String issuer, String inspectedBy, @Nullable LocalDate feedbackOn, @Nullable LocalDate publishedOn) {}
