/** The page behind a signed link: one service, five levels, once; nobody signs in. */
@NullMarked
package cn.duban.rating.citizen;

import org.jspecify.annotations.NullMarked;
