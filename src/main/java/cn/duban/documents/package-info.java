/**
 * Official documents written as docx in the form of 《党政机关公文格式》 GB/T 9704-2012, and assignment slips 交办单 with
 * their return slip 回执.
 *
 * <p>{@link cn.duban.documents.OfficialDocument} says <em>what</em> is written, {@link cn.duban.documents.OfficialDocx} knows
 * how it looks on paper; {@link cn.duban.documents.TypeArea} holds the figures of the standard. Words: <em>mark</em> 发文机关标志,
 * <em>addressee</em> 主送机关, <em>annex</em> 附件, <em>imprint</em> 版记, <em>type area</em> 版心.
 *
 * <p>Invariants: the same document gives the same layout; nothing is printed that the document does not say; the writer neither
 * shortens nor rewords. The room knows no ledger: whoever issues a document hands over finished words.
 */
@NullMarked
package cn.duban.documents;

import org.jspecify.annotations.NullMarked;
