/** Finds what repeats on a page: the posts of a thread, the entries of a listing. */
@NullMarked
package earshot.source.page.posts;

import org.jspecify.annotations.NullMarked;
