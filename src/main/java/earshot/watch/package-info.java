/** Keyword lists, and which of their rules a text matches, with which words, where. */
@NullMarked
package earshot.watch;

import org.jspecify.annotations.NullMarked;
