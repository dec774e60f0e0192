/**
 * The knowledge base: what agents answer from. An entry (知识) belongs to a unit, says what it rests on and until when it holds; past its last day it is marked and
 * offered to nobody outside; nor is a version that nobody but its writer has checked. Whoever finds it wrong, agent or citizen, says so, and its owner owes an answer within three working days: corrected, or right with the reason.
 */
@NamedInterface("knowledge")
@NullMarked
package cn.duban.hotline.knowledge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
