/** What a page is called, who wrote it, when, and in which language. */
@NullMarked
package earshot.source.page.facts;

import org.jspecify.annotations.NullMarked;
