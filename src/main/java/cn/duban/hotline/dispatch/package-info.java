/**
 * What the desk is told before it decides: category and unit of a ticket by {@code hotline.suggest}, and how often it was right in real use.
 *
 * <p>A suggestion walks: page → {@link cn.duban.hotline.dispatch.Advisor} (embedding, experience held in memory, today's catalogue) → {@link
 * cn.duban.hotline.dispatch.Advice} → template. What was shown goes with the form that decides, and both are kept by {@link cn.duban.hotline.dispatch.Hits}.
 *
 * <p>Invariants. Nothing is computed inside a transaction. What is not ready says so. Only what is sure enough is filled in, and the agent decides.
 */
@NullMarked
package cn.duban.hotline.dispatch;

import org.jspecify.annotations.NullMarked;
