/** Finds the main text of a page: blocks, what is known of each, and what a small forest learnt. */
@NullMarked
package earshot.source.page.body;

import org.jspecify.annotations.NullMarked;
