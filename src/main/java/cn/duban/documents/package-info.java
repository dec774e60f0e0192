/**
 * Documents: formats read and written, never what a text means.
 *
 * <p>Reading: a {@link cn.duban.documents.DocumentText} is a list of lines. For plain text these are the lines of the file, so a
 * line number stays the number a person sees in an editor; for HTML and Word they are the paragraphs and table rows in reading
 * order. The kind is told by the bytes, the suffix is only a hint; what cannot be read is refused with {@link
 * cn.duban.documents.UnreadableDocument}.
 *
 * <p>Writing: {@link cn.duban.documents.OfficialDocument} says <em>what</em> is written, {@link cn.duban.documents.OfficialDocx}
 * knows how it looks on paper in the form of 《党政机关公文格式》 GB/T 9704-2012; {@link cn.duban.documents.TypeArea} holds the
 * figures of the standard. Words: <em>mark</em> 发文机关标志, <em>addressee</em> 主送机关, <em>annex</em> 附件, <em>imprint</em>
 * 版记, <em>type area</em> 版心, <em>slip</em> 交办单 with its return slip 回执.
 *
 * <p>Invariants: the same document gives the same layout; nothing is printed that the document does not say; the room knows no
 * ledger: whoever issues a document hands over finished words.
 */
@ApplicationModule(allowedDependencies = {"web"})
@NullMarked
package cn.duban.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
