/** Tolerant reading of markup, XML or HTML, well-formed or not, in one pass and bounded memory. */
@NullMarked
package earshot.source.feed.markup;

import org.jspecify.annotations.NullMarked;
