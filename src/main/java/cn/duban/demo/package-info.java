/**
 * The invented city of 明川 that a visitor meets with {@code duban.demo=true}, and that tests share.
 *
 * <p>It is data ({@code demo/city.yaml}) entered through the same doors as everybody's, so that it holds nothing that an
 * administrator could not enter. It is loaded only into an empty installation; who stopped it on the way finds the rest entered at the next start.
 */
@ApplicationModule(allowedDependencies = {"access", "rectification", "supervision", "hotline", "hotline :: answers", "hotline :: knowledge", "hotline :: quality", "rating", "inspection", "performance", "inspection :: draw", "inspection :: visit", "ledger", "ledger :: type", "evidence", "units", "web", "workdays"})
@NullMarked
package cn.duban.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
